import Testing

@testable import DossierModel

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("a state is written one record to a line, as the storage format has it")
    func state() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.lineBreak()
        writer.key("dossier")
        writer.write(["format": 1, "title": "한글"])
        writer.lineBreak()
        writer.key("sources")
        writer.beginArray()
        for id in ["s1", "s2"] {
            writer.lineBreak()
            writer.beginObject()
            writer.key("id")
            writer.string(id)
            writer.endObject()
        }
        writer.lineBreak()
        writer.endArray()
        writer.lineBreak()
        for name in ["entities", "events"] {
            writer.key(name)
            writer.beginArray()
            writer.endArray()
        }
        writer.lineBreak()
        writer.endObject()
        writer.lineBreak()
        #expect(
            writer.text == """
                {
                "dossier": {"format": 1, "title": "한글"},
                "sources": [
                {"id": "s1"},
                {"id": "s2"}
                ],
                "entities": [], "events": []
                }

                """)
    }

    @Test("log lines are dense, one value a line")
    func log() {
        var writer = JSONWriter(style: .dense)
        for entry in 1...2 {
            writer.beginObject()
            writer.key("entry")
            writer.integer(entry)
            writer.key("changes")
            writer.beginArray()
            writer.null()
            writer.bool(true)
            writer.raw(#"{"put": {}}"#)
            writer.endArray()
            writer.endObject()
            writer.lineBreak()
        }
        let line = #","changes":[null,true,{"put": {}}]}"#
        #expect(writer.text == "{\"entry\":1\(line)\n{\"entry\":2\(line)\n")
    }

    @Test("bytes can be taken out on the way")
    func removeBytes() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.integer(1)
        let first = writer.text
        writer.removeBytes()
        writer.integer(2)
        writer.endArray()
        #expect(first + writer.text == "[1, 2]")
        #expect(writer.depth == 0)
    }

    @Test("only quotes, backslashes and control characters are escaped, whatever stands around them")
    func escaping() {
        for value in UInt32(0)...0x2FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let short: [UInt32: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: "\\\"", 92: "\\\\"]
            let digits = String(value, radix: 16)
            let long = "\\u" + String(repeating: "0", count: 4 - min(4, digits.count)) + digits
            let expected = short[value] ?? (value < 0x20 ? long : String(Character(scalar)))
            for padding in ["", "0123456789", "0123456789abcdef한글"] {
                let written = JSONValue.string("\(padding)\(Character(scalar))\(padding)").text
                #expect(written.unicodeScalars.elementsEqual("\"\(padding)\(expected)\(padding)\"".unicodeScalars))
            }
        }
        #expect(JSONValue.string("/\u{2028}\u{7F}한😀").text == "\"/\u{2028}\u{7F}한😀\"")
    }

    @Test("a byte that is escaped is found at every place of a string of any length")
    func escapePlaces() {
        for length in 1...40 {
            for place in 0..<length {
                for (byte, escape) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f"), ("\u{0}", "\\u0000")] {
                    let before = String(repeating: "é", count: place)
                    let after = String(repeating: "!", count: length - place - 1)
                    #expect(JSONValue.string(before + byte + after).text == "\"\(before)\(escape)\(after)\"")
                }
            }
            let plain = String(repeating: "~", count: length)
            #expect(JSONValue.string(plain).text == "\"\(plain)\"")
        }
    }

    @Test("whole numbers are written in digits, from the least to the greatest")
    func integers() {
        var numbers = [0, .min, .min + 1, .max, .max - 1]
        var power = 1
        for _ in 1...18 {
            power *= 10
            numbers += [power - 1, power, power + 1, 1 - power, -power, -power - 1]
        }
        for number in numbers {
            var writer = JSONWriter()
            writer.integer(number)
            #expect(writer.text == String(number))
        }
    }

    @Test("a text that is broken off stays as it is, and the next one stands right behind it")
    func breakOff() {
        var writer = JSONWriter(style: .dense)
        for number in 1...2 {
            writer.beginObject()
            writer.key("entry")
            writer.integer(number)
            writer.key("changes")
            writer.beginArray()
            writer.endArray()
            writer.breakOff()
        }
        #expect(writer.text == #"{"entry":1,"changes":[]{"entry":2,"changes":[]"#)
        #expect(writer.depth == 0)
    }
}
