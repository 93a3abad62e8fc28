import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("show changes") struct ChangesViewTests {
    private static let setting = [
        "add source s1 \"Seoul protests\" published=2024-10-22", "add source s2 \"Moscow denies\"",
        "add event e1 \"Arrival\" status=reported source=s1", "set e1 status=confirmed source+=s2", "undo",
        "add note \"beside it\"", "drop e1",
    ]

    @Test("each entry that touched a record tells field by field what it changed, and which sources came in")
    func story() throws {
        #expect(
            try TestEngine(setting: Self.setting).run("show changes e1") == """
                e1  does not exist now
                3  2024-10-23T09:00:00Z  ana  add event e1 "Arrival" status=reported source=s1
                   made
                   title: Arrival
                   source: s1
                   status: reported
                   source s1 came in: Seoul protests, published 2024-10-22
                4  2024-10-23T09:00:00Z  ana  set e1 status=confirmed source+=s2  (undone)
                   source: s1 → s1, s2
                   status: reported → confirmed
                   source s2 came in: Moscow denies
                5  2024-10-23T09:00:00Z  ana  undo 4
                   source: s1, s2 → s1
                   status: confirmed → reported
                7  2024-10-23T09:00:00Z  ana  drop e1
                   dropped
                4 changes

                """)
    }

    @Test("programs get every field as it was and as it is")
    func json() throws {
        let json = try TestEngine(setting: Self.setting).json("show changes e1 limit 2")
        #expect(
            json.text.hasPrefix(
                #"[{"entry": 5, "at": "2024-10-23T09:00:00Z", "by": "ana", "what": "undo 4", "records": [{"id": "e1", "change": "changed", "fields": [{"field": "source", "was": ["s1", "s2"], "is": ["s1"]}"#
            ))
        #expect(json.text.hasSuffix(#""records": [{"id": "e1", "change": "dropped"}]}]"#))
    }

    @Test(
        "filters and the limit keep what they ask for",
        arguments: [
            ("show changes e1 limit 1", "1 of 4 changes"), ("show changes e1 since=2024-11", "no changes"),
            ("show changes e1 by=ben", "no changes"), ("show changes e1,n1", "5 changes"),
            ("show changes n1 until=2024-10-23", "1 change"), ("show changes (notes)", "1 change"),
        ])
    func filters(command: String, end: String) throws {
        #expect(try TestEngine(setting: Self.setting).run(command).hasSuffix("\n\(end)\n"), "\(command)")
    }

    @Test("a command of a script is told with the script, also while it runs")
    func scripts() throws {
        let engine = try TestEngine(files: ["s.dossier": "add event e1 \"a\"\nshow changes e1\n"])
        let line =
            "2  2024-10-23T09:00:00Z  ana  add event e1 \"a\"  (replay s.dossier)\n   made\n   title: a\n1 change\n"
        #expect(try engine.replay("s.dossier").hasSuffix(line))
        #expect(try engine.run("show changes e1").hasSuffix(line))
    }

    @Test("steps that come to nothing for a record are not told")
    func nothing() throws {
        let engine = try TestEngine(setting: [
            "add note n1 \"a\"", "set n1 text=b", "undo", "redo", "undo 2", "redo 2",
        ])
        #expect(try engine.run("show changes n1").hasSuffix("\n6 changes\n"))
        #expect(throws: Diagnostic.self) { try engine.run("show changes n9") }
    }
}
