import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("an import of rows") struct ImportTests {
    static let battles = "town,day,killed,side\nKursk,20241021,40,north\nSudzha,2024-10-22,~15,\n"

    private func engine(_ text: String = battles, setting: [String] = []) throws -> TestEngine {
        try TestEngine(files: ["battles.csv": text], setting: setting)
    }

    private func fields(_ engine: TestEngine, _ id: String) -> String {
        engine.session[Identifier(known: id)]?.entries.map { entry in
            "\(entry.name)=\(engine.session[Identifier(known: id)]?[entry.name].map(\.typed).joined(separator: ",") ?? "")"
        }.joined(separator: " ") ?? "none"
    }

    @Test("each row becomes the record that its command would make")
    func records() throws {
        let engine = try engine()
        try engine.run(
            #"import csv battles.csv kind=event when={day} title="Battle of {town}" place={town} actor={side} quantity="{killed} deaths" status=reported #east"#
        )
        let typed = try TestEngine(setting: [
            #"add source "battles.csv" file="battles.csv" text= sha256="# + Digest.of(Self.battles),
            #"add event when=2024-10-21 title="Battle of Kursk" place="Kursk" actor="north" quantity="40 deaths" status=reported source=s1 #east"#,
            #"add event when=2024-10-22 title="Battle of Sudzha" place="Sudzha" quantity="~15 deaths" status=reported source=s1 #east"#,
        ])
        #expect(engine.state == typed.state)
        #expect(engine.session.count(of: .event) == 2)
    }

    @Test("an empty cell leaves its assignment out, also where it is one of several in it")
    func emptyCells() throws {
        let engine = try engine("a,b,c\n,x,1\ny,,2\nz, ,3\n")
        try engine.run(#"import csv battles.csv kind=event title="{a}: {b}" text={a} type={b} id=r-{c} source="#)
        #expect(fields(engine, "r-1") == "type=x")
        #expect(fields(engine, "r-2") == "text=y")
        #expect(fields(engine, "r-3") == "text=z")
    }

    @Test("blanks around a name are left out, a text stays as it stands")
    func blanks() throws {
        let engine = try engine("a\n  Kim  \n")
        try engine.run("import csv battles.csv kind=event title={a} actor={a} source=")
        #expect(fields(engine, "e1") == "title=  Kim   actor=kim")
    }

    @Test("hostile cells become texts, names and errors, never commands", arguments: Seeds.some)
    func hostile(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<10).map { _ in HostileText.any(&random) }
        var csv = CSVText(raw: true)
        csv.row(["number", "text"])
        for (index, text) in texts.enumerated() { csv.row(["\(index)", text]) }
        let engine = try engine(csv.text)
        try engine.run(#"import csv battles.csv kind=event id=r-{number} title={text} text="<{text}>" source="#)
        for (index, text) in texts.enumerated() {
            let record = engine.session[Identifier(known: "r-\(index)")]
            let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
            #expect(record?.text(.title) == (isBlank ? nil : text), "seed \(seed)")
            #expect(record?.text(.text) == (isBlank ? nil : "<\(text)>"), "seed \(seed)")
        }
    }

    @Test("several values in a cell are told apart where a mark is given, in fields that hold many")
    func split() throws {
        let engine = try engine("who,where\nKim; Lee ;Kim,a;b\n")
        try engine.run("import csv battles.csv kind=event actor={who} title={where} split=; delimiter=comma source=")
        #expect(fields(engine, "e1") == "title=a;b actor=kim,lee")
    }

    @Test("a time in words is read as words where it is in quotation marks, or is no one word")
    func words() throws {
        let engine = try engine("day\n21 October 2024\nOctober 2024\n")
        try engine.run("import csv battles.csv kind=event when={day} source=")
        #expect(fields(engine, "e1") == "when=2024-10-21" && fields(engine, "e2") == "when=2024-10")
        #expect(
            engine.error("import csv battles.csv kind=event when={day} as-of=2024 source= rows=3..").contains(
                "imported 0 events"))
    }

    @Test("braces that are written twice are braces")
    func braces() throws {
        let engine = try engine()
        try engine.run(#"import csv battles.csv kind=event title="{{{town}}}" when={{2024,2025}} source= rows=1"#)
        #expect(fields(engine, "e1") == "title={Kursk} when={2024,2025}")
    }

    @Test("columns have numbers where there is no header, and rows are chosen by number")
    func numbers() throws {
        let engine = try engine()
        try engine.run("import csv battles.csv kind=event header=no title={1} rows=2..2 source=")
        #expect(engine.session.count(of: .event) == 1 && fields(engine, "e1") == "title=Kursk")
        try engine.run("import csv battles.csv kind=event title={town} rows=2.. source=")
        #expect(fields(engine, "e2") == "title=Sudzha")
    }

    @Test("a byte order mark is no part of the first column")
    func mark() throws {
        let engine = try engine("\u{FEFF}" + Self.battles)
        try engine.run("import csv battles.csv kind=event title={town} source=")
        #expect(engine.session.count(of: .event) == 2)
    }

    @Test("rows become links, entities, claims, notes and sources too")
    func kinds() throws {
        let engine = try engine(
            "a,r,b\nKim,member-of,Army\nArmy,led-by,Kim\n", setting: [#"add entity kim "Kim" type=person"#])
        try engine.run("import csv battles.csv kind=link from={a} relation={r} to={b} strength=weak source=")
        #expect(fields(engine, "l1") == "from=kim relation=member-of to=army strength=weak")
        #expect(fields(engine, "l2") == "from=kim relation=leads to=army strength=weak")
        try engine.run("import csv battles.csv kind=claim speaker={a} title={r} about=kim")
        #expect(fields(engine, "c1") == "title=member-of speaker=kim about=kim source=s1")
        try engine.run("import csv battles.csv kind=note text={r} target=kim,army")
        #expect(fields(engine, "n2") == "text=led-by type=comment target=kim,army")
        try engine.run("import csv battles.csv kind=entity name=\"{a} {b}\" type=unit")
        #expect(fields(engine, "kim-army") == "name=Kim Army type=unit")
        try engine.run("import csv battles.csv kind=source title={r}")
        #expect(fields(engine, "s3") == "title=led-by")
        #expect(engine.error("import csv battles.csv kind=link from={a} to={b}").contains("a link needs 'relation'"))
    }

    @Test("records get the file as their source, once for all imports of it, unless another is given")
    func source() throws {
        let engine = try engine(setting: [#"add source report "Report""#])
        let command = "import csv battles.csv kind=event title={town}"
        #expect(try engine.run(command).contains("\n  source s1  battles.csv\n"))
        #expect(fields(engine, "s1") == "title=battles.csv file=battles.csv sha256=\(Digest.of(Self.battles))")
        #expect(try engine.run(command + " text={day}").contains("\n  source, known before: s1  battles.csv\n"))
        #expect(fields(engine, "e3") == "title=Kursk source=s1 text=20241021")
        try engine.run(command + " source=report rows=1")
        #expect(fields(engine, "e5") == "title=Kursk source=report")
        engine.disk["/work/battles.csv"] = Array("town\nSumy\n".utf8)
        #expect(try engine.run(command).contains("\n  source s2  battles.csv\n"))
        #expect(try engine.run("check digests") == "nothing found: digests\n")
        let copy = try TestEngine(files: ["all.dossier": engine.run("export script")])
        try copy.replay("all.dossier")
        #expect(copy.state == engine.state)
    }

    @Test("rows that cannot be read are left out where that is asked for, and listed")
    func badRows() throws {
        let engine = try engine("town,day\nKursk,2024-10-21\nSumy,2024-13\nx,y,z\nSudzha,2024-10-22\n")
        let command = "import csv battles.csv kind=event title={town} when={day} bad=skip"
        #expect(
            try engine.run(command) == """
                imported 2 events from battles.csv
                  e1  event  2024-10-21  Kursk
                  e2  event  2024-10-22  Sudzha
                  source s1  battles.csv
                  2 rows left out:
                    there is no month 13; battles.csv:3:6: row 2, column 'day' is '2024-13'
                    battles.csv:4:1: row 3 has 3 cells

                """)
        #expect(try engine.json(command).object?["badRows"]?.text == "2")
    }

    @Test("a bad row leaves nothing behind, also no entity that it would have made")
    func badRowsLeaveNothing() throws {
        let engine = try engine("town,day\nKursk,2024-13\n")
        try engine.run("import csv battles.csv kind=event place={town} when={day} bad=skip source=")
        #expect(engine.session.isEmpty)
    }

    @Test("many bad rows cost no more than few, and ten are listed")
    func manyBadRows() throws {
        let engine = try engine("day\n" + String(repeating: "2024-13\n", count: 2_000))
        let answer = try engine.run("import csv battles.csv kind=event when={day} bad=skip")
        #expect(answer.contains("2000 rows left out:") && answer.contains("… and 1990 more"))
    }

    @Test("one undo takes all of it back, one redo brings it again")
    func undo() throws {
        let engine = try engine(setting: ["add note -- before"])
        let before = engine.state
        try engine.run("import csv battles.csv kind=event title={town} place={town}")
        let after = engine.state
        try engine.run("undo")
        #expect(engine.state == before)
        try engine.run("redo")
        #expect(engine.state == after)
        #expect(try engine.run("show log").contains("import csv battles.csv"))
    }

    @Test("what was made is what _ means afterwards")
    func selection() throws {
        let engine = try engine()
        try engine.run("import csv battles.csv kind=event title={town}")
        try engine.run("set _ tlp=amber")
        #expect(try engine.run("show events tlp=amber with title").contains("2 events"))
    }

    @Test("what _ meant before is what it means in every row", arguments: [true, false])
    func previous(isWritten: Bool) throws {
        let engine = try engine(setting: ["add event e7 \"Before\""])
        engine.engine.takesPlainLines = isWritten
        try engine.run("import csv battles.csv kind=claim title={town} about=_ source=")
        #expect(fields(engine, "c1") == "title=Kursk about=e7" && fields(engine, "c2") == "title=Sudzha about=e7")
    }

    @Test("columns that no field reads are told once")
    func unread() throws {
        let answer = try engine().run("import csv battles.csv kind=event title={town}")
        #expect(answer.hasSuffix("\n  columns left out: day, killed, side\n"))
    }

    @Test("hostile names and cells do nothing to the terminal")
    func terminal() throws {
        let engine = try engine("a\u{1B}[31m,\u{202E}b,day\n\u{1B}[2Jx,\u{9B}31my,2024-13\n")
        let command = "import csv battles.csv kind=event title={1} when={3} header=no rows=2.."
        let renderer = Renderer(palette: Palette(isColoured: false))
        for text in [command, command + " bad=skip", command.replacing("header=no ", with: "")] {
            var shown = ""
            do throws(Diagnostic) {
                try engine.engine.run(SourceText(text)) { shown += renderer.text(of: $0.answer) }
            } catch {
                shown = DiagnosticText().lines(of: error).map { renderer.palette.render($0) }.joined(separator: "\n")
            }
            let isHarmless = shown.unicodeScalars.allSatisfy {
                ($0 == "\n" || $0.value >= 0x20) && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}"
            }
            #expect(isHarmless, "\(shown)")
        }
    }
}
