/// Measures the work that must be fast, beside the tools that analysts would use in its place, in one run.
///
///     swift run -c release dossier-benchmark [RECORDS]
///
/// Each figure is the median of five runs after one that is not counted.
@main
enum Main {
    static func main() {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
        let times = SyntheticTimes(count: count)
        print("\(count) times, seed \(SyntheticTimes.seed); medians of \(Measurement.runs)\n")
        print(TimeReading(times: times).table)
        print(TimeFilter(times: times).table)
    }
}
