import TestSupport
import Testing

@testable import DossierModel
@testable import DossierTime

@Suite("what export csv writes, import csv reads") struct ImportRoundTripTests {
    /// The same session without the records of a kind and those that name them.
    private func without(_ kind: Kind, _ session: Session) -> Session {
        var other = Session()
        other.apply(.put(session.header))
        for record in session.records where record.kind != kind { other.apply(.put(record)) }
        return other
    }

    @Test("records come back as they were, field for field", arguments: Seeds.some, [Kind.event, .link])
    func sameRecords(seed: UInt64, kind: Kind) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(80)
        let csv = try filled.engine.run("export csv \(kind.plural) tlp=red")
        let other = TestEngine(holding: without(kind, filled.engine.session))
        other.disk["/work/records.csv"] = Array(csv.utf8)
        if filled.engine.session.count(of: kind) == 0 { return }
        try other.run("import csv records.csv kind=\(kind)")
        let (found, wanted) = (other.session, filled.engine.session)
        let pairs = zip(found.records(of: kind), wanted.records(of: kind))
        #expect(found.count(of: kind) == wanted.count(of: kind), "seed \(seed)")
        for (mine, theirs) in pairs { #expect(Record.areAlike(mine, theirs), "seed \(seed): \(mine)\n\(theirs)") }
    }

    @Test("cells that were written raw come back where that is said", arguments: Seeds.few)
    func raw(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let engine = try TestEngine()
        for text in (0..<10).map({ _ in HostileText.any(&random) }) + ["=1+1", "'=1", "-x", "'"] {
            try engine.run("add event x.a=\(Typed.text(text, &random)) title=\(Typed.text(text, &random))")
        }
        for setting in ["", " raw=yes"] {
            let other = try TestEngine()
            other.disk["/work/a.csv"] = Array(try engine.run("export csv events\(setting)").utf8)
            try other.run("import csv a.csv kind=event\(setting)")
            #expect(other.state == engine.state, "seed \(seed)")
        }
    }

    @Test("actors and places that the other session does not know are made")
    func entities() throws {
        let engine = try TestEngine(setting: [
            #"add event e5 2024-10-21 "Talks" actor="North Korea" actor="Kim Jong Un" place="Pyongyang" #talks #east"#
        ])
        let other = try TestEngine()
        other.disk["/work/a.csv"] = Array(try engine.run("export csv events").utf8)
        try other.run("import csv a.csv kind=event")
        #expect(try other.run("export csv events") == engine.run("export csv events"))
        #expect(other.session[Identifier(known: "north-korea")]?.kind == .entity)
    }

    @Test("an id that a session gave, and that this one has not, makes no entity of that name")
    func unknownIdentifier() throws {
        let engine = try TestEngine(files: ["a.csv": "from,relation,to\ne7,precedes,e8\n"])
        #expect(engine.error("import csv a.csv kind=link").contains("no record is named 'e7'"))
        #expect(engine.session.isEmpty)
    }
}

/// Files without a header and between tabs, of the 61 columns of GDELT.
@Suite("exports of GDELT") struct GDELTImportTests {
    private static let command =
        "import csv gdelt.tsv header=no kind=event id=gdelt-{1} when={2} actor={7} target={17} place={53} x.url={61}"

    /// So many rows; of the columns only those that are read are filled.
    private static func rows(_ count: Int) -> [UInt8] {
        let rows = (0..<count).map { number in
            var cells = [String](repeating: "", count: 61)
            cells[0] = "\(700_000_000 + number)"
            cells[1] = "202301\(10 + number % 20)"
            cells[6] = ["COAST GUARD", "Nguyễn", ""][number % 3]
            cells[16] = number % 3 == 0 ? "MINISTER" : ""
            cells[52] = "Harbour Point, New Quay"
            cells[60] = "https://example.org/a?b=\(number)&c=d"
            return cells.joined(separator: "\t") + "\n"
        }
        return Array(rows.joined().utf8)
    }

    @Test("one becomes events")
    func own() throws {
        let engine = try TestEngine()
        engine.disk["/work/gdelt.tsv"] = Self.rows(400)
        #expect(try engine.run(Self.command).hasPrefix("imported 400 events from gdelt.tsv\n"))
        let event = try #require(engine.session[Identifier(known: "gdelt-700000001")])
        #expect(event.when(.when)?.text == "2023-01-11" && event.references(.place).count == 1)
        #expect(try engine.run("check references digests") == "nothing found: references, digests\n")
    }

    @Test("a real one, where it is there, too")
    func real() throws {
        let name = "gdelt-20191024143000.export.tsv"
        guard SharedData.exists(name) else { return }
        let engine = try TestEngine()
        engine.disk["/work/gdelt.tsv"] = SharedData.bytes(of: name)
        #expect(try engine.run(Self.command).hasPrefix("imported 2111 events from gdelt.tsv\n"))
        #expect(engine.session[Identifier(known: "gdelt-881990832")]?.when(.when)?.text == "2018-10-24")
        #expect(try engine.run("check references digests") == "nothing found: references, digests\n")
    }
}
