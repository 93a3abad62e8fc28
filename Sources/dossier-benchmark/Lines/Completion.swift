import DossierCore

extension Line {
    /// What may follow a prefix among as many names.
    static let completion = Line(name: "completion") { workplace in
        let names = (1...workplace.count).map { SyntheticWords.name($0) }
        let path = workplace.file("names") { path in
            Workplace.write(Array(names.sorted().map { $0 + "\n" }.joined().utf8), to: path)
        }
        let prefix = String(names[names.count / 2].prefix(8))
        let state = workplace.file("names.json")
        let records = names.enumerated().map { "{\"id\": \"name-\($0 + 1)\", \"name\": \"\($1)\"}" }
        let text =
            "{\n\"dossier\": {\"format\": 1},\n\"sources\": [],\n\"entities\": [\n" + records.joined(separator: ",\n")
            + "\n],\n\"events\": [],\n\"claims\": [],\n\"notes\": [],\n\"links\": []\n}\n"
        Workplace.write(Array(text.utf8), to: state)
        Workplace.nameState(state)
        guard let session = Workplace.notebook(state)?.session else { return [] }
        let completer = Completer(session: session) { _ in [] }
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
