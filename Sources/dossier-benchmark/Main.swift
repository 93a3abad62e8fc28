import DossierStorage
import Glibc

/// Measures the work that must be fast, beside the tools that analysts would use in its place, in one run.
///
///     swift build -c release && .build/release/dossier-benchmark [SIZE]… [--only LINE]… [--folder FOLDER]
///
/// Each figure is the median of five runs after one that is not counted, of fewer where they take long. Peers that are not
/// installed are left out. The data is made from a seed, the same on every run.
@main
enum Main {
    static func main() {
        guard StandardStreams.occupy() else { exit(74) }
        var words = CommandLine.arguments.dropFirst()
        if words.first == "--peak" { return PeakMemory.run(Array(words.dropFirst())) }
        if words.first == "--hold" { return PeakMemory.hold(words.last ?? "") }
        var sizes: [Int] = []
        var only: [String] = []
        var folder = "/var/tmp"
        while let word = words.popFirst() {
            switch word {
            case "--only": only.append(words.popFirst() ?? "")
            case "--folder": folder = words.popFirst() ?? folder
            default:
                guard let size = Int(word), size > 0 else { return usage(word) }
                sizes.append(size)
            }
        }
        if let name = only.first(where: { name in !Line.all.contains { $0.name == name } }) { return usage(name) }
        if Workplace.dossier == nil { print("dossier is not built: 'swift build -c release' builds all\n") }
        if sizes.isEmpty { sizes = [10_000, 100_000, 1_000_000] }
        let lines = Line.all.filter { only.isEmpty || only.contains($0.name) }
        var load = [0.0]
        getloadavg(&load, 1)
        print(
            "seed \(SeededRandom.seed); medians of \(Measurement.runs); a peer that takes '2× more' is behind, '2× less' ahead"
        )
        print("load before: \(Measurement.rounded(load[0])) on \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors\n")
        var report = Report()
        for (index, size) in sizes.sorted().enumerated() {
            let workplace = Workplace(count: size, below: folder)
            report.begin(size)
            for line in lines where line.grows || index == 0 {
                for row in line.measure(workplace) { report.add(row) }
            }
        }
        report.printGrowth()
    }

    private static func usage(_ word: String) {
        print("'\(word)' is no size and no line; lines are " + Line.all.map(\.name).joined(separator: ", "))
        exit(64)
    }
}
