import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

/// Sessions that other programs wrote, or no sessions at all.
@Suite("JSON from elsewhere as a session") struct ForeignJSONTests {
    private static let path = "/work/a.json"

    /// A session with one event that holds a value under a name of a later version, as `SessionFile` writes it.
    private static func state(later value: [UInt8]) -> [UInt8] {
        let empty = ["claims", "notes", "links"].map { ",\n\"\($0)\": []" }.joined()
        return Array("{\n\"dossier\": {\"format\": 1},\n\"sources\": [],\n\"entities\": [],\n\"events\": [\n".utf8)
            + Array("{\"id\": \"e1\", \"title\": \"a\", \"later\": ".utf8) + value + Array("}\n]\(empty)\n}\n".utf8)
    }

    /// Opens a session of these bytes; the error where it is none.
    private func open(_ bytes: [UInt8]) -> Result<TestEngine, StorageError> {
        let disk = MemoryDisk()
        disk[Self.path] = bytes
        return Result { () throws(StorageError) in try TestEngine(opening: Self.path, on: disk) }
    }

    @Test("any text as a session file is an error that names the file, and touches nothing", arguments: JSONCase.all)
    func asSession(one: JSONCase) {
        guard case .failure(let error) = open(one.bytes) else {
            Issue.record("\(one.name) was opened")
            return
        }
        #expect(error.problem.hasPrefix("'/work/a.json' is not a session: ") && error.exit == .badData)
    }

    @Test(
        "any text as the value of an unknown field is kept where it is JSON, and refused where it is none",
        arguments: JSONCase.all)
    func asUnknownField(one: JSONCase) throws {
        let bytes = one.bytes
        let json = try? JSONReader.read(bytes, duplicateKeys: .refused)
        // A byte order mark inside, and what is too deep there, are refused.
        let isRefused = (try? JSONReader.read(Self.state(later: bytes), duplicateKeys: .refused)) == nil
        switch open(Self.state(later: bytes)) {
        case .failure: #expect(isRefused, "\(one.name) was refused")
        case .success(let engine):
            #expect(!isRefused)
            let state = Self.state(later: Array(try #require(json).text.utf8))
            #expect(Array(engine.state.utf8) == state)
            try engine.run("set e1 status=reported")
            let again = try TestEngine(opening: Self.path, on: engine.disk, readOnly: true)
            #expect(again.state == engine.state)
            try engine.run("undo")
            try engine.engine.close()
            #expect(engine.disk[Self.path] == state)
        }
    }

    @Test(
        "numbers of an unknown field keep every digit through opening, changing and saving",
        arguments: [
            "1.10", "1e400", "-0", "0.0", "-0.0e-0", "12345678901234567890", "0.1000000000000000055511151231257827",
            "1E+2", "[1, 1.0, 1e0]", "{\"a\": 9007199254740993}",
        ])
    func numbers(text: String) throws {
        let state = Self.state(later: Array(text.utf8))
        let engine = try open(state).get()
        try engine.run("set e1 title=b")
        try engine.engine.close()
        let again = try TestEngine(opening: Self.path, on: engine.disk)
        #expect(again.state.contains("\"title\": \"b\", \"later\": \(text)}"))
        try again.run("undo")
        try again.run("save")
        #expect(again.disk[Self.path] == state)
    }

    @Test("a session nested ten thousand deep is refused with the place and the limit")
    func depth() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 10_000)
        #expect(
            open(deep).error?.problem
                == "'/work/a.json' is not a session: line 1, column 513: arrays and objects are nested more than 512 deep"
        )
        #expect(
            open(Self.state(later: deep)).error?.problem.contains(
                ": line 6, column 546: arrays and objects are nested more than 512 deep") == true)
    }

    @Test("what is as deep as a state may be is as deep in its log, and opens from there")
    func depthInLog() throws {
        let value = Array((String(repeating: "[", count: 509) + String(repeating: "]", count: 509)).utf8)
        let header = Array("{\"format\": 1, \"later\": [".utf8) + value + Array("]}".utf8)
        let state = Self.state(later: value)
        let marked = Array(
            String(decoding: state, as: UTF8.self).replacing(
                "{\"format\": 1}", with: String(decoding: header, as: UTF8.self)
            ).utf8)
        let engine = try open(marked).get()
        try engine.run("set e1 title=b")
        try engine.run("set session title=c")
        let again = try TestEngine(opening: Self.path, on: engine.disk, readOnly: true)
        #expect(again.state == engine.state)
        #expect(open(Self.state(later: [UInt8(ascii: "[")] + value + [UInt8(ascii: "]")])).error != nil)
    }

    @Test(
        "a key that stands twice is refused with its place, wherever it stands",
        arguments: [
            #"{"dossier": {"format": 1}, "dossier": {"format": 1}}"#, #"{"dossier": {"format": 1, "format": 1}}"#,
            #"{"dossier": {"format": 1}, "events": [{"id": "e1", "title": "a", "title": "b"}]}"#,
            #"{"dossier": {"format": 1}, "events": [{"id": "e1", "later": {"a": 1, "\u0061": 2}}]}"#,
            #"{"dossier": {"format": 1}, "events": [], "events": []}"#,
        ])
    func duplicateKeys(text: String) {
        let problem = open(Array(text.utf8)).error?.problem
        #expect(problem?.hasPrefix("'/work/a.json' is not a session: line 1, column ") == true)
        #expect(problem?.hasSuffix(": a key occurs twice in one object") == true)
    }

    @Test("what a quote holds that is not known is kept, also where its source gets another text")
    func quoteMembers() throws {
        let quote = #"{"exact": "words", "start": 5, "end": 10, "source": "s1", "refinedBy": {"value": 1.50}}"#
        let state = """
            {"dossier": {"format": 1}, "sources": [{"id": "s1", "text": "some words"}],
            "claims": [{"id": "c1", "title": "a", "source": ["s1"], "quote": \(quote)}]}
            """
        let engine = try open(Array(state.utf8)).get()
        #expect(engine.state.contains(quote))
        try engine.run("set s1 text=\"words again\"")
        let moved = #""start": 0, "end": 5, "source": "s1", "refinedBy": {"value": 1.50}}"#
        #expect(engine.state.contains(moved), "\(engine.state)")
        let half = state.replacing("\"end\": 10, ", with: "")
        #expect(open(Array(half.utf8)).error?.problem.contains("the start and end of a quote") == true)
    }
}

extension Result {
    /// The error; nil where all went well.
    fileprivate var error: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
