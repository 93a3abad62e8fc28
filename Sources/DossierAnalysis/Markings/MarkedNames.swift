import DossierModel

/// The names and titles of a session's stricter records, to be found as words in texts.
///
/// They stand in a tree of words, so that a text is read once, however many names there are.
struct MarkedNames {
    /// A name or title, and whose it is.
    struct Name: Hashable {
        /// As it stands in the record.
        let text: String
        let record: Identifier
        let marking: Marking
        /// Whether words must be written alike to be meant: short names, and titles of one word, are ordinary words too.
        fileprivate let isExact: Bool
    }

    /// The strictest label of a name; nil where there are none.
    private(set) var strictest: Marking?
    private var names: [Name] = []
    private var numbers: [String: Int32] = [:]
    private var children: [Edge: Int32] = [:]
    /// The names that end at each node of the tree.
    private var ends: [[Int]] = [[]]

    /// A word that follows a node of the tree.
    private struct Edge: Hashable {
        let node: Int32
        let word: Int32
    }

    /// How many words of a title are looked for: more would not tell it better from others.
    private static let mostWords = 32

    /// Takes the names of all records that are stricter than others.
    init(of session: Session, _ markings: Markings, for watch: (any WorkWatch)? = nil) {
        let open = Marking.allCases[0]
        var lowest = markings.ofSession ?? open
        let slots = Kind.listed.flatMap { session.filledSlots(of: $0) }
        for slot in slots { lowest = min(lowest, markings[slot] ?? open) }
        let work = Work("gathering names", .records, of: slots.count, for: watch)
        for slot in slots.steps(of: work) {
            guard let marking = markings[slot], marking > lowest, let record = session.record(at: slot) else {
                continue
            }
            add(record, marking)
        }
        if let own = markings.ofSession, own > lowest { add(session.header, own) }
    }

    /// The names in a text that are stricter than a label; of those that begin at a word the longest.
    func found(in text: String, above own: Marking?) -> [Name] {
        let words = Words(text)
        let numbers = words.folded.map { self.numbers[$0] }
        var found: [Name] = []
        var index = 0
        while index < numbers.count {
            let (name, length) = name(at: index, numbers, words, above: own ?? Marking.allCases[0])
            if let name, !found.contains(name) { found.append(name) }
            index += max(1, length)
        }
        return found
    }

    private func name(
        at first: Int, _ numbers: [Int32?], _ words: Words, above own: Marking
    ) -> (name: Name?, length: Int) {
        var best: (name: Name?, length: Int) = (nil, 0)
        var node = Int32(0)
        for index in first..<numbers.count {
            guard let word = numbers[index], let next = children[Edge(node: node, word: word)] else { break }
            node = next
            let name = ends[Int(node)].lazy.map { names[$0] }.first { name in
                name.marking > own
                    && (!name.isExact || words.written[first...index].elementsEqual(Words(name.text).written))
            }
            if let name { best = (name, index - first + 1) }
        }
        return best
    }

    private mutating func add(_ record: Record, _ marking: Marking) {
        let isEntity = record.kind == .entity
        var texts = isEntity ? record.texts(.name) + record.texts(.alias) : []
        if record.kind.titleField == .title { texts += record.texts(.title) }
        // An id of one word, such as otto, is no more than part of a name.
        if record.id != .session, Words(record.id.text).written.count > 1 { texts.append(record.id.text) }
        for text in texts {
            let words = Words(text)
            guard let isExact = words.mustBeExact(isTitle: !isEntity) else { continue }
            add(Name(text: text, record: record.id, marking: marking, isExact: isExact), words.folded)
        }
    }

    private mutating func add(_ name: Name, _ words: [String]) {
        var node = Int32(0)
        for word in words.prefix(MarkedNames.mostWords) {
            let number = numbers[word] ?? Int32(numbers.count)
            numbers[word] = number
            let edge = Edge(node: node, word: number)
            if let known = children[edge] {
                node = known
            } else {
                node = Int32(ends.count)
                children[edge] = node
                ends.append([])
            }
        }
        ends[Int(node)].append(names.count)
        names.append(name)
        strictest = [strictest, name.marking].compactMap(\.self).max()
    }
}
