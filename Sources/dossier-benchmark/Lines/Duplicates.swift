extension Line {
    /// Names that are the same but for case, accents and the order of words, among as many names.
    static let duplicates = Line(name: "duplicates") { workplace in
        let state = workplace.nameSession
        let own = Workplace.engine(state).map { engine in Measurement { engine.ask("show duplicates entities") } }
        return [
            Row(
                work: "duplicates among names, in the open session", own: own,
                peers: [("dict of folded names, in python", Python.foldedNames(workplace.names))])
        ]
    }
}
