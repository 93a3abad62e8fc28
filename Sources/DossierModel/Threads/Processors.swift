import Glibc

/// Work that is split over the processors of the machine.
public enum Processors {
    /// How many parts work is worth splitting into: one where it is small, else one a processor.
    ///
    /// - Parameters:
    ///   - size: how much work there is, in bytes or the like.
    ///   - least: how much of it is worth a thread.
    public static func parts(of size: Int, least: Int = 1 << 20) -> Int {
        if size < 2 * least { return 1 }
        return max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), size / least, 8))
    }

    /// The range of one part of a number of elements.
    public static func range(_ part: Int, of parts: Int, count: Int) -> Range<Int> {
        (count * part / parts)..<(count * (part + 1) / parts)
    }

    /// The results of the parts, in their order; the last part runs in the thread that asks.
    public static func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        if parts <= 1 { return parts == 1 ? [work(0)] : [] }
        return withoutActuallyEscaping(work) { work in
            let jobs = (0..<parts).map { part in Job { work(part) } }
            let threads = jobs.dropLast().map { job in RunningThread { job.run() } }
            if let last = jobs.last { last.run() }
            for (job, thread) in zip(jobs, threads) {
                if let thread { thread.wait() } else { job.run() }
            }
            return jobs.compactMap(\.result)
        }
    }
}

/// One part of the work and what comes of it.
private final class Job<Result> {
    private let work: () -> Result
    private(set) var result: Result?

    init(_ work: @escaping () -> Result) { self.work = work }

    func run() { result = work() }
}

/// A thread that does one piece of work. Whoever begins it waits for it, and leaves alone until then what it works on.
struct RunningThread {
    private let thread: pthread_t

    /// Work as a thread is given it.
    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Begins; nil where the system gives no thread.
    init?(_ run: @escaping () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(run))
        let code = pthread_create(
            &thread, nil,
            { work in
                if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
                return nil
            }, work.toOpaque())
        if code != 0 {
            work.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits until the work is done.
    func wait() { pthread_join(thread, nil) }
}
