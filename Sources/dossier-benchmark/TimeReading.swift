import DossierCore

/// Reading EDTF with its bounds, beside the EDTF package of Python.
struct TimeReading {
    let times: SyntheticTimes

    var table: String {
        var table = MeasurementTable("read EDTF and its bounds")
        var valid = 0
        let own = Measurement {
            valid = 0
            for text in times.texts {
                if let when = try? When(text), when.latest != .unknown { valid += 1 }
            }
        }
        table.add("dossier, \(times.texts.count) times", own, note: "\(Int(Double(valid) / own.median)) a second")
        let sample = times.texts.prefix(2_000)
        let peer = Peer.python(
            """
            import sys, time
            from edtf import parse_edtf
            texts = sys.stdin.read().split()
            for run in range(6):
                start = time.perf_counter()
                for text in texts:
                    value = parse_edtf(text)
                    value.lower_strict(); value.upper_strict()
                if run: print(time.perf_counter() - start)
            """, input: sample.joined(separator: "\n"))
        let share = Double(times.texts.count) / Double(sample.count)
        let scaled = peer.flatMap { Measurement(seconds: $0.map { $0 * share }) }
        let speed = scaled.map { "\(Int(Double(times.texts.count) / $0.median)) a second" } ?? ""
        table.add("python edtf, from \(sample.count) of them", scaled, note: speed)
        return table.text
    }
}
