/// An incremental search through the history (Ctrl-R, Ctrl-S).
struct HistorySearch {
    enum Direction { case older, newer }

    /// What stood in the line when the search began, and comes back when it is given up.
    let original: String
    private(set) var query = ""
    private(set) var failed = false
    private var direction: Direction
    private var index: Int
    /// The entry the search stands on.
    private(set) var match: String?
    /// Where each character of the query was typed, so that taking one back takes back where it led.
    private var trail: [(index: Int, match: String?, failed: Bool)] = []

    init(from history: History, original: String, direction: Direction) {
        self.original = original
        self.direction = direction
        index = history.entries.count
    }

    /// What the line shows in place of the prompt.
    var prompt: String {
        let name = direction == .older ? "search" : "search forward"
        return failed ? "(no match) '\(query)': " : "(\(name)) '\(query)': "
    }

    mutating func append(_ character: Unicode.Scalar, in history: History) {
        trail.append((index, match, failed))
        query.unicodeScalars.append(character)
        look(from: index, skipping: nil, in: history)
    }

    /// Takes back the last grapheme cluster of the query.
    mutating func removeLast() {
        guard let last = query.last else { return }
        query.removeLast()
        for _ in last.unicodeScalars {
            guard let before = trail.popLast() else { return }
            (index, match, failed) = before
        }
    }

    /// Goes on to the next match.
    mutating func next(_ direction: Direction, in history: History) {
        self.direction = direction
        guard !query.isEmpty else { return }
        look(from: direction == .older ? index - 1 : index + 1, skipping: match, in: history)
    }

    private mutating func look(from start: Int, skipping shown: String?, in history: History) {
        let entries = history.entries
        let pattern = CaselessPattern(query)
        let candidates =
            direction == .older
            ? AnySequence(stride(from: min(start, entries.count - 1), through: 0, by: -1))
            : AnySequence(stride(from: max(start, 0), to: entries.count, by: 1))
        let found = candidates.first { entries[$0] != shown && pattern.occurs(in: entries[$0]) }
        failed = found == nil
        guard let found else { return }
        index = found
        match = entries[found]
    }
}
