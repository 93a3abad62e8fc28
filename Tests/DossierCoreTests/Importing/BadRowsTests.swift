import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("rows that cannot be read") struct BadRowsTests {
    private static let battles = """
        town,Day_1,killed
        Kursk,2024-10-21,40
        Sumy,2024-13,many

        Orel,2024-10-23,~1
        short,row

        """
    private static let command =
        #"import csv battles.csv kind=event title={town} when={Day_1} quantity="{killed} deaths""#

    private func engine(_ text: String = battles) throws -> TestEngine { try TestEngine(files: ["battles.csv": text]) }

    @Test("all that is wrong with a row is named, in the error and in the list")
    func allFaults() throws {
        let engine = try engine()
        let error = engine.error(Self.command)
        #expect(error.contains("battles.csv:3:6: row 2, column 'Day_1' is '2024-13'"))
        #expect(error.contains("also: 'many' does not name a number, column 'killed' is 'many'"))
        let answer = try engine.run(Self.command + " bad=skip")
        #expect(answer.contains("is '2024-13'; also: 'many' does not name a number, column 'killed' is 'many'\n"))
        #expect(engine.session.count(of: .event) == 2)
    }

    @Test("bad=stop is what an import does without it")
    func stop() throws {
        let engine = try engine()
        #expect(
            engine.error(Self.command + " bad=stop")
                == engine.error(Self.command).replacing("{killed} deaths\"\n", with: "{killed} deaths\" bad=stop\n"))
        #expect(engine.error(Self.command + " bad=stop").contains("there is no month 13"))
        #expect(engine.session.isEmpty)
    }

    @Test("bad=keep lets a row in without the cells at fault, keeps these beside the fields, and tags the record")
    func keep() throws {
        let engine = try engine()
        let answer = try engine.run(Self.command + " bad=keep")
        #expect(answer.contains("1 row kept without the cells at fault, tagged #doubtful:"))
        #expect(answer.contains("1 row left out:\n    battles.csv:6:1: row 4 has 2 cells\n"))
        let row = engine.session[Identifier(known: "e2")]
        #expect(row?.text(.title) == "Sumy" && row?.when(.when) == nil && row?[.quantity].isEmpty == true)
        #expect(row?.text(FieldName("x.Day_1")) == "2024-13" && row?.text(FieldName("x.killed")) == "many")
        #expect(row?.texts(.tags) == ["doubtful"] || row?[.tags].map(\.typed) == ["doubtful"])
        let next = engine.session[Identifier(known: "e3")]
        #expect(next?.text(.title) == "Orel" && next?[.tags].isEmpty == true, "a row without a fault is as ever")
        try engine.run("undo")
        #expect(engine.session.isEmpty)
    }

    @Test(
        "the field that keeps a cell has the name of the column as far as it can be typed",
        arguments: [
            ("day", "x.day"), ("Day", "x.Day"), ("date_prec", "x.date_prec"), ("Incident type", "x.incident-type"),
            ("день", "x.день"), ("a\u{A0}b", "x.a-b"), ("a\u{202E}b", "x.a-b"), ("", "x.column-1"),
            ("?!", "x.column-1"),
            ("x-", "x.x"),
        ])
    func names(column: String, field: String) {
        #expect(KeptCells([column], besides: [])[0]?.text == field)
        #expect(FieldName(field).isCustom)
    }

    @Test("two columns never share such a field, and what a field holds already is not kept twice")
    func ownNames() throws {
        #expect(KeptCells(["a b", "A-B", "a-b"], besides: [])[0]?.text == "x.a-b")
        #expect(Set((0..<3).compactMap { KeptCells(["a b", "A b", "a-b"], besides: [])[$0]?.text }).count == 3)
        let engine = try engine("day,y\n2024-13,1\n")
        try engine.run(
            "import csv battles.csv kind=event when={day} x.day={day} x.y=constant status={y} bad=keep source=")
        let record = engine.session[Identifier(known: "e1")]
        #expect(record?.texts(FieldName("x.day")) == ["2024-13"])
        #expect(record?.texts(FieldName("x.y")) == ["constant"] && record?.texts(FieldName("x.y-2")) == ["1"])
    }

    @Test("a row whose id is taken came in before, and is left out")
    func takenIdentifier() throws {
        let engine = try engine("id,town\nx1,Kursk\nx1,Kursk\n1 x,Orel\n")
        let command = "import csv battles.csv kind=event id={id} title={town} bad=keep source="
        let answer = try engine.run(command)
        #expect(answer.contains("imported 2 events") && answer.contains("1 row left out"))
        #expect(engine.session[Identifier(known: "e1")]?.text(FieldName("x.id")) == "1 x")
    }

    @Test("a link cannot be kept without an end")
    func links() throws {
        let engine = try engine("a,b,day\nKim,Kim,2024\nKim,Army,2024-13\n")
        let answer = try engine.run(
            "import csv battles.csv kind=link from={a} relation=member-of to={b} when={day} bad=keep")
        #expect(answer.contains("1 row left out") && answer.contains("1 row kept"))
        #expect(engine.session.count(of: .link) == 1)
    }

    @Test("hostile cells at fault become texts, never commands", arguments: Seeds.some)
    func hostile(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<10).map { _ in "!" + HostileText.any(&random) }
        var csv = CSVText(raw: true)
        csv.row(["day", "n"])
        for (index, text) in texts.enumerated() { csv.row([text, "\(index)"]) }
        let engine = try engine(csv.text)
        try engine.run("import csv battles.csv kind=event id=r-{n} when={day} bad=keep source=")
        for (index, text) in texts.enumerated() {
            let record = engine.session[Identifier(known: "r-\(index)")]
            #expect(record?.text(FieldName("x.day")) == text && record?.entries.count == 2, "seed \(seed)")
        }
    }

    @Test("rejects= gets the rows that are left out as the file has them, with the reasons behind them")
    func rejects() throws {
        let engine = try engine(
            "\u{FEFF}town;day\r\n\"Ku;rsk\";2024-13\r\nOrel;2024\r\n\"say \"\"no\"\"\";\r\nx\r\n=1+1;y\r\n")
        let answer = try engine.run(
            "import csv battles.csv kind=event title={town} when={day} rejects=bad.csv source=")
        #expect(answer.contains("3 rows left out:") && answer.hasSuffix("  wrote bad.csv  3 rows\n"))
        #expect(
            engine.disk.text("/work/bad.csv") == "\u{FEFF}town;day;reasons\r\n"
                + "\"Ku;rsk\";2024-13;there is no month 13, column 'day' is '2024-13'\r\n"
                + "x;;row 4 has 1 cell\r\n"
                + "=1+1;y;'y' is not in the form that EDTF prescribes, column 'day' is 'y'\r\n"
                || engine.disk.text("/work/bad.csv")?.hasPrefix("\u{FEFF}town;day;reasons\r\n\"Ku;rsk\";2024-13;")
                    == true
        )
    }

    @Test("a file of rejected rows is imported by the same command, and rejects the same rows again")
    func again() throws {
        let engine = try engine(Self.battles.replacing("short,row\n", with: ""))
        try engine.run(Self.command + " rejects=bad.csv")
        let first = engine.disk.text("/work/bad.csv") ?? ""
        let again = Self.command.replacing("battles.csv", with: "bad.csv")
        try engine.run(again + " rejects=again.csv")
        #expect(engine.disk.text("/work/again.csv") == first && first.contains("Sumy,2024-13,many,"))
        engine.disk["/work/bad.csv"] = Array(first.replacing("2024-13,many", with: "2024-12,7").utf8)
        let answer = try engine.run(again)
        #expect(answer.contains("imported 1 event") && answer.contains("columns left out: reasons"))
    }

    @Test("without a header, rejected rows have none either")
    func withoutHeader() throws {
        let engine = try engine("Kursk,2024-13\n")
        try engine.run("import csv battles.csv kind=event title={1} when={2} header=no rejects=bad.csv source=")
        #expect(
            engine.disk.text("/work/bad.csv") == "Kursk,2024-13,\"there is no month 13, column '2' is '2024-13'\"\n")
    }

    @Test("rejected lines of JSON are objects with the reasons in a key of their own")
    func lines() throws {
        let engine = try TestEngine(files: [
            "a.jsonl": "{\"day\": \"2024-13\", \"n\": [1.50, {\"a\": null}]}\n\nnonsense\n{\"day\": \"2024\"}\n"
        ])
        try engine.run("import jsonl a.jsonl kind=event when={day} rejects=bad.jsonl source=")
        #expect(
            engine.disk.text("/work/bad.jsonl") == """
                {"day": "2024-13", "n": [1.50, {"a": null}], "reasons": ["there is no month 13, column 'day' is '2024-13'"]}
                {"line": "nonsense", "reasons": ["expected null"]}

                """)
    }

    @Test("rejected elements of a list stand in a list at the same path, and are imported by the same command")
    func lists() throws {
        let engine = try TestEngine(files: [
            "a.json": #"{"x": {"list": [{"day": "2024-13", "n": 1}, {"day": "2024"}, 7]}}"#,
            "a.geojson": """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properties": {"day": "x"}}]}
            """,
        ])
        let command = "import json a.json at=x.list kind=event when={day} source= rejects=bad.json"
        try engine.run(command)
        #expect(
            engine.disk.text("/work/bad.json") == """
                {"x": {"list": [
                {"day": "2024-13", "n": 1, "reasons": ["there is no month 13, column 'day' is '2024-13'"]},
                {"line": "7]}}", "reasons": ["the element is not a JSON object"]}
                ]}}

                """)
        let again = command.replacing("a.json", with: "bad.json").replacing("=bad.json", with: "=again.json")
        #expect(try engine.run(again).contains("imported 1 event"))
        try engine.run("import geojson a.geojson kind=event when={day} source= rejects=bad.geojson")
        #expect(
            try engine.run("import geojson bad.geojson kind=event when={day} source= bad=skip").contains(
                "1 row left out"))
    }

    @Test("a file for rejected rows is written as exports are: over no other, and never over what is imported")
    func destination() throws {
        let disk = MemoryDisk(["/work/battles.csv": Self.battles, "/work/there.csv": "mine"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note -- before")
        let before = engine.state
        #expect(engine.error(Self.command + " rejects=there.csv").contains("'there.csv' exists already"))
        for name in ["battles.csv", "./battles.csv", "a.json", "a.log"] {
            let error = engine.error(Self.command + " rejects=\(name) --overwrite")
            #expect(error.contains("choose another file"), "\(name): \(error)")
        }
        #expect(engine.state == before && disk.text("/work/there.csv") == "mine")
        #expect(disk.text("/work/battles.csv") == Self.battles)
        try engine.run(Self.command + " rejects=there.csv --overwrite")
        #expect(disk.text("/work/there.csv")?.hasPrefix("town,Day_1,killed,reasons\nSumy,") == true)
        #expect(engine.error(Self.command + " --overwrite").contains("'--overwrite' needs rejects=PATH"))
        #expect(engine.error(Self.command + " bad=stop rejects=x.csv").contains("bad=skip or bad=keep"))
    }

    @Test("a script writes rejected rows only where it may")
    func script() throws {
        let engine = try TestEngine(files: [
            "battles.csv": Self.battles, "a.dossier": Self.command + " rejects=out/bad.csv\n",
        ])
        do throws(Diagnostic) {
            try engine.replay("a.dossier")
            Issue.record("it did not fail")
        } catch { #expect(error.code == .notWritable) }
        #expect(engine.session.isEmpty)
        try engine.replay("a.dossier", writableFolder: "/work/out")
        #expect(engine.session.count(of: .event) == 2 && engine.disk.text("/work/out/bad.csv") != nil)
    }
}
