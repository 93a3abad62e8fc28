import Glibc

extension Line {
    /// What an open session holds, in memory of its own and in files that are mapped, beside the peak of peers that filter.
    static let peakMemory = Line(name: "memory") { workplace in
        let place = SyntheticEvent.busyPlace
        let lines = workplace.lines
        let held = ChildProcess.run(["/proc/self/exe", "--hold", workplace.session], capturing: true)?.text
        let kilobytes = (held ?? "").split(separator: "\n").compactMap { Int($0) }
        func own(_ index: Int) -> Measurement? {
            Measurement(bytes: kilobytes.count == 3 ? kilobytes[index] * 1_024 : nil)
        }
        let query =
            "select id from \(DuckDB.scan(lines)) where list_contains(place, '\(place)') order by earliest limit 50"
        let simdjson = Simdjson()
        return [
            Row(
                work: "peak while opening", own: own(2),
                peers: [
                    ("duckdb, in python", Measurement(bytes: DuckDB.peak(query))),
                    (
                        "simdjson",
                        Measurement(
                            bytes: simdjson.flatMap { ChildProcess.peak(of: $0.command(lines, place: place)) })
                    ),
                    ("jq", Measurement(bytes: ChildProcess.peak(of: CommandLineTools.jq(lines, place: place)))),
                ]),
            Row(work: "held by the open session: own memory", own: own(0)),
            Row(work: "held by the open session: mapped files", own: own(1)),
        ]
    }
}

/// Small processes of this program, since a child begins with the peak of its parent.
enum PeakMemory {
    /// Runs a command and prints the most memory that it held.
    static func run(_ command: [String]) {
        if let run = ChildProcess.run(command) { print(run.peak) }
    }

    /// Opens a session and prints the kilobytes that it holds: own, mapped, and at the most.
    static func hold(_ path: String) {
        guard let engine = Workplace.engine(path), let file = fopen("/proc/self/status", "re") else { return }
        defer { fclose(file) }
        var block = [UInt8](repeating: 0, count: 16_384)
        let count = fread(&block, 1, block.count, file)
        let lines = String(decoding: block.prefix(count), as: UTF8.self).split(separator: "\n")
        for name in ["RssAnon:", "RssFile:", "VmHWM:"] {
            guard let line = lines.first(where: { $0.hasPrefix(name) }) else { continue }
            print(line.split { $0 == " " || $0 == "\t" }[1])
        }
        blackHole(engine)
    }
}
