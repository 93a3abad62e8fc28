/// A literal in a source that holds what a test expects: an argument with a label, in a call that is known by another literal.
struct RecordedLiteral {
    /// The function of the call.
    let call: String
    /// The label of the argument.
    let label: String
    /// What a literal before it says.
    let anchor: String
    /// What it says.
    let text: String

    /// The source in which it says something else; nil where the literal is not in the source.
    func renewed(in source: String, as new: String) -> String? {
        if !source.contains(call + "(") { return nil }
        let literals = StringLiteral.all(in: source)
        for (index, literal) in literals.enumerated() where literal.text == text {
            guard isLabelled(literal, in: source) else { continue }
            guard let start = source[..<literal.range.lowerBound].ranges(of: call + "(").last else { continue }
            let before = literals[..<index].reversed().prefix { $0.range.lowerBound >= start.upperBound }
            guard before.contains(where: { $0.text == anchor }),
                isOpen(source, from: start.upperBound, to: literal, before)
            else { continue }
            let indentation = source[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).last?
                .prefix { $0 == " " }
            return source.replacingCharacters(
                in: literal.range, with: StringLiteral.written(new, indentedBy: (indentation?.count ?? 0) + 4))
        }
        return nil
    }

    /// Whether no bracket has closed the call between its begin and a literal, apart from those in literals.
    private func isOpen(
        _ source: String, from start: String.Index, to literal: StringLiteral,
        _ literals: some Sequence<StringLiteral>
    ) -> Bool {
        var code: [Substring] = []
        var end = literal.range.lowerBound
        for other in literals {
            code.append(source[other.range.upperBound..<end])
            end = other.range.lowerBound
        }
        code.append(source[start..<end])
        var depth = 0
        for bracket in code.reversed().joined() where bracket == "(" || bracket == ")" {
            depth += bracket == "(" ? 1 : -1
            if depth < 0 { return false }
        }
        return true
    }

    private func isLabelled(_ literal: StringLiteral, in source: String) -> Bool {
        let before = source[..<literal.range.lowerBound].reversed().drop { $0 == " " || $0 == "\n" }
        return before.starts(with: (label + ":").reversed())
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + self[range.upperBound...]
    }
}
