extension JSONCase {
    /// Cases written for this package, by the sections of RFC 8259.
    static let own: [JSONCase] =
        valid.map { JSONCase(name: $0, verdict: .valid, bytes: Array($0.utf8)) }
        + invalid.map { JSONCase(name: $0, verdict: .invalid, bytes: Array($0.utf8)) }
        + open.map { JSONCase(name: $0, verdict: .open, bytes: Array($0.utf8)) } + ofBytes

    private static let valid: [String] = [
        // Values alone, and white space around them.
        "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\r\n null \t\r\n ", "\n[\n]\n", "{ }", "[ [ ] , { } ]",
        // Numbers.
        "-0", "-1", "10", "0.0", "-0.0", "0.10", "1.5e0", "1E9", "1e+9", "1E-9", "0e0", "0e+00", "-0E-0",
        "123456789012345678",
        "9223372036854775808", "3.141592653589793238462643383279502884", "[0,-0,0.5,5e-1]",
        // Strings and their escapes.
        #""\"""#, #""\\""#, #""\/""#, #""/""#, #""\b\f\n\r\t""#, #""\\u0041""#, #""\u0041\u00DF\u6771""#,
        #""\uABCD\uabcd""#,
        #""\u0000""#, #""\u001f""#, #""\u007f""#, #""\u2028\u2029""#, #""\uFEFF""#, #""\uFFFE\uFFFF""#, #""\uFDD0""#,
        #""\uD83D\uDE00""#, #""\ud800\udc00""#, #""\uDBFF\uDFFF""#, #""\uD7FF\uE000""#, #""\\\"\\""#,
        "\"\u{7F}\"", "\"\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"", "\"é e\u{301} 조선 👩‍👧 \u{202E}abc\"",
        "\"// no comment\"", "\"[1, {\"", "\"a\u{2028}b\u{2029}c\u{85}d\"", "\"'\"",
        // Arrays and objects.
        "[1,2,3]", "[[[[[[]]]]]]", #"[null,true,"a",1,[],{}]"#, #"{"a":1}"#, #"{"a":{"a":{"a":{}}}}"#, #"{"":0}"#,
        #"{"a":1,"b":[{"c":null}]}"#, #"{"a b\n\u0063":1}"#, #"{"é":1,"e\u0301":2}"#, "{\"a\"\n:\t1\r,\"b\" : 2}",
        #"{"__proto__":null,"constructor":{}}"#,
        // Keys that occur twice are in the grammar, and kept by the reader unless it is told to refuse them.
        #"{"a":1,"a":1}"#, #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"":1,"":2}]"#,
    ]

    private static let invalid: [String] = [
        // Nothing, or more than one value.
        "", " ", "\n", "1 2", "null null", "[] []", "{} x", "1,", ",1", "[]]", "{}}", "\"a\" \"b\"", "[1]x", "[],",
        // Words that are not JSON's.
        "nul", "nulll", "Null", "TRUE", "tru", "falsee", "undefined", "None", "NaN", "Infinity", "-Infinity", "nil",
        // Numbers.
        "-", "+1", "--1", "01", "-01", "00", "1.", ".5", "-.5", "1.e3", "1e", "1e+", "1E-", "1e1.5", "1e1e1", "0x10",
        "0b1", "1_000",
        "1,000", "1.2.3", "１", "²", "1a", "1 e3", "[-]", "[1-]", "[+1]", "[0.]", "[1e]",
        // Strings.
        "\"", "\"a", "a\"", "'a'", "“a”", "`a`", #""\"#, #""\""#, #""\a""#, #""\x41""#, #""\'""#, #""\0""#,
        #""\U0041""#, #""\u""#,
        #""\u004""#, #""\u00G1""#, #""\u+041""#, #""\u{41}""#, #""\ u0041""#, "\"\n\"", "\"\r\"", "\"\t\"", "\"\u{0}\"",
        "\"\u{1F}\"",
        "\"a\nb\"", "\"\\\n\"",
        // Arrays.
        "[", "]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "(1)", "[1}", "[\"a\"",
        "[[]", "[1,\n",
        // Objects.
        "{", "}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#,
        #"{"a" 1}"#,
        #"{"a"=1}"#, #"{"a"::1}"#, #"{"a":1 "b":2}"#, #"{"a":1;"b":2}"#, #"{"a":1,,"b":2}"#, #"{"a":1]"#, #"{"a":1"#,
        #"{"a"#,
        #"{"a":"#, "{}{}", #"{"a":1,"b"}"#, #"{:1}"#,
        // Comments, marks and other white space.
        "/**/1", "1//x", "#x\n1", "[1/*x*/]", "<!-- -->1", "\u{A0}1", "1\u{A0}", "[\u{2003}1]", "\u{B}1", "\u{C}1",
        "1\u{0}",
        "\u{200B}1", "[1]\u{FEFF}", "[\u{FEFF}1]", " \u{FEFF}1", "\u{FEFF}", "\u{FEFF}\u{FEFF}1",
        // Not nested deep, but broken where it is deep.
        String(repeating: "[", count: 400), String(repeating: "]", count: 400),
        String(repeating: #"{"a":"#, count: 400),
    ]

    private static let open: [String] = [
        // Numbers that no double holds.
        "1e400", "-1e400", "1e-400", "123123e100000", "1e99999999999999999999", "[0.1e-999999999]",
        "-" + String(repeating: "9", count: 400),
        // Half a pair of surrogates.
        #""\uD800""#, #""\uDC00""#, #""\uD83D""#, #""\uDE00\uD83D""#, #""\uD83D\uD83D""#, #""\uD83Dx\uDE00""#,
        #""\uD83D\n""#,
        #""\uD83D\u0041""#, #"{"\uD800":1}"#,
        // A byte order mark, and depth.
        "\u{FEFF}[]", "\u{FEFF} {}", nested(511), nested(512), nested(513), nested(5_000),
        String(repeating: #"{"a":"#, count: 300) + "1" + String(repeating: "}", count: 300),
    ]

    /// Bytes that are not UTF-8.
    private static let notUTF8: [(name: String, bytes: [UInt8])] = [
        ("a byte of continuation alone", [0x80]), ("a byte that is never used", [0xFF]),
        ("an overlong slash", [0xC0, 0xAF]),
        ("an overlong zero", [0xE0, 0x80, 0x80]), ("an overlong letter of four bytes", [0xF0, 0x80, 0x81, 0x81]),
        ("a surrogate as bytes", [0xED, 0xA0, 0x80]),
        ("a pair of surrogates as bytes", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        ("a scalar beyond the last", [0xF4, 0x90, 0x80, 0x80]), ("a sequence cut after one byte", [0xC3]),
        ("a sequence cut after two bytes", [0xE2, 0x82]), ("a sequence cut after three bytes", [0xF0, 0x9F, 0x98]),
        ("a letter of Latin-1", [0xE9]), ("a letter of EUC-KR", [0xC7, 0xD1]),
        ("a letter of Shift JIS", [0x93, 0xFA]),
    ]

    private static let ofBytes: [JSONCase] =
        notUTF8.flatMap { name, bytes -> [JSONCase] in
            let key = [UInt8](#"{""#.utf8) + bytes + [UInt8](#"":1}"#.utf8)
            return [
                JSONCase(name: name + ", in a string", verdict: .invalid, bytes: [0x22] + bytes + [0x22]),
                JSONCase(name: name + ", in a key", verdict: .invalid, bytes: key),
                JSONCase(name: name + ", outside", verdict: .invalid, bytes: [0x5B] + bytes + [0x5D]),
            ]
        } + [
            JSONCase(name: "UTF-16, low byte first", verdict: .invalid, bytes: [0xFF, 0xFE, 0x5B, 0, 0x5D, 0]),
            JSONCase(name: "UTF-16, high byte first", verdict: .invalid, bytes: [0xFE, 0xFF, 0, 0x5B, 0, 0x5D]),
            JSONCase(name: "half a byte order mark", verdict: .invalid, bytes: [0xEF, 0xBB, 0x5B, 0x5D]),
        ]

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}
