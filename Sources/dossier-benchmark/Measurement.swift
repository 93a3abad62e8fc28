import Glibc

/// What one piece of work takes, over several runs: seconds, or bytes.
struct Measurement {
    /// How many runs are counted, at most.
    static let runs = 5
    /// A run that takes longer than these seconds in all is not repeated.
    private static let patience = 20.0

    /// What each run took, in ascending order.
    let values: [Double]
    /// Whether the values are bytes.
    private let isMemory: Bool

    /// The middle run.
    var median: Double { values[values.count / 2] }

    /// Takes what was measured elsewhere; nil where nothing was.
    init?(seconds: [Double]?) {
        guard let seconds, !seconds.isEmpty else { return nil }
        values = seconds.sorted()
        isMemory = false
    }

    /// Takes a number of bytes; nil where there is none.
    init?(bytes: Int?) {
        guard let bytes else { return nil }
        values = [Double(bytes)]
        isMemory = true
    }

    /// Runs work inside this program: once that is not counted, then until enough runs are there or patience ends.
    init(_ work: () -> Void) { self = Measurement.timed { Measurement.seconds(of: work) } }

    private init(runs: [Double]) {
        values = runs.sorted()
        isMemory = false
    }

    /// Takes the seconds that each run gives itself; the first run counts only where it used up the patience.
    static func timed(_ run: () -> Double) -> Measurement {
        let start = now
        let first = run()
        var values: [Double] = []
        while values.count < runs, now - start < patience { values.append(run()) }
        return Measurement(runs: values.isEmpty ? [first] : values)
    }

    /// Runs several pieces of work in turn, a-b-a-b, so that each meets the same machine; nil for one that fails.
    ///
    /// - Parameter rounds: how often each is run, besides once that is not counted.
    static func alternating(rounds: Int = runs, _ works: [() -> Double?]) -> [Measurement?] {
        let start = now
        var values: [[Double]] = works.map { _ in [] }
        var first: [Double?] = []
        for work in works { first.append(work()) }
        for _ in 0..<rounds where now - start < patience * Double(works.count) {
            for (index, work) in works.enumerated() where first[index] != nil {
                if let seconds = work() { values[index].append(seconds) }
            }
        }
        return works.indices.map { index in
            Measurement(seconds: values[index].isEmpty ? first[index].map { [$0] } : values[index])
        }
    }

    /// The seconds that work takes once.
    static func seconds(of work: () -> Void) -> Double {
        let start = now
        work()
        return now - start
    }

    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The median with its unit, and the number of runs where it is small.
    var text: String {
        if isMemory { return Measurement.rounded(median / 1_048_576) + " MiB" }
        let runs = values.count < Measurement.runs ? " (\(values.count) run\(values.count == 1 ? "" : "s"))" : ""
        switch median {
        case 1...: return Measurement.rounded(median) + " s" + runs
        case 1e-3...: return Measurement.rounded(median * 1e3) + " ms" + runs
        default: return Measurement.rounded(median * 1e6) + " µs" + runs
        }
    }

    /// A number with three digits, or as many as one below a tenth needs.
    static func rounded(_ number: Double) -> String {
        if number >= 100 { return "\(Int(number.rounded()))" }
        var factor: Double = number < 10 ? 100 : 10
        while number > 0, number * factor < 10 { factor *= 10 }
        return "\((number * factor).rounded() / factor)"
    }
}
