import TestSupport
import Testing

@testable import DossierImporting
@testable import DossierModel

@Suite("an import of JSON") struct JSONImportTests {
    private func engine(_ text: String) throws -> TestEngine { try TestEngine(files: ["a.json": text]) }

    @Test("the elements of a list are rows, with the columns of JSON Lines")
    func list() throws {
        let engine = try engine(#"[{"a": 1, "who": ["Kim", "Lee"]}, {"geo": {"place": "Seoul"}, "a": null}]"#)
        try engine.run(#"import json a.json kind=event title=t actor={who} place={geo.place} x.a={a} source="#)
        let records = engine.session.records(of: .event).map { $0 }
        #expect(records.count == 2 && records[0].references(.actor).map(\.text) == ["kim", "lee"])
        #expect(records[0].texts(FieldName("x.a")) == ["1"] && records[1].references(.place).map(\.text) == ["seoul"])
    }

    @Test("at= goes through objects and lists, and the answer names what stands beside the list")
    func inside() throws {
        let text = #"""
            {"response": [{"Event": {"info": "x", "Attribute": [{"value": "1"}]}}, {"Event": {"Attribute": {"value": "2"}}}],
             "version": 2}
            """#
        let engine = try engine(text)
        let answer = try engine.run("import json a.json at=response.Event.Attribute kind=note text={value}")
        #expect(answer.hasPrefix("imported 2 notes from a.json"))
        let behind = "keys outside of 'response.Event.Attribute': response.Event.info, version"
        #expect(answer.replacing("\n    ", with: " ").contains("left behind: " + behind), "\(answer)")
        try engine.run("undo")
        let json = try engine.json("import json a.json at=response.Event.Attribute kind=note text={value}")
        #expect(json.object?["leftBehind"] == .array([.string(behind)]))
    }

    @Test("an object without at= is an error that names the lists in it; so is a path that leads nowhere")
    func missing() throws {
        let engine = try engine(#"{"objects": [{"a": 1}], "meta": {"rows": [{"b": 1}], "n": [1]}}"#)
        let error = engine.error("import json a.json kind=note text={a}")
        #expect(error.contains("'at=' does not name a list in it") && error.contains("at=objects, at=meta.rows"))
        #expect(engine.error("import json a.json at=object kind=note text={a}").contains("no list at 'object'"))
        #expect(engine.error("import json a.json at=meta.n kind=note text={a}").contains("is not a JSON object"))
        #expect(engine.error("import csv a.json at=objects kind=note").contains("csv has no setting 'at='"))
    }

    @Test("a fault of the text is told with its place; an element that is no object can be left out")
    func faults() throws {
        let broken = try engine("[{\"a\": 1},\n {\"a\": }]")
        #expect(broken.error("import json a.json kind=note text={a}").hasPrefix("error: a.json:2:8: "))
        #expect(broken.error("import json a.json kind=note text={a} bad=skip").contains("a.json:2:8"))
        let mixed = try engine("[{\"a\": 1},\n 7, {\"a\": 2}]")
        let answer = try mixed.run("import json a.json kind=note text={a} bad=skip")
        #expect(answer.contains("imported 2 notes") && answer.contains("a.json:2:2: the element is not a JSON object"))
        for text in ["", "[]", "{}", "7", "[1,", "[{\"a\":1}] 2"] {
            #expect(!(try engine(text).error("import json a.json kind=note text={a}").isEmpty), "\(text)")
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(try engine(deep).error("import json a.json kind=note text={a}").contains("nested more than"))
    }

    @Test("no text crashes it", arguments: Seeds.some)
    func anything(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "{", "}", "[", "]", "\"a\"", ":", ",", "1", "null", "\n", "\\", "é", "[{\"type\":\"Feature\"",
            "\"issued\":",
            "{\"type\":\"FeatureCollection\",\"features\":[",
        ]
        for _ in 0..<50 {
            let engine = try engine(random.text(of: pieces, count: random.pick(0...20)))
            for format in ["json", "geojson", "csl-json"] {
                _ = engine.error("import \(format) a.json kind=note text={a} bad=skip at=a")
                _ = engine.error("import \(format) a.json kind=source title={a} bad=skip")
            }
        }
    }
}
