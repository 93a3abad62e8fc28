import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("saved and ready mappings of an import") struct MappingFileTests {
    private static let csv = "id,day,town,n\n1,7/1/2021,Kursk,40\n2,,Sudzha,n/a\n"
    private static let mapping = """
        # towns
        kind=event
        id=r-{id}
        when={day} dates=mdy
        title="Fight[ on {day}] at {town}"

        quantity="{n} dead"
        empty="n/a"

        """

    private func title(_ engine: TestEngine, _ id: String) -> String? { engine.session[Identifier(known: id)]?.title }

    @Test("a mapping gives what the command does not; the command's own fields come in its place")
    func overriding() throws {
        let engine = try TestEngine(files: ["a.csv": Self.csv, "mine.mapping": Self.mapping])
        try engine.run("import csv a.csv mapping=mine.mapping id=q-{id} source=")
        #expect(title(engine, "q-1") == "Fight on 7/1/2021 at Kursk" && title(engine, "q-2") == "Fight at Sudzha")
        #expect(engine.session[Identifier(known: "q-1")]?.when(.when)?.text == "2021-07-01")
        #expect(engine.session[Identifier(known: "q-2")]?[.quantity].isEmpty == true)
    }

    @Test("with a field of the command the table of its cells and the fields of what it names go")
    func dependents() throws {
        let mapping =
            "kind=event\ntitle={town}\ntype={n}\nmap.type=\"40=fight\"\nplace={town}\nplace.coordinates=\"{n},1\"\n"
        let engine = try TestEngine(files: ["a.csv": Self.csv, "mine.mapping": mapping])
        try engine.run("import csv a.csv mapping=mine.mapping type=riot place= rows=1 source=")
        #expect(engine.session[Identifier(known: "e1")]?.text(.type) == "riot")
        #expect(engine.session.count(of: .entity) == 0)
    }

    @Test("save-mapping writes what was given, and the file gives the same records")
    func saving() throws {
        let disk = MemoryDisk(["/work/a.csv": Self.csv])
        let engine = TestEngine(disk)
        try engine.run(
            #"import csv a.csv kind=event title="at {town}" when={day} dates=mdy quantity="{n} dead" empty=n/a save-mapping=m.mapping"#
        )
        #expect(
            disk.text("/work/m.mapping") == """
                # import csv FILE mapping=THIS
                kind=event
                title="at {town}"
                when={day}
                dates=mdy
                quantity="{n} dead"
                empty=n/a

                """)
        let other = TestEngine(disk)
        try other.run("import csv a.csv mapping=m.mapping")
        #expect(other.state == engine.state)
        #expect(engine.error("import csv a.csv mapping=m.mapping save-mapping=m.mapping").contains("exists already"))
        try engine.run("import csv a.csv mapping=m.mapping save-mapping=m.mapping --overwrite")
    }

    @Test("a script's mapping lies beside the script, and it saves one only where it may write")
    func inScript() throws {
        let script = "import csv a.csv mapping=mine.mapping\n"
        let engine = try TestEngine(files: [
            "data/a.csv": Self.csv, "data/mine.mapping": Self.mapping, "data/a.dossier": script,
            "data/b.dossier": "import csv a.csv mapping=mine.mapping save-mapping=b.mapping\n",
        ])
        try engine.replay("data/a.dossier")
        #expect(engine.session.count(of: .event) == 2)
        #expect(engine.error("replay data/b.dossier").contains("the script is not allowed to write"))
    }

    @Test("a fault of a mapping is told at its line")
    func faults() throws {
        let engine = try TestEngine(files: [
            "a.csv": Self.csv, "a.mapping": "kind=event\ntitle={city}\n", "b.mapping": "kind=event\ntitle\n",
        ])
        #expect(
            engine.error("import csv a.csv mapping=a.mapping").hasPrefix(
                "a.mapping:2:7: error: the file has no column 'city'"))
        #expect(
            engine.error("import csv a.csv mapping=b.mapping").hasPrefix(
                "b.mapping:2:1: error: 'title' is not part of a mapping"))
    }

    @Test("events of UCDP come in with their precision, figures, places and sources")
    func ucdp() throws {
        let csv = """
            id,type_of_violence,dyad_name,side_a,side_b,source_headline,source_original,where_coordinates,adm_1,adm_2,latitude,longitude,date_prec,date_start,date_end,low,best,high
            1,1,A - B,A,B,"Shells hit, again",SOHR,Hamra village,Hama,,35.1,36.5,1,2016-01-01,2016-01-01,4,4,4
            2,3,A - civilians,A,Civilians,,sohr,Hamra village,Homs,Tadmur,34.1,38.2,2,2016-01-06 00:00:00.000,2016-01-08 00:00:00.000,1,2,3
            3,2,A - B,A,B,,,Hamra village,Hama,,35.1,36.5,4,2016-03-02,2016-03-25,0,0,5

            """
        let engine = try TestEngine(files: ["u.csv": csv])
        try engine.run("import csv u.csv mapping=ucdp")
        func typed(_ id: String, _ field: FieldName) -> String? {
            engine.session[Identifier(known: id)]?[field].first?.typed
        }
        #expect(
            ["ucdp-1", "ucdp-2", "ucdp-3"].map { typed($0, .when) } == [
                "2016-01-01", "[2016-01-06..2016-01-08]", "2016-03",
            ])
        #expect(["ucdp-1", "ucdp-2", "ucdp-3"].map { typed($0, .type) } == ["battle", "attack", "battle"])
        #expect(
            ["ucdp-1", "ucdp-2", "ucdp-3"].map { typed($0, .quantity) } == [
                "4 deaths", "1..2..3 deaths", "0..0..5 deaths",
            ])
        #expect(["ucdp-1", "ucdp-2", "ucdp-3"].map { typed($0, .source) } == ["s1", "s1", nil])
        #expect(title(engine, "ucdp-1") == "A - B, Hamra village")
        let places = engine.session.records(of: .entity).filter { !$0[.coordinates].isEmpty }.map(\.title)
        #expect(places == ["Hamra village, Hama", "Hamra village, Tadmur, Homs"])
    }

    @Test("events of GDELT come in with titles, without a header")
    func gdelt() throws {
        func row(_ cells: [Int: String]) -> String {
            (0..<61).map { cells[$0] ?? "" }.joined(separator: "\t") + "\n"
        }
        let url = "https://a.example/1"
        let rows = [
            [
                0: "7", 1: "20181024", 6: "CANADA", 16: "POLICE", 28: "13", 52: "Minsk, Belarus", 56: "53.9",
                57: "27.5", 60: url,
            ],
            [0: "8", 1: "20181024", 16: "THE EU", 28: "04", 60: url],
        ]
        let engine = try TestEngine(files: ["g.tsv": rows.map(row).joined()])
        try engine.run("import csv g.tsv mapping=gdelt")
        #expect(
            title(engine, "gdelt-7") == "CANADA: threat, POLICE" && title(engine, "gdelt-8") == "consultation, THE EU")
        #expect(engine.session.count(of: .source) == 1)
        #expect(engine.session[Identifier(known: "minsk-belarus")]?[.coordinates].first?.typed == "53.9,27.5")
    }

    @Test("events of ACLED say how sure their day is")
    func acled() throws {
        let csv = """
            event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,admin1,admin2,location,country,latitude,longitude,source,notes,fatalities
            SYR1,01 March 2024,1,Battles,Armed clash,A,B,Hama,,Hamra,Syria,35.1,36.5,SOHR; Airwars,Fighting.,3
            SYR2,2024-03-06,2,Protests,Peaceful protest,C,,Hama,,Hamra,Syria,35.1,36.5,SOHR,,0

            """
        let engine = try TestEngine(files: ["a.csv": csv])
        try engine.run("import csv a.csv mapping=acled")
        let events = Array(engine.session.records(of: .event))
        #expect(events.map { $0.when(.when)?.text } == ["2024-03-01", "2024-03-06~"])
        #expect(events.map(\.title) == ["Armed clash: A and B, Hamra", "Peaceful protest: C, Hamra"])
        #expect(events.map { $0[.source].count } == [2, 1] && engine.session.count(of: .source) == 2)
    }

    @Test("the rows of TimelineJS's sheet have years, days and intervals")
    func timelineJS() throws {
        let csv = """
            Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
            1961,8,13,,1989,11,9,,,The wall,It stood.,,,,,,Berlin,
            1945,,,,,,,,,The year,,,,,,,,
            ,,,,,,,,,Berlin,,,,,,title,,

            """
        let engine = try TestEngine(files: ["t.csv": csv])
        try engine.run("import csv t.csv mapping=timelinejs")
        let events = Array(engine.session.records(of: .event))
        #expect(events.map { $0.when(.when)?.text } == ["1961-08-13/1989-11-09", "1945", nil])
        #expect(events.map(\.title) == ["The wall", "The year", "Berlin"])
        #expect(events.allSatisfy { $0[.type].isEmpty })
    }

    @Test("the rows of a timeline for Timesketch have their moment")
    func timesketch() throws {
        let csv = """
            message,datetime,timestamp_desc
            "Login, root",2015-07-24T19:01:01+00:00,Content Modification Time
            Logout,2015-07-24T19:02:00.000000+00:00,Logoff

            """
        let engine = try TestEngine(files: ["t.csv": csv])
        try engine.run("import csv t.csv mapping=timesketch")
        let events = Array(engine.session.records(of: .event))
        #expect(events.map { $0.when(.when)?.text } == ["2015-07-24T19:01:01+00:00", "2015-07-24T19:02:00+00:00"])
        #expect(events.map(\.title) == ["Login, root", "Logout"])
    }

    @Test("the help names each ready mapping")
    func help() throws {
        let help = try TestEngine().run("help import")
        for mapping in ReadyMapping.all { #expect(help.contains(mapping.name + " (" + mapping.summary)) }
    }
}
