import DossierLanguage
import DossierText

/// A diagnostic for a person: its place, the line with a caret under the words at fault, and what would be right.
package struct DiagnosticText: Sendable {
    /// The columns there are; nil where lines may be as long as they are.
    package var width: Int?

    /// Whether the words at fault are said, for a screen reader, in place of a line with a caret under them.
    package var isPlain: Bool

    /// Makes diagnostics of a width.
    package init(width: Int? = nil, isPlain: Bool = false) {
        self.width = isPlain ? nil : width
        self.isPlain = isPlain
    }

    /// The lines, the first of which says what is wrong.
    package func lines(of diagnostic: Diagnostic) -> [StyledText] {
        let place = diagnostic.place
        var first = StyledText()
        if let name = place.source.name { first += StyledText("\(name):\(place.line):\(place.column): ", .strong) }
        first += StyledText("error: ", .bad) + StyledText(diagnostic.message)
        var lines = fitted(first)
        lines += excerpt(place)
        if let expectation = diagnostic.expectation {
            lines += fitted(StyledText("  expected: ", .faint) + StyledText(expectation))
        }
        if let suggestion = diagnostic.suggestion {
            lines.append(
                StyledText("  did you mean ", .faint) + StyledText("'\(suggestion)'", .strong) + StyledText("?", .faint)
            )
        }
        for note in diagnostic.notes { lines += fitted(StyledText("  " + note)) }
        return lines
    }

    /// A line, wrapped with its later lines indented where it is wider than the terminal.
    private func fitted(_ line: StyledText) -> [StyledText] {
        guard let width, line.width > width else { return [line] }
        let parts = line.wrapped(toWidth: max(10, width - 4))
        return parts.enumerated().map { index, part in index == 0 ? part : "    " + part }
    }

    /// The line, cut around the place where it is long, and the caret under it.
    private func excerpt(_ place: Place) -> [StyledText] {
        let source = place.source
        let line = source.line(at: place.range.lowerBound)
        let start = min(max(place.range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(place.range.upperBound, start), line.upperBound)
        var before = VisibleText.escaping(source.text(line.lowerBound..<start))
        let fault = VisibleText.escaping(source.text(start..<end))
        let after = VisibleText.escaping(source.text(end..<line.upperBound))
        if before.isEmpty, fault.isEmpty, after.isEmpty { return [] }
        if isPlain { return [StyledText(fault.isEmpty ? "  after: \(before)" : "  at: \(fault)")] }
        let room = max(20, (width ?? 100) - 2)
        if TextWidth.of(before) + min(TextWidth.of(fault), room / 2) > room - 8 {
            before = "…" + String(String(before.reversed()).cut(toWidth: room / 2).dropLast().reversed())
        }
        let shown = (before + fault + after).cut(toWidth: room)
        let column = TextWidth.of(before)
        let length = max(1, min(TextWidth.of(fault), TextWidth.of(shown) - column))
        let caret = String(repeating: " ", count: column) + "^" + String(repeating: "~", count: max(0, length - 1))
        return [StyledText("  " + shown), StyledText("  " + caret, .bad)]
    }
}
