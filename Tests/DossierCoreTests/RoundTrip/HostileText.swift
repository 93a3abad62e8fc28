import TestSupport

@testable import DossierModel
@testable import DossierText

/// Texts that break programs: quotation marks, control characters, scripts that run the other way, other people's list.
enum HostileText {
    static let own = [
        "plain words", "two\nlines", "\n", "\nbegins with a line", "ends with a line\n", "a\r\nb", "a\rb", "\r",
        "tab\there",
        "\"", "\"\"", "\"\"\"", "say \"no\"", "ends in \"", "'", "it's", "''", "\\", "\\\\", "\\n", "ends in \\",
        "\\u{41}",
        " leads", "trails ", "  ", "--", " -- tail", "--with-links", "# no comment", "#tag", "a#b", "=", "x=1",
        "title=no",
        "+=", "-=", "a:b", "<", ">", "(", ")", "((", "_", "%1", "e1..e9", "e1,e2", "..", "*", "$HOME", "`id`", "{}",
        "[x]",
        "북한군 파병", "조선민주주의인민공화국", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "é", "\u{301}", "\u{1F468}\u{200D}\u{1F469}",
        "🇰🇷", "☂\u{FE0F}", "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}", "\u{200B}", "\u{FEFF}",
        "\u{FEFF}mark",
        "\u{2028}", "\u{2029}", "\u{85}", "\u{1}\u{2}\u{7}\u{8}\u{B}\u{C}\u{1B}[31m", "\u{7F}", "\u{9B}31m", "\u{FFFD}",
        "\u{FFFE}",
        "\u{10FFFF}", "\u{E000}", "Ａ１", "ǅ", "ß", "İ", "Å", "\u{212B}", "null", "true", "2024-10-21", "~5", "B2",
    ]

    /// A list that others keep; empty where it is absent.
    static let others = SharedData.strings("naughty-strings.json") ?? []

    /// More of them than each test goes through: by what they break, and the list of others.
    static let many: [String] = sorts.flatMap(\.self) + others

    private static let sorts: [[String]] = [
        controls, directions, hidden, combining, formats, paths, injections, values, languages,
    ]

    static let all = own + many

    /// One of the texts, or several put together; never empty.
    static func any(_ random: inout SplitMix64) -> String {
        let count = Int.random(in: 0..<10, using: &random) < 7 ? 1 : 3
        let parts = (0..<count).map { _ in all.randomElement(using: &random) ?? "" }
        let text = String(
            String.UnicodeScalarView(parts.joined(separator: " ").unicodeScalars.filter { $0.value != 0 }))
        return text.isEmpty ? "x" : text
    }
}

/// Texts as a person may type them, in each of the ways that the language has.
enum Typed {
    /// The text in one of the forms that can hold it.
    static func text(_ text: String, _ random: inout SplitMix64) -> String {
        let bytes = Array(text.utf8)
        let hasLine = bytes.contains(0x0A)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where !hasLine && !bytes.contains(UInt8(ascii: "'")): return "'" + text + "'"
        case 1 where !text.utf8Contains("\"\"\"") && bytes.last != UInt8(ascii: "\"") && !text.utf8Contains("\r\n"):
            return "\"\"\"\n" + text + "\"\"\""
        default: return escaped(text)
        }
    }

    /// The text with escapes, each character that may be escaped.
    static func escaped(_ text: String) -> String {
        var typed = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": typed += "\\" + String(scalar)
            case "\n": typed += "\\n"
            case "\r": typed += "\\u{D}"
            default: typed.unicodeScalars.append(scalar)
            }
        }
        return typed + "\""
    }
}
