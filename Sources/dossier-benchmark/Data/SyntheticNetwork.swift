/// Entities in a ring, each linked with ten others ahead of it at most, so that chains have many steps as in a real network of
/// places and units, not four or five as in one that is linked at random.
struct SyntheticNetwork {
    /// How many links there are; one tenth of that many entities.
    let links: Int

    var nodes: Int { max(links / 10, 10) }
    /// How far ahead a link reaches, at most.
    private var reach: Int { max(min(500, nodes / 50), 2) }
    /// The two entities between which a chain is asked for: about twenty steps apart.
    var ends: (Int, Int) { (1, 1 + min(20 * (reach - 1), nodes / 2)) }

    private static let relations = ["allied-with", "member-of", "leads", "represents"]

    /// Hands out the links, as numbers of entities from 1 on.
    func each(_ body: (_ number: Int, _ from: Int, _ to: Int) -> Void) {
        for number in 1...max(links, 1) {
            var random = SeededRandom(number)
            let from = 1 + random.next(nodes)
            body(number, from, 1 + (from + random.next(reach)) % nodes)
        }
    }

    /// Writes the state of a session.
    func write(to path: String) {
        let file = FileStream(path)
        file.write("{\n\"dossier\": {\"format\": 1},\n\"sources\": [],\n\"entities\": [")
        for number in 1...nodes {
            file.write(
                "\(number == 1 ? "" : ",")\n{\"id\": \"n-\(number)\", \"name\": \"\(SyntheticWords.name(number))\"}")
        }
        file.write("\n],\n\"events\": [],\n\"claims\": [],\n\"notes\": [],\n\"links\": [")
        each { number, from, to in
            let relation = SyntheticNetwork.relations[number % SyntheticNetwork.relations.count]
            file.write(
                """
                \(number == 1 ? "" : ",")
                {"id": "l\(number)", "from": "n-\(from)", "relation": "\(relation)", "to": "n-\(to)"}
                """)
        }
        file.write("\n]\n}\n")
        file.close()
    }

    /// Writes the links for peers: two numbers a line.
    func writePairs(to path: String) {
        let file = FileStream(path)
        each { _, from, to in file.write("\(from) \(to)\n") }
        file.close()
    }
}
