import Testing

@testable import DossierModel

@Suite("Scanning JSON")
struct JSONScannerTests {
    private func scan<Result>(
        _ bytes: some Sequence<UInt8>, _ body: (inout JSONScanner) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try Array(bytes).withUnsafeBufferPointer { (buffer) throws(JSONError) in
            var scanner = JSONScanner(buffer)
            return try body(&scanner)
        }
    }

    @Test("a record is walked through key by key, and what is not wanted skipped")
    func walk() throws {
        let text =
            #"{"id": "v1", "weight": -12, "skip": [{"a": "}"}, [[]], 1e9], "text": "a\nb", "open": true, "end": null}"#
        let found = try scan(text.utf8) { (scanner) throws(JSONError) in
            var found: [String] = []
            try scanner.enterObject()
            while let key = try scanner.nextKey() {
                if scanner.matches(key, "id") || scanner.matches(key, "text") {
                    found.append(scanner.text(of: try scanner.string()))
                } else if scanner.matches(key, "weight") {
                    found.append(String(try scanner.integer()))
                } else if scanner.matches(key, "open") {
                    found.append(String(try scanner.bool()))
                } else {
                    #expect(scanner.depth == 1)
                    try scanner.skipValue()
                }
            }
            try scanner.finish()
            return found
        }
        #expect(found == ["v1", "-12", "a\nb", "true"])
    }

    @Test("several values follow each other, as lines of a file do")
    func lines() throws {
        let offsets = try scan("[1]\n{\"a\":[2]}\n\"x\"\n".utf8) { (scanner) throws(JSONError) in
            var offsets: [Int] = []
            while true {
                scanner.skipWhiteSpace()
                if scanner.offset == scanner.bytes.count { return offsets }
                offsets.append(scanner.offset)
                try scanner.skipValue()
            }
        }
        #expect(offsets == [0, 4, 14])
    }

    @Test("the end of a string is found wherever it stands", arguments: 0...70)
    func stringEnds(length: Int) throws {
        for filler in ["x", "\u{7F}", "é", "한"] {
            let plain = String(repeating: filler, count: length)
            for tail in ["", "]", String(repeating: " ", count: 40)] {
                let raw = try scan("\"\(plain)\"\(tail)".utf8) { (scanner) throws(JSONError) in
                    let raw = try scanner.string()
                    #expect(scanner.offset == raw.end + 1)
                    #expect(scanner.text(of: raw) == plain)
                    return raw
                }
                #expect(raw.range == 1..<1 + plain.utf8.count)
                #expect(!raw.hasEscapes)
            }
            let escaped = "\(plain)\\n\(plain)\\u00e9"
            let text = try scan("\"\(escaped)\"".utf8) { (scanner) throws(JSONError) in
                let raw = try scanner.string()
                #expect(raw.hasEscapes)
                return scanner.text(of: raw)
            }
            #expect(text == "\(plain)\n\(plain)é")
        }
    }

    @Test("a control character or a stray byte in a string is found wherever it stands", arguments: 0...40)
    func strayBytes(position: Int) {
        for stray in [UInt8(0), 0x1F, 0x0A, 0x80, 0xBF, 0xC0, 0xC1, 0xE1, 0xF5, 0xFF] {
            var bytes = Array(repeating: UInt8(ascii: "x"), count: 41)
            bytes[position] = stray
            let error = #expect(throws: JSONError.self) {
                try scan([0x22] + bytes + [0x22]) { (scanner) throws(JSONError) in try scanner.string() }
            }
            #expect(error?.offset == position + 1)
        }
    }

    @Test("a whole number is read up to the ends of 64 bits, and nothing else is one")
    func integers() throws {
        for text in ["0", "-0", "7", "9223372036854775807", "-9223372036854775808"] {
            let value = try scan(text.utf8) { (scanner) throws(JSONError) in try scanner.integer() }
            #expect(value == Int(text))
        }
        for text in [
            "9223372036854775808", "-9223372036854775809", "1.0", "1e3", "-", "x", "", "99999999999999999999999",
        ] {
            #expect(throws: JSONError.self) {
                try scan(text.utf8) { (scanner) throws(JSONError) in try scanner.integer() }
            }
        }
    }

    @Test("asking for another kind of value than there is names what was expected")
    func wrongKind() {
        func problem(_ body: (inout JSONScanner) throws(JSONError) -> Void) -> String? {
            do throws(JSONError) {
                try scan("?".utf8, body)
                return nil
            } catch {
                return error.problem
            }
        }
        #expect(problem { (scanner) throws(JSONError) in try scanner.enterObject() } == "expected an object")
        #expect(problem { (scanner) throws(JSONError) in try scanner.enterArray() } == "expected an array")
        #expect(problem { (scanner) throws(JSONError) in _ = try scanner.string() } == "expected a string")
        #expect(problem { (scanner) throws(JSONError) in _ = try scanner.number() } == "expected a digit")
        #expect(problem { (scanner) throws(JSONError) in _ = try scanner.bool() } == "expected true or false")
        #expect(problem { (scanner) throws(JSONError) in try scanner.null() } == "expected null")
    }

    @Test("keys match only whole and byte for byte")
    func matches() throws {
        try scan(#"["title", "", "t\u0069tle"]"#.utf8) { (scanner) throws(JSONError) in
            try scanner.enterArray()
            _ = try scanner.nextElement()
            let title = try scanner.string()
            #expect(scanner.matches(title, "title"))
            #expect(
                !scanner.matches(title, "titl") && !scanner.matches(title, "titles") && !scanner.matches(title, "Title")
            )
            _ = try scanner.nextElement()
            #expect(scanner.matches(try scanner.string(), ""))
            _ = try scanner.nextElement()
            #expect(!scanner.matches(try scanner.string(), "title"))
        }
    }
}
