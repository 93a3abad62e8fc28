import Testing

@testable import DossierModel

@Suite("Reading JSON")
struct JSONReaderTests {
    private func error(
        _ text: String, limits: JSONLimits = JSONLimits(), duplicateKeys: JSONDuplicateKeys = .allowed
    ) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONReader.read(text, limits: limits, duplicateKeys: duplicateKeys)
            return nil
        } catch {
            return error
        }
    }

    @Test("every kind of value is read as it was written")
    func kinds() throws {
        let text = #" { "a" : [ 1 , -2.50e+3 , true , false , null , "x" ] , "b" : { } , "c" : [ ] } "#
        let value = try JSONReader.read(text)
        let number = try #require(JSONNumber("-2.50e+3"))
        #expect(value == ["a": [1, .number(number), true, false, .null, "x"], "b": [:], "c": []])
        #expect(value.text == #"{"a": [1, -2.50e+3, true, false, null, "x"], "b": {}, "c": []}"#)
        #expect(value.text(style: .dense) == #"{"a":[1,-2.50e+3,true,false,null,"x"],"b":{},"c":[]}"#)
    }

    @Test("the same text is read from an array, from raw memory and from a string")
    func sources() throws {
        let text = #"["한글", 7]"#
        let expected: JSONValue = ["한글", 7]
        #expect(try JSONReader.read(text) == expected)
        #expect(try JSONReader.read(text.utf8) == expected)
        #expect(try JSONReader.read(Array(text.utf8)) == expected)
        let mapped = Array(text.utf8).withUnsafeBytes { bytes in try? JSONReader.read(bytes) }
        #expect(mapped == expected)
    }

    @Test(
        "escapes become the characters they stand for",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\uD55C""#, "Aé한"),
            (#""\ud83d\uDE00!""#, "😀!"),
            (#""\u0000""#, "\u{0}"), (#""\u2028\uFFFF""#, "\u{2028}\u{FFFF}"), (#""가\n나""#, "가\n나"),
            ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ])
    func escapes(text: String, expected: String) throws {
        #expect(try JSONReader.read(text).string == expected)
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("", "the text ends where a value is expected", 0, 1, 1),
            ("{\"a\": 1,\n \"b\" 2}", "expected : after the key", 14, 2, 6),
            ("[1,\n2,\n]", "expected a value", 7, 3, 1),
            ("[1 2]", "expected , or ]", 3, 1, 4),
            ("{\"a\":1 \"b\":2}", "expected , or }", 7, 1, 8),
            ("{\"a\":1,}", "expected a key in double quotes", 7, 1, 8),
            ("{a:1}", "expected a key in double quotes", 1, 1, 2),
            ("[1] x", "expected nothing after the value", 4, 1, 5),
            ("[", "the text ends inside an array or object", 1, 1, 2),
            ("\"abc", "the string that begins here is not closed", 0, 1, 1),
            ("\"abc\\", "the string that begins here is not closed", 0, 1, 1),
            ("\"a\tb\"", "a control character must be escaped in a string", 2, 1, 3),
            ("\"\\x\"", "unknown escape in a string", 1, 1, 2),
            ("\"\\u12G4\"", "expected four hexadecimal digits after \\u", 1, 1, 2),
            ("\"\\u12", "expected four hexadecimal digits after \\u", 1, 1, 2),
            ("\"ab\\uD800\"", "half of a surrogate pair is not a character", 3, 1, 4),
            ("\"\\uDC00\\uD800\"", "half of a surrogate pair is not a character", 1, 1, 2),
            ("\"\\uDC00\\uDC00\"", "half of a surrogate pair is not a character", 1, 1, 2),
            ("\"\\uD83Dx\"", "half of a surrogate pair is not a character", 1, 1, 2),
            ("[01]", "a number cannot begin with a zero before other digits", 1, 1, 2),
            ("[-]", "expected a digit", 2, 1, 3), ("[1.]", "expected a digit after the point", 3, 1, 4),
            ("[1e+]", "expected a digit in the exponent", 4, 1, 5), ("[+1]", "expected a value", 1, 1, 2),
            ("truth", "expected true or false", 0, 1, 1), ("nul", "expected null", 0, 1, 1),
            ("NaN", "expected a value", 0, 1, 1),
        ])
    func errors(text: String, problem: String, offset: Int, line: Int, column: Int) {
        #expect(error(text) == JSONError(problem: problem, offset: offset, line: line, column: column))
    }

    @Test("bytes that are not UTF-8 are refused where they stand")
    func notUTF8() {
        let bytes = Array("[\"한".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8)
        #expect(throws: JSONError(problem: "not UTF-8", offset: 5, line: 1, column: 6)) {
            try JSONReader.read(bytes)
        }
    }

    @Test("a byte order mark before the value is passed over, one further in is not")
    func byteOrderMark() throws {
        #expect(try JSONReader.read([0xEF, 0xBB, 0xBF] + Array("[]".utf8)) == [])
        #expect(error(" \u{FEFF}[]")?.offset == 1)
    }

    @Test("a text deeper than the limit is refused, one at the limit is read")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(error(nested(512)) == nil)
        #expect(error(nested(513))?.problem == "arrays and objects are nested more than 512 deep")
        #expect(error(nested(513))?.offset == 512)
        #expect(error(nested(4), limits: JSONLimits(depth: 3))?.offset == 3)
        #expect(error("[]", limits: JSONLimits(depth: 0))?.offset == 0)
        #expect(error("7", limits: JSONLimits(depth: 0)) == nil)
        #expect(error(String(repeating: "[{\"a\":", count: 500_000)) != nil)
        let asDeepAsCanBe = JSONLimits(depth: .max)
        #expect(error(nested(JSONLimits.greatestDepth), limits: asDeepAsCanBe) == nil)
        #expect(error(nested(100_000), limits: asDeepAsCanBe)?.offset == JSONLimits.greatestDepth)
    }

    @Test("a text longer than the limit is refused before it is read")
    func length() {
        #expect(error("[1]", limits: JSONLimits(bytes: 3)) == nil)
        #expect(
            error("[1, 2]", limits: JSONLimits(bytes: 3))?.problem
                == "the text is longer than the limit of 3 bytes")
        #expect(error("[1]", limits: JSONLimits(bytes: 0))?.offset == 0)
    }

    @Test("a key that stands twice is kept in order, or refused, as asked")
    func duplicateKeys() throws {
        let text = #"{"a": 1, "b": 2, "a": 3}"#
        let object = try #require(try JSONReader.read(text).object)
        #expect(object.keys == ["a", "b", "a"])
        #expect(object["a"] == 3)
        #expect(
            error(text, duplicateKeys: .refused)
                == JSONError(
                    problem: "a key occurs twice in one object", offset: 17, line: 1, column: 18))
        #expect(error(#"{"a": {"a": 1}, "b": {"a": 1}}"#, duplicateKeys: .refused) == nil)
        #expect(error(#"{"a": 1, "\u0061": 2}"#, duplicateKeys: .refused) != nil)
    }

    @Test("keys are told apart by their bytes, in small objects and large", arguments: [1, 15, 16, 17, 200])
    func manyKeys(count: Int) {
        let members = (0..<count).map { "\"k\($0)\": \($0)" }
        let composed = "{\(members.joined(separator: ", ")), \"\u{E9}\": 1, \"e\u{301}\": 2"
        #expect(error(composed + "}", duplicateKeys: .refused) == nil)
        #expect(error(composed + ", \"k0\": 3}", duplicateKeys: .refused) != nil)
        #expect(error(composed + ", \"\u{E9}\": 3}", duplicateKeys: .refused) != nil)
    }
}
