/// A walk through the history with the Up and Down keys: only entries that begin as the line did when it started.
struct HistoryWalk {
    private let prefix: String
    private let draft: String
    private var index: Int
    /// What the walk shows. A line that differs from it was edited, and the walk is over.
    private(set) var shown: String

    init(from history: History, prefix: String, draft: String) {
        self.prefix = prefix
        self.draft = draft
        index = history.entries.count
        shown = draft
    }

    /// Goes to the next older entry. `false` where there is none.
    mutating func goBack(in history: History) -> Bool {
        guard let older = history.index(before: index, beginningWith: prefix, otherThan: shown) else { return false }
        index = older
        shown = history.entries[older]
        return true
    }

    /// Goes to the next newer entry, and from the newest back to the line that was there. `false` where the walk is there.
    mutating func goForward(in history: History) -> Bool {
        if let newer = history.index(after: index, beginningWith: prefix, otherThan: shown) {
            index = newer
            shown = history.entries[newer]
            return true
        }
        guard index < history.entries.count else { return false }
        index = history.entries.count
        shown = draft
        return true
    }
}
