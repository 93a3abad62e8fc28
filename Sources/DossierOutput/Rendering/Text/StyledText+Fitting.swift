import DossierLanguage
import DossierText

extension StyledText {
    /// The text as ``VisibleText`` shows it; measuring and breaking lines must see what the terminal will.
    ///
    /// - Parameter keepingNewlines: whether a newline stays one.
    package func visible(keepingNewlines: Bool = false) -> StyledText {
        StyledText(
            spans: spans.map { StyledSpan(VisibleText.escaping($0.text, keepingNewlines: keepingNewlines), $0.style) })
    }

    /// The text where it fits a width; else its beginning with an ending, together no wider than that.
    package func cut(toWidth width: Int, ending: String = "…") -> StyledText {
        let visible = visible()
        guard visible.width > width else { return visible }
        let endingWidth = TextWidth.of(ending)
        guard endingWidth <= width else { return StyledText(ending.cut(toWidth: width, ending: ""), .faint) }
        var room = width - endingWidth
        var kept = StyledText()
        for span in visible.spans {
            let part = span.text.cut(toWidth: room, ending: "")
            kept += StyledText(part, span.style)
            room -= TextWidth.of(part)
            if part.utf8.count < span.text.utf8.count { break }
        }
        return kept + StyledText(ending, .faint)
    }

    /// The text with spaces around it, so that it takes a width; unchanged where it is as wide already.
    package func padded(toWidth width: Int, alignment: TextAlignment = .left) -> StyledText {
        let margins = alignment.margins(of: max(0, width - self.width))
        return StyledText(String(repeating: " ", count: margins.before))
            + self
            + StyledText(String(repeating: " ", count: margins.after))
    }

    /// The text in lines no wider than a width, at least one line; broken as ``Swift/String/wrapped(toWidth:)`` does.
    package func wrapped(toWidth width: Int) -> [StyledText] {
        let text = visible(keepingNewlines: true)
        if text.width <= width, !text.spans.contains(where: { $0.text.utf8.contains(UInt8(ascii: "\n")) }) {
            return [text.withoutTrailingSpaces()]
        }
        var characters: [Character] = []
        var styles: [TextStyle] = []
        for span in text.spans {
            characters += span.text
            styles += Array(repeating: span.style, count: characters.count - styles.count)
        }
        return LineBreaks.lines(of: characters, toWidth: width).map { line in
            var text = StyledText()
            for index in line {
                if let last = text.spans.indices.last, text.spans[last].style == styles[index] {
                    text.spans[last].text.append(characters[index])
                } else {
                    text.spans.append(StyledSpan(String(characters[index]), styles[index]))
                }
            }
            return text
        }
    }

    /// The text without the spaces at its end.
    func withoutTrailingSpaces() -> StyledText {
        var spans = spans
        while let last = spans.last {
            let kept = last.text.utf8.reversed().drop { $0 == UInt8(ascii: " ") }.count
            if kept == last.text.utf8.count { break }
            spans.removeLast()
            guard kept > 0 else { continue }
            spans.append(StyledSpan(String(decoding: last.text.utf8.prefix(kept), as: UTF8.self), last.style))
            break
        }
        return StyledText(spans: spans)
    }
}
