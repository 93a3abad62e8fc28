import DossierTime

extension Line {
    /// Reading EDTF with its bounds, beside the EDTF package of Python, which reads a part of them.
    static let timeReading = Line(name: "time-reading") { workplace in
        let times = SyntheticTimes(count: workplace.count).texts
        var valid = 0
        let own = Measurement {
            valid = 0
            for text in times {
                if let when = try? When(text), when.latest != .unknown { valid += 1 }
            }
        }
        let sample = Array(times.prefix(200))
        let files = TemporaryFiles(["times": sample.joined(separator: "\n")])
        let share = Double(times.count) / Double(sample.count)
        let peer = Python.edtf(files.path + "/times").map { $0.values.map { $0 * share } }
        return [
            Row(
                work: "read EDTF and its bounds", own: own,
                peers: [("python edtf, from \(sample.count) of them", Measurement(seconds: peer))],
                note: "\(Int(Double(valid) / own.median)) a second")
        ]
    }
}
