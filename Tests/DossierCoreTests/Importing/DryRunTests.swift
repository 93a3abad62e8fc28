import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

@Suite("an import that is only tried") struct DryRunTests {
    private static let battles = "town,day,killed,side\nKursk,20241021,40,north\nSumy,2024-13,7,\nOrel,2024-14,x,\n"
    private static let command =
        #"import csv battles.csv kind=event title="Battle of {town}" when={day} place={town} quantity="{killed} deaths""#

    @Test("it shows the first rows as they would be, what each column became, and what would fail")
    func answer() throws {
        let engine = try TestEngine(files: ["battles.csv": Self.battles])
        #expect(
            try engine.run(Self.command + " --dry-run") == """
                would import 1 event from battles.csv
                  e1  event  2024-10-21  Battle of Kursk
                    title: Battle of Kursk · when: 2024-10-21 · place: kursk · quantity: 40 deaths · source: s1
                  source s1  battles.csv
                  1 new entity: kursk
                  when normalised in 1 row, first row 1: '20241021' became '2024-10-21'
                  2 rows would fail
                    2 rows: there is no month 13; first battles.csv:3:6: row 2, column 'day' is '2024-13'
                    1 row: 'x deaths' is not a quantity; battles.csv:4:14: row 3, column 'killed' is 'x'
                column  becomes       rows  first cell  as it would be
                ──────  ────────────  ────  ──────────  ───────────────────────
                town    title, place  1     Kursk       Battle of Kursk · kursk
                day     when          1     20241021    2024-10-21
                killed  quantity      1     40          40 deaths
                side    (left out)    1
                a dry run: nothing has changed

                """)
    }

    @Test("it changes nothing: neither the session nor its files, the steps or what _ means")
    func changesNothing() throws {
        let disk = MemoryDisk(["/work/battles.csv": Self.battles])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note -- before")
        let before = (state: engine.state, log: disk.text("/work/a.log"), names: disk.paths)
        for bad in ["", " bad=stop", " bad=skip", " bad=keep", " rejects=bad.csv"] {
            try engine.run(Self.command + bad + " --dry-run")
        }
        #expect(engine.state == before.state && disk.text("/work/a.log") == before.log && disk.paths == before.names)
        #expect(try engine.run("show _").contains("before"))
        try engine.run("undo")
        #expect(engine.session.isEmpty)
    }

    @Test("a session that is only read can be tried too")
    func readOnly() throws {
        let disk = MemoryDisk(["/work/battles.csv": Self.battles])
        let writer = try TestEngine(opening: "/work/a.json", on: disk)
        try writer.run("add note -- before\nsave")
        let engine = try TestEngine(opening: "/work/a.json", on: disk, readOnly: true)
        #expect(try engine.run(Self.command + " --dry-run").contains("would import 1 event"))
    }

    @Test("it promises what the import does", arguments: ["skip", "keep"])
    func promise(bad: String) throws {
        let command = Self.command + " bad=" + bad
        let promised = try TestEngine(files: ["battles.csv": Self.battles]).json(command + " --dry-run").object
        let engine = try TestEngine(files: ["battles.csv": Self.battles])
        let done = try engine.json(command).object
        for key in ["imported", "badRows", "keptRows", "entities", "leftOut", "normalised"] {
            #expect(promised?[key]?.text == done?[key]?.text, "\(key)")
        }
        let first = promised?["first"]?.array?.first?.object?["id"]?.string
        #expect(first == engine.session.records(of: .event).first { _ in true }?.id.text)
    }

    @Test("in a script it changes nothing either, and the script goes on")
    func script() throws {
        let engine = try TestEngine(files: [
            "battles.csv": Self.battles, "a.dossier": "\(Self.command) --dry-run\nadd note -- after\n",
        ])
        #expect(try engine.replay("a.dossier").contains("would import 1 event"))
        #expect(engine.session.count == 1)
    }

    @Test("records of another session can be tried")
    func session() throws {
        let engine = try TestEngine(files: [
            "other.json": #"{"dossier": {"format": 1}, "notes": [{"id": "n1", "title": "A"}]}"#
        ])
        _ = try engine.run("import session other.json --dry-run")
        #expect(engine.session.isEmpty)
        try engine.run("import session other.json")
        #expect(engine.session.count == 1)
    }

    @Test("faults that differ in words and figures alone are one kind, others are told apart")
    func kinds() throws {
        let engine = try TestEngine(files: [
            "battles.csv": "day\n2024-13\n2024-14\n01/02/2024\n03/04/2024\n31/12/2024\n"
        ])
        let faults = try engine.json("import csv battles.csv kind=event when={day} --dry-run").object?["faults"]?.array
        #expect(faults?.compactMap { $0.object?["rows"]?.text } == ["2", "2", "1"])
    }
}
