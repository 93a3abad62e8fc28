/// Random text for tests: letters of several scripts, marks, emoji, spaces, and what could drive a terminal.
public enum SampleText {
    private static let pieces: [[String]] = [
        ["a", "b", "word", "e\u{301}", "ß", "X", "7", "-", "("], [" ", "  "],
        ["한", "글", "문서", "\u{1112}\u{1161}\u{11AB}", "日", "本", "、", "。", "「", "か", "ー"],
        ["😀", "👩‍👩‍👧", "❤️", "🇰🇷", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"], ["की", "ส่ำ", "سلام", "می‌خواهم", "क्षि"],
        [
            "\u{1B}", "\u{1B}[2J", "\u{7}", "\u{0}", "\r", "\n", "\r\n", "\t", "\u{7F}", "\u{9B}", "\u{85}",
            "\u{1B}]0;title\u{7}",
        ],
        [
            "\u{202E}", "\u{2066}", "\u{2069}", "\u{61C}", "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{200C}", "\u{FE0F}",
            "\u{E0041}", "\u{E0101}", "\u{AD}", "\u{3164}", "\u{2028}", "\u{301}", "\u{1F3FB}", "\u{1F1E6}",
        ],
    ]

    /// Any text.
    public static func any(length: Int, using generator: inout SplitMix64) -> String {
        text(length: length, from: pieces, using: &generator)
    }

    /// Text without controls and hidden characters.
    public static func tame(length: Int, using generator: inout SplitMix64) -> String {
        text(length: length, from: Array(pieces.prefix(5)), using: &generator)
    }

    private static func text(length: Int, from pieces: [[String]], using generator: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<length {
            let group = pieces[Int.random(in: pieces.indices, using: &generator)]
            text += group[Int.random(in: group.indices, using: &generator)]
        }
        return text
    }
}
