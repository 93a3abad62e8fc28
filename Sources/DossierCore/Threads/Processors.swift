import Glibc

/// Work that is split over the processors of the machine.
enum Processors {
    /// How many parts work is worth splitting into: one where it is small, else one a processor.
    ///
    /// - Parameters:
    ///   - size: how much work there is, in bytes or the like.
    ///   - least: how much of it is worth a thread.
    static func parts(of size: Int, least: Int = 1 << 20) -> Int {
        if size < 2 * least { return 1 }
        return max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), size / least, 8))
    }

    /// The range of one part of a number of elements.
    static func range(_ part: Int, of parts: Int, count: Int) -> Range<Int> {
        (count * part / parts)..<(count * (part + 1) / parts)
    }

    /// The results of the parts, in their order; the last part runs in the thread that asks.
    static func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        if parts <= 1 { return parts == 1 ? [work(0)] : [] }
        return withoutActuallyEscaping(work) { work in
            let jobs = (0..<parts).map { part in Job { work(part) } }
            let threads = jobs.dropLast().map { start($0) }
            if let last = jobs.last { last.run() }
            for (job, thread) in zip(jobs, threads) {
                if let thread { pthread_join(thread, nil) } else { job.run() }
            }
            return jobs.compactMap(\.result)
        }
    }

    /// A thread that runs the job; nil where the system gives none.
    private static func start<Result>(_ job: Job<Result>) -> pthread_t? {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(job as AnyJob)
        let code = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<AnyJob>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context.toOpaque())
        if code == 0 { return thread }
        context.release()
        return nil
    }
}

/// What a thread runs.
private class AnyJob {
    func run() {}
}

/// One part of the work and what comes of it.
private final class Job<Result>: AnyJob {
    private let work: () -> Result
    private(set) var result: Result?

    init(_ work: @escaping () -> Result) { self.work = work }

    override func run() { result = work() }
}
