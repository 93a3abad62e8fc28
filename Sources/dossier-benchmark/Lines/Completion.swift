import DossierEngine

extension Line {
    /// What may follow a prefix among as many names.
    static let completion = Line(name: "completion") { workplace in
        let path = workplace.names
        let prefix = String(SyntheticWords.name(workplace.count / 2 + 1).prefix(8))
        guard let engine = Workplace.engine(workplace.nameSession) else { return [] }
        let completer = engine.completer { _ in [] }
        let line = "add event actor=\"" + prefix
        var found = 0
        let own = Measurement {
            found = completer.complete(line, at: line.utf8.count).candidates.count
        }
        return [
            Row(
                work: "complete a prefix of a name", own: own,
                peers: [
                    ("bisect, in python", Python.bisect(prefix: prefix, among: path)),
                    (
                        "look, a process",
                        Measurement.alternating([CommandLineTools.work(CommandLineTools.look(prefix, in: path))])[0]
                    ),
                ], note: "\(found) found")
        ]
    }
}
