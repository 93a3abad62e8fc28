import DossierText

/// The difference of two texts for a person who reads a failure, in the unified format and short.
public struct TextDifference: Sendable {
    private let difference: LineDifference
    /// How many lines that are the same stand around those that differ.
    private let context: Int
    /// How many lines are shown at most.
    private let limit: Int
    /// How many characters of a line are shown at most.
    private let width: Int

    /// Compares texts by their lines.
    public init(from old: String, to new: String, context: Int = 3, limit: Int = 40, width: Int = 200) {
        difference = LineDifference(from: TextDifference.lines(of: old), to: TextDifference.lines(of: new))
        self.context = context
        self.limit = limit
        self.width = width
    }

    /// The lines that differ, `-` before those of the old text and `+` before those of the new; empty where none does.
    public var text: String {
        let lines = difference.hunks(context: context).flatMap { [header(of: $0)] + difference.lines[$0].map(shown) }
        let cut = lines.count > limit ? ["… \(lines.count - limit) more lines"] : []
        return (lines.prefix(limit) + cut).map { $0 + "\n" }.joined()
    }

    /// `@@ -12,7 +12,8 @@`: the first line and the number of lines of a hunk in either text.
    private func header(of hunk: Range<Int>) -> String {
        let (before, within) = (difference.lines[..<hunk.lowerBound], difference.lines[hunk])
        func range(_ isPart: (LineDifference.Line) -> Bool) -> String {
            let count = within.count(where: isPart)
            return "\(before.count(where: isPart) + (count == 0 ? 0 : 1)),\(count)"
        }
        let old = range { if case .added = $0 { false } else { true } }
        let new = range { if case .removed = $0 { false } else { true } }
        return "@@ -\(old) +\(new) @@"
    }

    private func shown(_ line: LineDifference.Line) -> String {
        switch line {
        case .same(let text): " " + cut(text)
        case .removed(let text): "-" + cut(text)
        case .added(let text): "+" + cut(text)
        }
    }

    private func cut(_ line: String) -> String { line.count > width ? line.prefix(width) + "…" : line }

    /// The lines; after an end of line at the end of the text comes none, and a text without it says so.
    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let last = lines.popLast(), !last.isEmpty else { return lines }
        return lines + [last, "\\ no end of line at the end"]
    }
}
