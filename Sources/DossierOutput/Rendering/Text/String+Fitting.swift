import DossierText

extension String {
    /// The text where it fits a width; else its beginning with an ending, together no wider than that.
    ///
    /// - Parameters:
    ///   - width: columns of the terminal.
    ///   - ending: what shows that something is missing; itself cut where it does not fit.
    package func cut(toWidth width: Int, ending: String = "…") -> String {
        var used = 0
        var end = startIndex
        let room = width - TextWidth.of(ending)
        for index in indices {
            used += TextWidth.of(self[index])
            if used <= room { end = self.index(after: index) }
            guard used > width else { continue }
            return room >= 0 ? self[..<end] + ending : ending.cut(toWidth: width, ending: "")
        }
        return self
    }

    /// The text with spaces around it, so that it takes a width; unchanged where it is as wide already.
    package func padded(toWidth width: Int, alignment: TextAlignment = .left) -> String {
        let margins = alignment.margins(of: max(0, width - TextWidth.of(self)))
        return String(repeating: " ", count: margins.before) + self + String(repeating: " ", count: margins.after)
    }

    /// The text in lines no wider than a width, at least one line.
    ///
    /// It is broken at spaces, which disappear, and between characters of two columns; inside a word only where the word is
    /// wider than a line, and never inside a grapheme cluster. A newline ends a line. A character wider than the width
    /// overhangs it.
    package func wrapped(toWidth width: Int) -> [String] {
        let characters = Array(self)
        return LineBreaks.lines(of: characters, toWidth: width).map { String(characters[$0]) }
    }
}
