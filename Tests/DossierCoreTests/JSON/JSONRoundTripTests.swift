import TestSupport
import Testing

@testable import DossierModel

@Suite("JSON there and back")
struct JSONRoundTripTests {
    private func read(_ bytes: [UInt8]) -> Result<JSONValue, JSONError> {
        Result { () throws(JSONError) in try JSONReader.read(bytes) }
    }

    private func skips(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            do {
                try scanner.skipValue()
                try scanner.finish()
                return true
            } catch {
                return false
            }
        }
    }

    @Test("what is written reads back the same, in both styles", arguments: Effort.cases(0..<300, sampled: 60))
    func roundTrip(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = SampleJSON.value(depth: 5, using: &generator)
        for style in [JSONStyle.spaced, .dense] {
            let text = value.text(style: style)
            let again = try JSONReader.read(text)
            #expect(again == value, "seed \(seed)")
            #expect(again.text(style: style).utf8.elementsEqual(text.utf8), "seed \(seed)")
            #expect(!text.utf8.contains(UInt8(ascii: "\n")), "seed \(seed)")
            #expect(skips(Array(text.utf8)), "seed \(seed)")
        }
    }

    @Test(
        "a text with white space everywhere reads the same as one without", arguments: Effort.cases(0..<50, sampled: 15)
    )
    func whiteSpace(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = SampleJSON.value(depth: 4, using: &generator)
        let dense = value.text(style: .dense)
        var spaced = ""
        var isInString = false
        var isEscaped = false
        for scalar in dense.unicodeScalars {
            let isMark = !isInString && "{}[]:,".unicodeScalars.contains(scalar)
            spaced += isMark ? " \t\(scalar)\r\n" : String(scalar)
            if scalar == "\"", !isEscaped { isInString.toggle() }
            isEscaped = isInString && scalar == "\\" && !isEscaped
        }
        #expect(try JSONReader.read(spaced) == value, "seed \(seed)")
    }

    @Test(
        "a damaged text is read or refused, never a crash, and reader and scanner agree",
        arguments: Effort.cases(0..<300, sampled: 60))
    func mutations(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let original = Array(SampleJSON.value(depth: 4, using: &generator).text.utf8)
        for _ in 0..<40 {
            var bytes = original
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                SampleJSON.damage(&bytes, using: &generator)
            }
            switch read(bytes) {
            case .success(let value):
                #expect(skips(bytes) && (try? JSONReader.read(value.text)) == value, "seed \(seed): \(bytes)")
            case .failure(let error):
                #expect(!skips(bytes) && 0...bytes.count ~= error.offset, "seed \(seed): \(bytes)")
            }
        }
    }

    @Test("every beginning of a text is refused, and never read past its end")
    func truncation() {
        let text = Array(
            #"{"a": [1.5e3, "한\u00e9\ud83d\ude00\n", true, false, null, {"b": []}], "c": "0123456789abcdef"}"#.utf8)
        for length in text.indices {
            guard case .failure(let error) = read(Array(text.prefix(length))) else {
                Issue.record("the first \(length) bytes were read")
                continue
            }
            #expect(error.offset <= length)
        }
    }

    @Test("strings that break programs come back byte for byte")
    func hostileTexts() throws {
        let strings = (HostileText.all + HostileText.long).map { JSONValue.string($0) }
        let value = JSONValue.array(strings)
        #expect(try JSONReader.read(value.text) == value)
        for string in strings {
            #expect(try JSONReader.read(string.text) == string)
            let record: JSONValue = .object(JSONObject([(string.string ?? "", string)]))
            #expect(try JSONReader.read(record.text, duplicateKeys: .refused) == record)
        }
    }

    @Test("a large bundle of nested objects reads and comes back, a real one too where it is there")
    func bundle() throws {
        var generator = SplitMix64(seed: 17)
        let objects = (0..<3_000).map { number -> JSONValue in
            [
                "type": "indicator", "id": .string("indicator--\(number)"),
                "of": SampleJSON.value(depth: 3, using: &generator),
            ]
        }
        let own: JSONValue = ["type": "bundle", "objects": .array(objects)]
        let real = SharedData.exists("stix/disarm.json") ? [SharedData.bytes(of: "stix/disarm.json")] : []
        for bytes in [Array(own.text.utf8)] + real {
            let value = try JSONReader.read(bytes)
            #expect(value.object?["type"] == "bundle")
            #expect(try JSONReader.read(value.text) == value)
            #expect(skips(bytes))
        }
    }
}
