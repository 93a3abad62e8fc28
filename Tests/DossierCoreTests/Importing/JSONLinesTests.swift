import TestSupport
import Testing

@testable import DossierImporting
@testable import DossierModel

@Suite("an import of JSON Lines") struct JSONLinesTests {
    private func engine(_ lines: String...) throws -> TestEngine {
        try TestEngine(files: ["a.jsonl": lines.joined(separator: "\n") + "\n"])
    }

    @Test("keys are columns, those of objects behind a point; lists give many values, null none")
    func records() throws {
        let engine = try engine(
            #"{"id": 7, "who": ["Kim", "Lee"], "geo": {"place": "Seoul", "at": [1, 2]}, "when": null, "is": true}"#, "",
            #"{"who": "Kim", "geo": {"place": "Pyongyang"}, "note": "say \"no\" \u00e9"}"#)
        try engine.run(
            #"import jsonl a.jsonl kind=event id=r-{id} actor={who} place={geo.place} x.at={geo.at} text={note} title="{who} in {geo.place}" source="#
        )
        let records = engine.session.records(of: .event).map { $0 }
        #expect(records[0].id.text == "r-7" && records[0].references(.actor).map(\.text) == ["kim", "lee"])
        #expect(records[0].texts(FieldName("x.at")) == ["1", "2"] && records[0].text(.title) == "Kim in Seoul")
        #expect(records[1].id.text == "e1" && records[1].text(.text) == "say \"no\" é")
    }

    @Test("without a field of columns, keys that are names of fields are taken, as plain texts")
    func names() throws {
        let engine = try engine(
            #"{"title": "'=1; 2", "actor": ["nis", "Kim; Lee"], "when": "2024-10", "other": 1}"#)
        #expect(try engine.run("import jsonl a.jsonl kind=event").contains("columns left out: other"))
        let event = engine.session[Identifier(known: "e1")]
        #expect(event?.text(.title) == "'=1; 2" && event?.references(.actor).map(\.text) == ["nis", "kim-lee"])
    }

    @Test("a line that is no object is an error with its place, or is left out")
    func faults() throws {
        let engine = try engine(#"{"title": "a"}"#, #"{"title": }"#, "[1]", #"{"title": "b", "when": "2024-13"}"#)
        let command = "import jsonl a.jsonl kind=event title={title} when={when}"
        #expect(engine.error(command).hasPrefix("error: a.jsonl:2:11: "))
        #expect(engine.session.isEmpty)
        let answer = try engine.run(command + " bad=skip")
        #expect(answer.hasPrefix("imported 1 event from a.jsonl\n") && answer.contains("3 rows left out:"))
        #expect(answer.contains("a.jsonl:3:1: the line is not a JSON object\n"))
        #expect(answer.contains("a.jsonl:4:1: row 4, column 'when' is '2024-13'\n"))
        let first = try self.engine("{\"title\" 1}", "[]")
        let error = first.error("import jsonl a.jsonl kind=event")
        #expect(error.hasPrefix("error: a.jsonl:1:10: expected : after the key"))
        #expect(engine.error("import jsonl a.jsonl kind=event title={titel}").contains("did you mean '{title}'?"))
        #expect(
            engine.error("import jsonl a.jsonl kind=event delimiter=tab").contains(
                "jsonl has no setting 'delimiter='"))
    }

    @Test("no text crashes it", arguments: Seeds.some)
    func anything(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces = ["{", "}", "[", "]", "\"a\"", ":", ",", "1", "null", "\n", " ", "\\", "é"]
        for _ in 0..<50 {
            let engine = try engine(random.text(of: pieces, count: random.pick(0...20)))
            _ = engine.error("import jsonl a.jsonl kind=note text={a} bad=skip")
        }
    }
}
