import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("show log") struct LogViewTests {
    /// What a log shows: the numbers of its rows.
    private func entries(_ command: String) throws -> [Int] {
        let disk = MemoryDisk([
            "/work/s.dossier": "add event e2 \"Seoul summons\"\nset e1 status=disputed\n"
        ])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for line in [
            "add event e1 \"Arrival\"", "add note \"on it\" target=e1", "set e1 status=confirmed", "undo", "save",
        ] {
            try engine.run(line)
        }
        engine.engine.surroundings.author = "ben"
        engine.engine.surroundings.now = { "2024-11-02T10:30:00Z" }
        for line in ["replay s.dossier", "drop n1"] { try engine.run(line) }
        guard case .array(let rows) = try engine.json(command) else { return [] }
        return rows.compactMap { row in
            guard case .object(let object) = row, case .number(let number)? = object["entry"] else { return nil }
            return number.integer
        }
    }

    @Test(
        "each filter keeps the entries that it asks for",
        arguments: [
            ("show log", [1, 2, 3, 4, 5, 6, 10]), ("show log groups=folded", [1, 2, 3, 4, 5, 6, 10]),
            ("show log groups=open", Array(1...10)), ("show log limit 2", [6, 10]),
            ("show log groups=open limit 3", [8, 9, 10]),
            ("show log e1", [1, 3, 4, 6]), ("show log e1 groups=open", [1, 3, 4, 8]), ("show log n1", [2, 10]),
            ("show log e1,n1 limit 2", [6, 10]), ("show log by=ben", [6, 10]), ("show log by=nobody", []),
            ("show log since=2024-11", [6, 10]), ("show log until=2024-10", [1, 2, 3, 4, 5]),
            ("show log since=2024-10-23 until=2024-10-23", [1, 2, 3, 4, 5]),
            ("show log since=2024-11-02T10:30:00Z", [6, 10]), ("show log since=2024-11-02T10:30:01Z", []),
            ("show log verb=undo", [4]), ("show log verb=add", [1, 2, 6]), ("show log verb=replay", [6]),
            ("show log verb=saved", [5]), ("show log verb=drop by=ana", []),
            ("show log \"arrival\"", [1]), ("show log \"seoul\" groups=open", [7]),
            ("show log \"E1\" \"status\"", [3, 6]),
        ])
    func filters(command: String, wanted: [Int]) throws { #expect(try entries(command) == wanted, "\(command)") }

    @Test("a group is one row that says how many commands it holds")
    func group() throws {
        let engine = try TestEngine(files: ["s.dossier": "add note \"a\"\nadd note \"b\"\n"])
        try engine.replay("s.dossier")
        #expect(
            try engine.run("show log") == """
                entry  at                    by   what
                ─────  ────────────────────  ───  ────────────────────────────
                    1  2024-10-23T09:00:00Z  ana  replay s.dossier  2 commands
                4 entries

                """)
        #expect(try engine.json("show log").text.hasSuffix("\"what\": \"replay s.dossier\", \"entries\": 4}]"))
    }

    @Test(
        "a filter that makes no sense is an error under its words",
        arguments: [
            ("show log since=2024-13", Diagnostic.Code.invalidValue, "13"), ("show log verb=ad", .invalidValue, "ad"),
            ("show log groups=no", .invalidValue, "no"), ("show log e9", .unknownReference, "e9"),
            ("show log limit", .missingWord, ""), ("show log limit 0", .notANumber, "0"),
        ])
    func errors(command: String, rule: Diagnostic.Code, fault: String) throws {
        let error = #expect(throws: Diagnostic.self) { try TestEngine().run(command) }
        #expect(error?.code == rule && error?.place.text == fault, "\(String(describing: error))")
    }

    @Test("log verify names the head, and finds every hash that the log ever had")
    func verify() throws {
        let engine = try TestEngine(setting: ["add note \"a\"", "add note \"b\"", "undo"])
        let hashes = engine.engine.journal.lines.map(\.hash)
        #expect(
            try engine.run("log verify") == """
                  head     \(hashes[2])
                  entries  3
                  first    2024-10-23T09:00:00Z
                  last     2024-10-23T09:00:00Z

                """)
        for (index, hash) in hashes.enumerated() {
            let since = 2 - index
            #expect(
                try engine.run("log verify \(hash.uppercased())")
                    == "the session descends from entry \(index + 1) of 2024-10-23T09:00:00Z; \(since) \(since == 1 ? "entry" : "entries") since\n"
            )
        }
        var failed = false
        try engine.engine.run(SourceText("log verify " + Digest.of("other"))) { failed = $0.failed }
        #expect(failed)
        #expect(try TestEngine().run("log verify") == "the log is empty\n")
    }
}
