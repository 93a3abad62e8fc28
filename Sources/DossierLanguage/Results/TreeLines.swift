/// The lines of a tree, drawn from the top without recursion, so that no tree is too deep.
public enum TreeLines {
    /// The lines under a root.
    ///
    /// - Parameters:
    ///   - branches: what hangs on the root.
    ///   - visit: the text of a branch and what hangs on it; called once for each, in the order of the lines.
    public static func blocks<Branch>(
        under branches: [Branch], visit: (Branch) throws(Diagnostic) -> (text: StyledText, branches: [Branch])
    ) throws(Diagnostic) -> [Block] {
        var blocks: [Block] = []
        var pending = entries(branches, prefix: "")
        while let (branch, prefix, isLast) = pending.popLast() {
            let (text, inner) = try visit(branch)
            blocks.append(.line(StyledText(prefix + (isLast ? "└─ " : "├─ "), .faint) + text))
            pending += entries(inner, prefix: prefix + (isLast ? "   " : "│  "))
        }
        return blocks
    }

    /// How deep a line stands in a tree, and what it says; nil of a line that is none of a tree.
    public static func branch(_ line: StyledText) -> (level: Int, text: StyledText)? {
        guard let first = line.spans.first, first.style == .faint, first.text.hasSuffix("─ "),
            first.text.allSatisfy({ "│├└─ ".contains($0) })
        else { return nil }
        return (first.text.count / 3, StyledText(spans: Array(line.spans.dropFirst())))
    }

    /// Branches as they wait to be drawn: the first of them last.
    private static func entries<Branch>(_ branches: [Branch], prefix: String) -> [(Branch, String, Bool)] {
        branches.enumerated().reversed().map { ($1, prefix, $0 == branches.count - 1) }
    }
}
