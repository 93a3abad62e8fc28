import Glibc
import TestSupport
import Testing

@testable import DossierModel
@testable import DossierStorage
@testable import DossierTime

@Suite("the JSON Schema of a session") struct SessionSchemaTests {
    private static let schema = (try? JSONReader.read(SessionSchema.text)) ?? .null

    private func definition(_ name: String) throws -> JSONObject {
        try #require(Self.schema.object?["$defs"]?.object?[name]?.object, "\(name)")
    }

    @Test("it is JSON of draft 2020-12 and ends with its line")
    func draft() {
        #expect(Self.schema.object?["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(SessionSchema.text.hasSuffix("}\n") && !SessionSchema.text.contains(" \n"))
        #expect(Self.schema == SessionSchema.json)
    }

    @Test("every kind has every field of its definition with its summary", arguments: Kind.allCases)
    func fields(kind: Kind) throws {
        let properties = try #require(definition(kind.rawValue)["properties"]?.object)
        let first = kind == .session ? "format" : "id"
        #expect(properties.keys == [first] + kind.definition.fields.map(\.name.text))
        for field in kind.definition.fields {
            let schema = try #require(properties[field.name.text]?.object)
            #expect(schema["description"] == .string(field.summary))
            #expect((schema["type"] == "array") == field.holdsMany)
        }
    }

    @Test("what is referred to is defined, and what is defined is referred to")
    func references() throws {
        var names: Set<String> = []
        func collect(_ json: JSONValue) {
            for element in json.array ?? [] { collect(element) }
            for member in json.object?.members ?? [] {
                if member.key == "$ref", let text = member.value.string { names.insert(String(text.dropFirst(8))) }
                collect(member.value)
            }
        }
        collect(Self.schema)
        #expect(Set(Self.schema.object?["$defs"]?.object?.keys ?? []) == names)
    }

    @Test("a closed vocabulary is an enumeration, an open one has its words as examples")
    func vocabularies() throws {
        let status = try definition("status")
        #expect(status["enum"] == .array(Vocabulary.status.words.map { .string($0.text) }))
        #expect(status["description"]?.string?.contains("disputed: it is said and denied") == true)
        let stance = try definition("stance")
        #expect(stance["enum"] == nil && stance["examples"] == .array(Vocabulary.stance.words.map { .string($0.text) }))
    }

    @Test(
        "a pattern takes what is written and no other form",
        arguments: [
            (
                SchemaPattern.quantity, SampleValues.quantities.compactMap { try? Quantity($0).text },
                ["1..2..3..4", "a", ".."]
            ),
            (SchemaPattern.quantity, ["..1..2", "1..2..", "~1..", "12.5%", "12.5 kg"], ["1,500", "~", "1 .."]),
            (SchemaPattern.time, SampleValues.times, ["", "yesterday", "2024-10-21\n"]),
            (SchemaPattern.tag, SampleValues.tags, ["#a", "a b", ""]),
            (SchemaPattern.identifier, ["e1", "a.b", "x_y", "이름", "kim-jong-un"], ["1a", "a b", "", "-a", "a/b"]),
            (SchemaPattern.numbered("sc"), ["s1", "c12"], ["e1", "s0", "s", "s1a"]),
            (SchemaPattern.customField, ["x.own", "x.크기", "x.a-b", "x.é"], ["x.", "x.a-", "x.a b", "own"]),
            (SchemaPattern.coordinates, ["43.12,131.89", "-1.50,2", "0,0"], ["43.12", "a,b", "1, 2"]),
            (SchemaPattern.percentage, ["70%", "55..80%", "12.5%"], ["70", "1.234%"]),
            (
                SchemaPattern.relationDeclaration, ["trains", "funds/funded-by:entity>entity,events", "후원/후원받음"],
                ["a b", "a/b/c", "a:entity", "a1"]
            ),
        ])
    func patterns(pattern: String, valid: [String], invalid: [String]) throws {
        let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
        for text in valid { #expect(text.firstMatch(of: regex) != nil, "\(text)") }
        for text in invalid { #expect(text.firstMatch(of: regex) == nil, "\(text)") }
    }

    @Test(
        "states that commands make are put where a validator finds them",
        .enabled(if: getenv("SCHEMA_SAMPLES") != nil, "SCHEMA_SAMPLES names no folder"), arguments: Seeds.some)
    func samples(seed: UInt64) throws {
        let folder = try #require(getenv("SCHEMA_SAMPLES").map { String(cString: $0) })
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(200)
        let file = try #require(fopen("\(folder)/\(seed).json", "we"))
        let bytes = SessionFile.bytes(of: filled.engine.session)
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        #expect(fclose(file) == 0)
    }
}
