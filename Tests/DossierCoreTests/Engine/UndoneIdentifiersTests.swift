import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("ids after undo") struct UndoneIdentifiersTests {
    private static let setting = [
        "add source s1 \"Report\" -- Some quoted words.", "add entity nis \"NIS\"", "add event e1 \"Arrival\"",
    ]

    @Test(
        "what an undone command named is free again",
        arguments: [
            "add source \"Other\"", "add entity \"Kherva\"", "add event \"A\" place=\"Kherva\"",
            "add event dam \"Dam\"",
            "add claim \"Said\" speaker=\"Kim\" source=s1 quote=\"quoted\"", "annotate e1 -- Why?",
            "annotate e1 id=own -- x",
            "link s1 supports e1", "link s1 supports e1 id=own", "import csv rows.csv kind=event title={t} place={p}",
            "import csv rows.csv kind=event id={i} title={t}", "import jsonl rows.jsonl kind=note text={t}",
            "import session other.json", "replay a.dossier",
        ])
    func frees(command: String) throws {
        let engine = try TestEngine(
            files: [
                "rows.csv": "t,p,i\na,Busan,x1\nb,Kim,x2\n", "rows.jsonl": "{\"t\": \"one\"}\n{\"t\": \"two\"}\n",
                "other.json": """
                {"dossier": {"format": 1}, "sources": [], "entities": [], "events": [{"id": "e7"}, {"id": "e2"}], \
                "claims": [], "notes": [], "links": []}
                """,
                "a.dossier":
                    "add event \"a\" actor=\"Kim\"\nundo\nadd event \"b\" actor=\"Lee\"\ndrop e2\nadd note n \"n\"\n",
            ], setting: Self.setting)
        let (state, given) = (engine.state, engine.session.given)
        let answer = try engine.run(command)
        let made = engine.state
        #expect(made != state)
        try engine.run("undo")
        #expect(engine.state == state && engine.session.given == given)
        #expect(try engine.run(command) == answer && engine.state == made)
    }

    @Test("a dropped record keeps its id until the drop is undone, and after it is redone")
    func drop() throws {
        let engine = try TestEngine(setting: ["add event dam \"Dam\"", "add event \"One\"", "drop dam e1"])
        for id in ["dam", "e1"] {
            let error = engine.error("add event \(id) \"Again\"")
            #expect(error.contains("belonged to a record that was dropped") && error.contains("undo"), "\(error)")
        }
        #expect(try engine.run("add event \"Two\"").hasPrefix("e2 "))
        try engine.run("undo 2")
        #expect(engine.error("add event dam \"Again\"").contains("belongs to an event"))
        #expect(try engine.run("show dam").hasPrefix("dam "))
        try engine.run("redo")
        #expect(engine.error("add event dam \"Again\"").contains("was dropped"))
        #expect(try engine.run("add event \"Two\"").hasPrefix("e2 "))
    }

    @Test("an entity of a name whose slug is retired gets a number, as ever")
    func slug() throws {
        let engine = try TestEngine(setting: ["add event \"A\" place=\"Kherva\"", "drop e1", "drop kherva"])
        #expect(try engine.run("add event \"B\" place=\"Kherva\"").contains("kherva-2"))
        try engine.run("undo 2")
        #expect(try engine.run("add event \"B\" place=\"Kherva\"").contains("kherva-2") == false)
    }

    @Test("a script that fails gives no ids, one that goes on gives those of what it kept")
    func failing() throws {
        let script = "add event \"a\"\nadd event dam \"b\"\nnonsense\nadd event \"c\"\n"
        let engine = try TestEngine(files: ["a.dossier": script])
        #expect(throws: Diagnostic.self) { try engine.replay("a.dossier") }
        #expect(engine.session.given == GivenIdentifiers())
        _ = try engine.engine.replay("/work/a.dossier", keepGoing: true, reply: { _ in })
        #expect(try engine.run("add event \"d\"").hasPrefix("e3 "))
        try engine.run("undo 2")
        #expect(engine.session.given == GivenIdentifiers())
        #expect(try engine.run("add event dam \"b\"").hasPrefix("dam "))
    }

    @Test("an id that was taken again ends what can be redone, also after the session is opened again")
    func twoTimelines() throws {
        let disk = MemoryDisk()
        var engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"n\"\nadd event e1 \"wrong\" status=disputed\nset e1 status=confirmed\nundo 2")
        try engine.run("add event e1 \"right\"")
        #expect(engine.error("redo").contains("nothing to redo"))
        try engine.engine.close()
        engine = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(engine.error("redo").contains("nothing to redo"))
        let changes = try engine.run("show changes e1")
        #expect(
            changes == """
                e1  event  right
                2  2024-10-23T09:00:00Z  ana  add event e1 "wrong" status=disputed  (undone)
                   made
                   title: wrong
                   status: disputed
                3  2024-10-23T09:00:00Z  ana  set e1 status=confirmed  (undone)
                   status: disputed → confirmed
                4  2024-10-23T09:00:00Z  ana  undo 3, 2
                   dropped
                5  2024-10-23T09:00:00Z  ana  add event e1 "right"
                   made
                   title: right
                4 changes

                """)
        #expect(try engine.run("show log e1").contains("4 of 6 entries"))
        #expect(try engine.run("show e1 at 3").hasPrefix("e1  event  wrong"))
        #expect(engine.error("show e1 at 4").contains("was not known then"))
        #expect(try engine.run("show e1 at 5").hasPrefix("e1  event  right"))
        #expect(engine.engine.storageFaults == [])
        try engine.run("undo")
        #expect(try engine.run("show changes e1").hasPrefix("e1  was undone: the id is free\n"))
        #expect(try engine.run("show log e1").contains("add event e1"))
        #expect(engine.error("show log e9").contains("no record is named 'e9'"))
    }

    @Test("a record that takes a free id stands after all others, in the session and made again from its log")
    func order() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add event a \"A\"\nadd event b \"B\"\nadd event c \"C\"\nsave\nundo 3")
        try engine.run("add event c \"C\"\nadd event a \"A\"\nadd note \"n\" target=a")
        let order = engine.session.records(of: .event).map(\.id.text)
        #expect(order == ["c", "a"])
        try IndexProof.check(engine.session)
        for names in [[], ["/work/a.json"]] {
            let copy = disk.unlocked
            for name in names { copy[name] = nil }
            let again = try TestEngine(opening: "/work/a.json", on: copy)
            #expect(again.state == engine.state && again.engine.storageFaults == [])
        }
    }

    @Test("what was dropped before the log was folded stays retired, and what was undone stays free")
    func folded() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add event dam \"Dam\"\nadd event \"One\"\ndrop dam,e1\nadd event x \"X\"\nundo")
        _ = try engine.engine.compact(keepsArchive: false)
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(again.session.given == engine.session.given)
        #expect(again.failure("add event dam \"D\"")?.code == .identifierTaken)
        #expect(again.failure("add event e1 \"D\"")?.code == .identifierTaken)
        #expect(try again.run("add event x \"X\"").hasPrefix("x "))
    }

    @Test("without a log the highest number that stands counts, and an error says what is not known")
    func stateAlone() throws {
        let state = try TestEngine(setting: ["add event \"One\"", "add event \"Two\"", "drop e1"]).state
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk(["/work/a.json": state]))
        let error = engine.error("add event e1 \"Again\"")
        #expect(error.contains("may have belonged to a record that was dropped") && error.contains("'e3'"))
        #expect(try engine.run("add event \"Three\"").hasPrefix("e3 "))
        try engine.run("undo")
        #expect(try engine.run("add event e4 \"Four\"").hasPrefix("e4 "))
        try engine.run("undo")
        #expect(try engine.run("add event \"Three\"").hasPrefix("e3 "))
    }

    @Test("large gaps between numbers are undone too")
    func gaps() throws {
        let engine = try TestEngine(setting: [
            "add event \"One\"", "add event e900 \"Two\"", "add event e5000000000 \"Three\"",
        ])
        try engine.run("undo")
        #expect(try engine.run("add event \"Next\"").hasPrefix("e901 "))
        try engine.run("undo 2")
        #expect(try engine.run("add event \"Next\"").hasPrefix("e2 "))
    }
}
