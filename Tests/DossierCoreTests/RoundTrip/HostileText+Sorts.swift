/// Texts written for this package, by what they break.
extension HostileText {
    /// Characters that drive a terminal or end a text early: each of C0 but NUL, DEL, each of C1, and whole sequences.
    static let controls: [String] =
        (Array(0x01...0x1F) + Array(0x7F...0x9F)).compactMap { Unicode.Scalar($0 as UInt32) }
        .map { "a\($0)b" } + [
            "\u{1B}[31mred\u{1B}[0m", "\u{1B}[2J\u{1B}[H", "\u{1B}]0;title\u{7}",
            "\u{1B}]8;;http://a.org\u{1B}\\link\u{1B}]8;;\u{1B}\\",
            "\u{1B}P+q\u{1B}\\", "\u{9B}2J", "\u{9D}0;title\u{9C}", "\u{1B}[6n", "\u{1B}c", "over\rwritten",
            "back\u{8}\u{8}space",
            "bell\u{7}", "form\u{C}feed", "vertical\u{B}tab", "a\r\n\r\nb", "\n\n\n", "\t\t",
            "a\u{85}b\u{2028}c\u{2029}d",
        ]

    /// Text that runs from right to left, and characters that turn the direction and leave it turned.
    static let directions: [String] = [
        "السلام عليكم", "שלום עולם", "abc שלום 123", "مرحبا (world) ١٢٣", "\u{202E}txt.exe", "\u{202E}\u{202E}\u{202E}",
        "a\u{202D}b",
        "\u{202A}a\u{202B}b", "a\u{202C}", "\u{2066}a", "\u{2067}a\u{2068}b", "\u{2069}\u{2069}", "\u{200E}a\u{200F}b",
        "\u{61C}١",
        "if (a\u{202E} // ;)b", "ﷺ", "ﷲ", "پاسخ‌ها", "ދިވެހި", "ܫܠܡܐ",
    ]

    /// Characters that nobody sees, or that look like others.
    static let hidden: [String] = [
        "a\u{200B}b", "a\u{200C}b", "a\u{200D}b", "a\u{2060}b", "a\u{FEFF}b", "a\u{AD}b", "a\u{34F}b", "a\u{180E}b",
        "a\u{3164}b",
        "a\u{115F}b", "a\u{1160}b", "a\u{FFA0}b", "\u{2061}\u{2062}\u{2063}\u{2064}", "a\u{FE00}b", "a\u{FE0F}b",
        "a\u{E0100}b",
        "\u{E0001}\u{E0061}\u{E007F}", "a\u{FFF9}b\u{FFFA}c\u{FFFB}", "\u{A0}", "a\u{A0}b",
        "\u{2000}\u{2001}\u{2002}\u{2003}", "\u{3000}",
        "\u{1680}", "\u{205F}", "\u{202F}", "\u{2800}", "раураl", "ΑΒΓ", "ｆｕｌｌ", "𝐛𝐨𝐥𝐝", "ⅷ", "²³", "½", "ﬀﬁﬂ", "K",
        "Å", "\u{FFFC}",
        "\u{1FFFE}", "\u{F8FF}", "\u{100000}",
    ]

    /// Letters made of many, letters that change their number with their case, and marks that pile up.
    static let combining: [String] = [
        "e\u{301}\u{302}\u{303}\u{304}", "\u{301}a", " \u{301}", "a" + String(repeating: "\u{301}", count: 60),
        "Z\u{351}\u{36B}\u{343}a\u{328}l\u{334}",
        "\u{C5}\u{41}\u{30A}\u{212B}", "q\u{307}\u{323}", "q\u{323}\u{307}", "한글",
        "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "\u{1100}",
        "\u{AC00}\u{11A8}", "क्षत्रिय", "श्री", "ก็", "ကျွန်", "தமிழ்", "ญี่ปุ่น", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇪🇺🇺", "1️⃣", "👍🏿🏿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "☝\u{FE0E}☝\u{FE0F}", "ẞßSS", "İıIi",
        "ŉ", "ǰ", "ΐ", "ΣΑΣ σας", "ǅǆǄ", "ﬃ", "և", "ᾳ",
    ]

    /// What formats, shells and spreadsheets put something else for.
    static let formats: [String] = [
        "%s%s%s%n", "%x", "%", "%%", "%1$s", "%d%%", "%@", "{0}", "{}", "{{a}}", "${a}", "#{a}", "$(id)", "`id`",
        "\\(a)", "<%= a %>",
        "{% a %}", "$a", "!!", "!a", "~", "~root", "*.json", "?", "[a-z]", "a; id", "a && id", "a | id", "a > b",
        "a & b", "$IFS", "-rf", "--help",
        "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"a\")", "\t=1", "'=1", "\\x41", "\\0", "\\u0041", "&amp;", "&#0;",
        "&lt;b&gt;",
    ]

    /// Names of files that lead elsewhere.
    static let paths: [String] = [
        "../../etc/passwd", "/etc/passwd", "..", ".", "./", "a/../b", "//", "a//b", "/dev/null", "/dev/stdin", "-",
        "~/a", "C:\\a", "\\\\a\\b",
        "..\\..\\a", "file:///etc/passwd", "a.json/", "con", "nul.txt", "a\u{2215}b", "a\u{FF0F}b", "%2e%2e%2f",
        ".hidden", "a ", " a", "a.", "a:b",
        "s.json.log", "s.log",
    ]

    /// Markup, scripts and commands of other languages, and of ours.
    static let injections: [String] = [
        "<script>alert(1)</script>", "<img src=x onerror=a>", "</body>", "<!--", "-->", "<![CDATA[a]]>", "<?xml?>", "&",
        "a' OR '1'='1", "'; DROP TABLE a;--",
        "\");a(\"", "*/ a /*", "// a", "# a", "<<EOF", "\"\"\"", "'''", "```", "~~~", "---", "===", "***", "| a | b |",
        "[a](b)", "![a](b)", "[^1]",
        "# heading", "> quote", "- item", "1. item", "    code", "<b>a</b>", "$$a$$", "\\begin{a}", ".TH a", "'br",
        "\\fBa\\fR", "digraph { a }", "a -> b",
        "\\N\\E", "a\"];b[label=\"c", "add event e1", "undo", "quit", "drop e1 --with-links", "x -- y", "source=s1",
        "#tag #tag", "@e1", "e1,e2", "(e1)",
        "title:a", "a\\", "\\\"", "\" \"", "{\"a\": 1}", "[1]", "null", "{\"dossier\": {\"format\": 1}}", "a,b\n1,2",
        "a;b", "a\tb", "\"a\",\"b\"",
    ]

    /// Numbers, times and words that readers take for more than text.
    static let values: [String] = [
        "0", "-0", "00", "007", "1e400", "-1e400", "NaN", "Infinity", "1/0", "0x1F", "0b1", "1_000", "1,000", "1.000,5",
        "١٢٣", "१२३", "１２３", "½", "9223372036854775808",
        "-9223372036854775809", "340282366920938463463374607431768211456", "0.1e-999", "true", "false", "yes", "no",
        "on", "off", "nil", "None", "undefined",
        "null", "N/A", "2024-02-30", "2024-13-01", "9999-12-31", "-0001", "0000", "24:00", "2024-10-21T25:00",
        "1970-01-01T00:00:00Z", "2038-01-19",
        "10/11/12", "now", "yesterday", "today", "~5", "5..", "..5", "1..2..3", "100%", "-5%", "50 %", "3 km²", "1'000",
        "∞", "π", "+",
    ]

    /// Names and words of many languages, in their own letters.
    static let languages: [String] = [
        "Łódź", "Đà Nẵng", "Þórður", "Çelik", "Ærø", "Škoda", "Håkon", "O’Brien", "D'Angelo", "Jean-Luc",
        "van der Berg", "Ñandú", "Αθήνα", "Київ", "Ђорђе",
        "თბილისი", "Երևան", "תל אביב", "القاهرة", "تهران", "दिल्ली", "ঢাকা", "ਅੰਮ੍ਰਿਤਸਰ", "ગુજરાત", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "සිංහල",
        "กรุงเทพ", "ວຽງຈັນ", "မြန်မာ", "ភ្នំពេញ",
        "བོད", "ᠮᠣᠩᠭᠣᠯ", "አዲስ አበባ", "ᏣᎳᎩ", "ᐃᓄᒃᑎᑐᑦ", "東京", "北京市", "臺灣", "서울특별시", "𠀋𠮷", "김정은", "ｶﾀｶﾅ", "ひらがな", "𐌲𐌿𐍄", "𓂀",
        "🜁",
    ]

    /// Texts that are longer than anybody writes them.
    static let long: [String] = [
        String(repeating: "a", count: 100_000), String(repeating: "한", count: 30_000),
        String(repeating: "a ", count: 50_000),
        "a" + String(repeating: "\u{301}", count: 10_000), String(repeating: "\n", count: 10_000),
        String(repeating: "\"", count: 10_000),
        String(repeating: "\\", count: 10_001), String(repeating: "[", count: 10_000),
        String(repeating: "👨‍👩‍👧‍👦", count: 5_000),
        String(repeating: "\u{202E}", count: 5_000),
    ]
}
