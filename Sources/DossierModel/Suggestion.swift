import DossierText

/// The nearest right word to a wrong one.
public enum Suggestion {
    /// The word of fewest edits (insert, delete, replace, swap of neighbours) from the one typed; nil where none is near.
    ///
    /// Near means: at most one edit in three letters; or the typed word begins exactly one of the words.
    public static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let typed = Array(FoldedText.of(word).unicodeScalars)
        guard !typed.isEmpty, typed.count <= 64 else { return nil }
        let limit = typed.count < 3 ? 0 : typed.count / 3
        var best: (word: String, distance: Int)?
        var beginning: String?
        var beginnings = 0
        for candidate in words {
            let folded = Array(FoldedText.of(candidate).unicodeScalars)
            if typed.count >= 2, folded.starts(with: typed) {
                beginnings += 1
                beginning = candidate
            }
            guard abs(folded.count - typed.count) <= limit else { continue }
            let distance = distance(typed, folded)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.word ?? (beginnings == 1 ? beginning : nil)
    }

    /// The optimal string alignment distance.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var previous: [Int] = []
        var current = Array(0...right.count)
        for row in 1...max(1, left.count) where row <= left.count {
            var next = [row] + Array(repeating: 0, count: right.count)
            for column in stride(from: 1, through: right.count, by: 1) {
                let same = left[row - 1] == right[column - 1]
                next[column] = min(next[column - 1] + 1, current[column] + 1, current[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    next[column] = min(next[column], previous[column - 2] + 1)
                }
            }
            previous = current
            current = next
        }
        return current[right.count]
    }
}
