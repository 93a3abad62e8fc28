import Glibc

/// Times of one piece of work over several runs.
struct Measurement {
    /// How many runs are counted.
    static let runs = 5

    /// The seconds of each run, in ascending order.
    let seconds: [Double]

    /// The middle run.
    var median: Double { seconds[seconds.count / 2] }

    /// Runs work inside this program.
    init(_ work: () -> Void) {
        work()
        var seconds: [Double] = []
        for _ in 0..<Measurement.runs {
            let start = Measurement.now
            work()
            seconds.append(Measurement.now - start)
        }
        self.seconds = seconds.sorted()
    }

    /// Takes times that another program measured itself.
    init?(seconds: [Double]) {
        if seconds.isEmpty { return nil }
        self.seconds = seconds.sorted()
    }

    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Rows of a table of measurements: what was done, how long it took, and how that compares with the first row.
struct MeasurementTable {
    private var lines: [String]
    private var first: Double?

    init(_ title: String) { lines = [title] }

    mutating func add(_ name: String, _ measurement: Measurement?, note: String) {
        guard let measurement else {
            lines.append("  \(padded(name))  not installed")
            return
        }
        let ratio = first.map { "\(rounded(measurement.median / $0))×" } ?? "1×"
        first = first ?? measurement.median
        lines.append("  \(padded(name))  \(rounded(measurement.median * 1_000)) ms  \(ratio)  \(note)")
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 44 - name.count))
    }

    private func rounded(_ number: Double) -> String {
        let factor: Double = number < 10 ? 100 : number < 100 ? 10 : 1
        return String((number * factor).rounded() / factor)
    }
}
