extension LineEditor {
    /// The answer to a completion request.
    public struct Completion: Sendable {
        /// UTF-8 offsets of what a candidate replaces: from somewhere on the line being edited up to the cursor.
        public var range: Range<Int>
        /// The candidates, in the order in which the list shows them.
        public var candidates: [Candidate]

        /// A completion. Without candidates the Tab key rings the bell.
        public init(range: Range<Int>, candidates: [Candidate]) {
            self.range = range
            self.candidates = candidates
        }
    }
}

extension LineEditor.Completion {
    /// What the first Tab puts in for `typed`, or `nil` where it can put in nothing that says more than `typed` does.
    func insertion(for typed: String) -> String? {
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 { return first.replacement == typed ? nil : first.replacement }
        let prefix = candidates.dropFirst().reduce(Array(first.replacement)) { prefix, candidate in
            commonPrefix(prefix, Array(candidate.replacement))
        }
        let common = String(prefix)
        guard common != typed, continues(typed, with: common) else { return nil }
        return common
    }

    /// Characters that agree but for their case are common; the first candidate decides the case.
    private func commonPrefix(_ first: [Character], _ second: [Character]) -> [Character] {
        var length = 0
        while length < first.count, length < second.count,
            first[length] == second[length] || first[length].lowercased() == second[length].lowercased()
        {
            length += 1
        }
        return Array(first[..<length])
    }

    /// A prefix may only add to what was typed: candidates found by a word inside them share no beginning with it.
    /// The quote that opens a quoted candidate does not count.
    private func continues(_ typed: String, with prefix: String) -> Bool {
        func bare(_ text: String) -> String {
            let quoted = text.first == "\"" || text.first == "'"
            return (quoted ? String(text.dropFirst()) : text).lowercased()
        }
        let bareTyped = bare(typed)
        return prefix.count >= typed.count && !bare(prefix).isEmpty && bare(prefix).hasPrefix(bareTyped)
    }
}
