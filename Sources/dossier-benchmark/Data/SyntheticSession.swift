/// A session of so many events and as many links, written by streaming strings in the layout of a saved state.
struct SyntheticSession {
    let count: Int

    /// Writes the state.
    func write(to path: String) {
        let file = FileStream(path)
        file.write("{\n\"dossier\": {\"format\": 1, \"title\": \"\(count) events\"}")
        list("sources", SyntheticEvent.sources, file) { number in
            "{\"id\": \"s\(number)\", \"title\": \"\(SyntheticWords.name(number))\", \"reliability\": \"B\"}"
        }
        let actors = SyntheticEvent.actors
        list("entities", actors + SyntheticEvent.places, file) { number in
            let isPlace = number > actors
            let id = isPlace ? "place-\(number - actors)" : "actor-\(number)"
            let type = isPlace ? "place" : "person"
            return "{\"id\": \"\(id)\", \"name\": \"\(SyntheticWords.name(number))\", \"type\": \"\(type)\"}"
        }
        list("events", count, file) { SyntheticEvent($0).json }
        list("claims", 0, file) { _ in "" }
        list("notes", 0, file) { _ in "" }
        list("links", count, file) { link($0) }
        file.write("\n}\n")
        file.close()
    }

    /// Writes the events for peers, one JSON object a line.
    func writeLines(to path: String) { stream(to: path) { $0.peerJSON + "\n" } }

    /// Writes the events for peers, as rows of a table.
    func writeRows(to path: String) { stream(to: path) { $0.row } }

    private func stream(to path: String, _ text: (SyntheticEvent) -> String) {
        let file = FileStream(path)
        for number in 1...max(count, 1) { file.write(text(SyntheticEvent(number))) }
        file.close()
    }

    private func link(_ number: Int) -> String {
        var random = SeededRandom(-number)
        let from = 1 + random.next(count)
        let to = 1 + (from + random.next(max(count - 1, 1))) % count
        let relation = ["precedes", "causes", "enables", "responds-to"][random.next(4)]
        return """
            {"id": "l\(number)", "from": "e\(from)", "relation": "\(relation)", "to": "e\(to)", \
            "grade": "\(["A1", "B2", "C3", "F6"][random.next(4)])"}
            """
    }

    private func list(_ name: String, _ count: Int, _ file: FileStream, _ record: (Int) -> String) {
        file.write(",\n\"\(name)\": [")
        for number in 0..<count {
            file.write(number == 0 ? "\n" : ",\n")
            file.write(record(number + 1))
        }
        file.write(count == 0 ? "]" : "\n]")
    }
}
