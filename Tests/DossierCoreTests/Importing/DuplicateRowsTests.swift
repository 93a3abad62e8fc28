import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

@Suite("rows that the session has already") struct DuplicateRowsTests {
    private static let first = "id,day,town,n\n1,2024-10-01,Kursk,40\n2,2024-10-02,Sudzha,\n3,2024-10-03,Orel,3\n"
    private static let second = "id,day,town,n\n1,2024-10-01,Kursk,40\n2,2024-10-04,Sudzha,12\n4,2024-10-05,Sumy,1\n"
    private static let command =
        #"import csv a.csv kind=event when={day} title="Battle of {town}" place={town} quantity="{n} deaths""#

    private func engine(_ text: String = first) throws -> TestEngine { try TestEngine(files: ["a.csv": text]) }

    private func deliver(_ text: String, to engine: TestEngine) { engine.disk["/work/a.csv"] = Array(text.utf8) }

    private func held(_ engine: TestEngine, _ id: String, _ field: String) -> String {
        engine.session[Identifier(known: id)]?[FieldName(field)].map(\.typed).joined(separator: ",") ?? "none"
    }

    @Test(
        "importing a file again adds nothing, whatever rows become",
        arguments: [
            command, command + " id=r-{id}", command + " key=id", command + " key=id on-duplicate=update",
            command + " on-duplicate=skip", command + " key=\"x-{id}\" id=r-{id}",
            "import csv a.csv kind=event when={town} title={day} bad=keep",
            "import csv a.csv kind=event when={town} title={day} bad=keep key=id on-duplicate=update",
            "import csv a.csv kind=claim speaker={town} title=\"{n} deaths\"",
            "import csv a.csv kind=link from={town} relation=member-of to=\"Unit {id}\"",
            "import csv a.csv kind=note text={town} key=id", "import csv a.csv kind=entity name={town} key=id",
            "import csv a.csv kind=source title={town} key=id,day",
        ])
    func again(command: String) throws {
        let engine = try engine()
        let answer = try engine.run(command)
        #expect(!answer.contains("imported 0"))
        let before = engine.state
        #expect(try engine.run(command).contains("3 rows known before, not added again"))
        #expect(engine.state == before)
        #expect(
            try engine.run(command.replacing("on-duplicate=skip", with: "on-duplicate=update")).contains("imported 0"))
        #expect(engine.state == before)
    }

    @Test("the same file imported otherwise makes records of its own")
    func otherwise() throws {
        let engine = try engine()
        try engine.run(#"import csv a.csv kind=claim title="{n} were killed at {town}""#)
        try engine.run(#"import csv a.csv kind=claim title="It was on {day}""#)
        try engine.run(Self.command)
        #expect(engine.session.count(of: .claim) == 6 && engine.session.count(of: .event) == 3)
    }

    @Test("rows of one file that are alike all come in without a key, and once with one")
    func alike() throws {
        let text = "id,town\n1,Kursk\n1,Kursk\n"
        let plain = try engine(text)
        try plain.run("import csv a.csv kind=event title={town}")
        #expect(plain.session.count(of: .event) == 2)
        let keyed = try engine(text)
        #expect(
            try keyed.run("import csv a.csv kind=event title={town} key=id").contains(
                "1 row known before, not added again"))
        #expect(keyed.session.count(of: .event) == 1)
    }

    @Test("a newer delivery adds the new, updates the changed, lists what is gone, and is one step")
    func newer() throws {
        let engine = try engine()
        let command = Self.command + " key=id on-duplicate=update"
        try engine.run(command)
        let before = engine.state
        deliver(Self.second, to: engine)
        #expect(
            try engine.run(command) == """
                imported 1 event from a.csv
                  e4  event  2024-10-05  Battle of Sumy
                  source s2  a.csv
                  1 new entity: sumy
                  1 row known before, not added again
                  1 record updated: e2
                  1 record no longer in the file: e3; nothing is removed

                """)
        #expect(held(engine, "e2", "when") == "2024-10-04" && held(engine, "e2", "quantity") == "12 deaths")
        #expect(held(engine, "e2", "source") == "s2" && held(engine, "e1", "source") == "s1")
        #expect((1...4).map { held(engine, "e\($0)", "x.key") } == ["1", "2", "3", "4"])
        #expect(engine.session.count(of: .event) == 4)
        try engine.run("undo")
        #expect(engine.state == before)
    }

    @Test("without a wish for updates, records stay as they are, and those that differ are listed")
    func skip() throws {
        let engine = try engine()
        try engine.run(Self.command + " key=id")
        deliver(Self.second, to: engine)
        let answer = try engine.run(Self.command + " key=id")
        #expect(answer.contains("1 record differing from the file: e2; on-duplicate=update"))
        #expect(held(engine, "e2", "when") == "2024-10-02" && held(engine, "e2", "source") == "s1")
    }

    @Test("an update leaves alone what the cells do not say")
    func ownWork() throws {
        let engine = try engine(Self.second)
        let command = Self.command + " key=id status=reported #east on-duplicate=update"
        try engine.run(command)
        try engine.run(#"add source cable "Cable" -- Words of the cable."#)
        try engine.run(#"set e2 status=confirmed text="Seen" source+=cable #mine"#)
        deliver("id,day,town,n\n2,2024-10-06,Sudzha,\n", to: engine)
        try engine.run(command)
        #expect(held(engine, "e2", "when") == "2024-10-06" && held(engine, "e2", "quantity") == "12 deaths")
        #expect(held(engine, "e2", "status") == "confirmed" && held(engine, "e2", "text") == "Seen")
        #expect(held(engine, "e2", "tags") == "east,mine" && held(engine, "e2", "source") == "cable,s2")
    }

    @Test("a cell that could not be read, and can be now, leaves neither its copy nor the tag")
    func mended() throws {
        let engine = try engine("id,day\n1,2024-13\n")
        let command = "import csv a.csv kind=event when={day} title={id} key=id bad=keep on-duplicate=update"
        try engine.run(command)
        #expect(held(engine, "e1", "x.day") == "2024-13" && held(engine, "e1", "tags") == "doubtful")
        deliver("id,day\n1,2024-14\n", to: engine)
        try engine.run(command)
        #expect(held(engine, "e1", "x.day") == "2024-14" && held(engine, "e1", "tags") == "doubtful")
        deliver("id,day\n1,2024-12\n", to: engine)
        try engine.run(command)
        #expect(held(engine, "e1", "when") == "2024-12")
        #expect(held(engine, "e1", "x.day") == "" && held(engine, "e1", "tags") == "")
    }

    @Test("a duplicate is at fault where that is asked for: it ends the import, or is left out")
    func error() throws {
        let engine = try engine()
        try engine.run(Self.command + " key=id")
        let before = engine.state
        let error = engine.error(Self.command + " key=id on-duplicate=error")
        #expect(error.contains("e1 has the key '1' already") && error.contains("a.csv:2:1: row 1, column 'id' is '1'"))
        #expect(engine.state == before)
        deliver(Self.second, to: engine)
        let answer = try engine.run(Self.command + " key=id on-duplicate=error rejects=bad.csv")
        #expect(answer.contains("imported 1 event") && answer.contains("2 rows left out"))
        #expect(
            engine.disk.text("/work/bad.csv")?.contains("1,2024-10-01,Kursk,40,\"e1 has the key '1' already") == true)
    }

    @Test("a row without a key cannot be read")
    func emptyKey() throws {
        let engine = try engine("id,town\n,Kursk\n2,Orel\n")
        #expect(engine.error("import csv a.csv kind=event title={town} key=id").contains("the key is empty"))
        #expect(try engine.run("import csv a.csv kind=event title={town} key=id bad=keep").contains("1 row left out"))
        #expect(
            try engine.run("import csv a.csv kind=event title={town} key=id,town bad=skip").contains(
                "imported 2 events")
        )
    }

    @Test("a key is the cells of its columns, or text with them, or the digest of the row")
    func keys() throws {
        for (option, key) in [
            ("key=id", "1"), ("key=id,town", "1 | a||b"), ("key=town,id", "a||b | 1"),
            (#"key="x/{id}-{town}""#, "x/1-a|b"),
            ("on-duplicate=skip", Digest.of("id\u{1F}1\u{1E}town\u{1F}a|b\u{1E}")),
        ] {
            let engine = try engine("id,town\n 1 ,a|b\n".replacing(" 1 ", with: option.hasPrefix("key") ? " 1 " : "1"))
            try engine.run("import csv a.csv kind=event title={town} \(option)")
            #expect(held(engine, "e1", "x.key") == key)
        }
    }

    @Test("the digest of a row does not hang on the order of the columns, quotation marks or other rows")
    func digest() throws {
        let engine = try engine("id,town,c\n1,Kursk,\n")
        try engine.run("import csv a.csv kind=event title={town} on-duplicate=skip")
        deliver("town,id,e\n\"Kursk\",1,\nOrel,2,x\n", to: engine)
        #expect(
            try engine.run("import csv a.csv kind=event title={town} on-duplicate=skip").contains("imported 1 event"))
        engine.disk["/work/a.jsonl"] = Array("{\"f\": 1}\n{\"town\": \"Kursk\", \"id\": 1}\n".utf8)
        let answer = try engine.run("import jsonl a.jsonl kind=event title={town} text={f} on-duplicate=skip")
        #expect(answer.contains("imported 1 event") && answer.contains("1 row known before"))
    }

    @Test("data sets with the same numbers are kept apart by the text of their keys")
    func dataSets() throws {
        let engine = try engine()
        try engine.run(Self.command + #" key="ucdp-{id}""#)
        engine.disk["/work/b.csv"] = Array(Self.second.utf8)
        let answer = try engine.run(
            #"import csv b.csv kind=event title={town} key="acled-{id}" on-duplicate=update"#)
        #expect(answer.contains("imported 3 events") && !answer.contains("no longer"))
        engine.disk["/work/b.csv"] = Array("id,town\n4,Sumy\n".utf8)
        #expect(
            try engine.run(#"import csv b.csv kind=event title={town} key="acled-{id}" on-duplicate=update"#).contains(
                "2 records no longer in the file: e4, e5; nothing is removed"))
    }

    @Test("of a part of a file nothing is gone, nor what other files brought")
    func partial() throws {
        let engine = try engine()
        try engine.run(Self.command + " key=id")
        #expect(try !engine.run(Self.command + " key=id rows=1..1").contains("no longer"))
        engine.disk["/work/b.csv"] = Array("id,town\n7,Sumy\n".utf8)
        #expect(try !engine.run("import csv b.csv kind=event title={town} key=id").contains("no longer"))
    }

    @Test("records that were merged have the keys of both")
    func merged() throws {
        let engine = try engine()
        try engine.run(Self.command + " key=id")
        try engine.run("merge e3 into e1")
        let answer = try engine.run(Self.command + " key=id")
        #expect(answer.contains("imported 0 events") && !answer.contains("no longer"))
        deliver(Self.second, to: engine)
        #expect(try !engine.run(Self.command + " key=id").contains("no longer"))
    }

    @Test("what was imported without a key gets it when the same file is imported with one")
    func adoption() throws {
        let engine = try engine()
        try engine.run(Self.command)
        #expect(try engine.run(Self.command + " key=id").contains("3 rows known before"))
        #expect((1...3).map { held(engine, "e\($0)", "x.key") } == ["1", "2", "3"])
        deliver(Self.second, to: engine)
        #expect(try engine.run(Self.command + " key=id on-duplicate=update").contains("1 record updated: e2"))
    }

    @Test("a dry run tells what would be added, updated and gone, and does none of it")
    func dryRun() throws {
        let engine = try engine()
        try engine.run(Self.command + " key=id")
        let before = engine.state
        deliver(Self.second, to: engine)
        let answer = try engine.run(Self.command + " key=id on-duplicate=update --dry-run")
        #expect(answer.contains("would import 1 event") && answer.contains("1 record to be updated: e2"))
        #expect(answer.contains("1 record no longer in the file: e3"))
        #expect(engine.state == before)
        let json = try engine.json(Self.command + " key=id on-duplicate=update").object
        #expect(
            json?["known"]?.text == "1" && json?["updated"]?.text == #"["e2"]"# && json?["gone"]?.text == #"["e3"]"#)
    }

    @Test(
        "updated from any deliveries, records say what the last one says; once more changes nothing",
        arguments: Seeds.some)
    func deliveries(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let command =
            #"import csv a.csv kind=event title="T {a}" text={b} actor={a} key=id on-duplicate=update source="#
        func delivery() -> String {
            let ids = (1...8).filter { _ in random.oneIn(2) } + [9]
            return "id,a,b\n" + ids.map { "\($0),\(random.below(4)),\(random.below(4))\n" }.joined()
        }
        let engine = try engine(delivery())
        try engine.run(command)
        for _ in 0..<4 {
            let text = delivery()
            deliver(text, to: engine)
            try engine.run(command)
            let fresh = try self.engine(text)
            try fresh.run(command)
            for record in fresh.session.records(of: .event) {
                let held = engine.session.records(of: .event).filter { $0[RowKey.field] == record[RowKey.field] }
                #expect(held.count == 1 && held.first?.entries == record.entries, "seed \(seed)")
            }
            let before = engine.state
            try engine.run(command)
            #expect(engine.state == before, "seed \(seed)")
        }
    }
}
