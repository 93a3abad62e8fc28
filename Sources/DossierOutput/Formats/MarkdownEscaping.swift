/// Text in which neither CommonMark (0.31.2) nor GitHub Flavored Markdown nor pandoc's Markdown takes anything for markup.
///
/// All three read a `\` before a sign of ASCII as that sign. A sign is escaped only where one of the three would read more
/// into it, so that the text stays legible as it is.
struct MarkdownEscaping {
    private let scalars: [Unicode.Scalar]

    /// White space at the ends would make code of a line that it indents, and keep `**` from being read.
    private init(_ text: String) {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) }
        self.scalars = Array(scalars[..<(end ?? scalars.startIndex)])
    }

    /// The text in one line, also where a line begins with it; white space around it is left out.
    static func escaped(_ text: String) -> String {
        let escaping = MarkdownEscaping(text)
        let mark = escaping.placeOfMark
        var escaped = String.UnicodeScalarView()
        for (index, scalar) in escaping.scalars.enumerated() {
            if scalar == "\n" || scalar == "\r" {
                escaped.append(" ")
                continue
            }
            if index == mark || escaping.isMarkup(at: index) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// The escaped text of an item of a list, in which pandoc makes no check box of `[x]`, `[ ]`, `☐` or `☒` at its beginning:
    /// it looks for them after it has taken the escapes away, so the blank behind them is written as a reference.
    static func withoutTaskMark(_ text: String) -> String {
        let scalars = text.unicodeScalars
        for mark in ["\\[x\\]", "\\[X\\]", "☐", "☒"] where scalars.starts(with: mark.unicodeScalars) {
            return blankAsReference(in: text, behind: mark.unicodeScalars.count)
        }
        guard scalars.starts(with: "\\[".unicodeScalars) else { return text }
        let blanks = scalars.dropFirst(2).prefix(while: isBlank)
        guard !blanks.isEmpty, scalars[blanks.endIndex...].starts(with: "\\]".unicodeScalars) else { return text }
        return blankAsReference(in: text, behind: blanks.count + 4)
    }

    private static func blankAsReference(in text: String, behind count: Int) -> String {
        var scalars = text.unicodeScalars
        let place = scalars.index(scalars.startIndex, offsetBy: count)
        guard place < scalars.endIndex, isBlank(scalars[place]) else { return text }
        scalars.replaceSubrange(place...place, with: "&#\(scalars[place].value);".unicodeScalars)
        return String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// Signs that mean something wherever they stand: in all three, in pandoc alone (`^`, `$`, `@`, `{`, and quotation marks,
    /// which it would turn into curly ones), or to GitHub (`$`, `@`).
    private static let markup = Set("\\`*_[]<>|#~&$^@{}\"'".unicodeScalars)

    private func isMarkup(at index: Int) -> Bool {
        switch scalars[index] {
        // Of several hyphens or full stops pandoc makes a dash or an ellipsis; Obsidian hides what stands between two `%%`, and
        // marks what stands between two `==`.
        case "-", ".", "%", "=": index > 0 && scalars[index - 1] == scalars[index] || endsAddress(at: index)
        case ":": beginsEmoji(at: index) || scalars[(index + 1)...].starts(with: "//".unicodeScalars)
        case let scalar: MarkdownEscaping.markup.contains(scalar)
        }
    }

    /// Whether a `.` follows the `www` of an address, of which GitHub would make a link.
    private func endsAddress(at index: Int) -> Bool {
        scalars[index] == "." && index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    }

    /// Whether the name of an emoji follows, `:smile:`.
    private func beginsEmoji(at index: Int) -> Bool {
        let rest = scalars[(index + 1)...]
        let name = rest.prefix { MarkdownEscaping.isAlphanumeric($0) || "_+-".unicodeScalars.contains($0) }
        return !name.isEmpty && rest.dropFirst(name.count).first == ":"
    }

    /// Where the sign stands that makes a list, a rule, a heading, a definition, a division or a title of a line that begins
    /// so; nil where none does.
    private var placeOfMark: Int? {
        let isOpen = scalars.first == "("
        let number = scalars.dropFirst(isOpen ? 1 : 0).prefix(while: MarkdownEscaping.isAlphanumeric)
        if number.isEmpty { return scalars.first.map("-+=:%".unicodeScalars.contains) == true ? 0 : nil }
        let rest = scalars[number.endIndex...]
        guard let mark = rest.first, mark == "." || mark == ")" else { return nil }
        guard rest.dropFirst().first?.properties.isWhitespace != false else { return nil }
        return MarkdownEscaping.counts(number) ? number.endIndex : nil
    }

    /// Whether it numbers an item of a list: digits, and in pandoc one letter or a Roman number too.
    private static func counts(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
        number.count == 1 || number.allSatisfy { "0"..."9" ~= $0 }
            || number.allSatisfy("ivxlcdmIVXLCDM".unicodeScalars.contains)
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
    }
}
