import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierModel
@testable import DossierOutput

@Suite("rows whose records are written down at once") struct RowAdditionTests {
    private static let pieces = [
        "Kim", "Lee", "Kim Jong Un", "e1", "nis", "2024-10-21", "2024", "2024-10-21/2024-10-22", "nonsense", "", " ",
        "~15", "1..2..3", "5 soldiers", "B2", "likely", "70%", "x\"y", "a\nb", "é", "e\u{301}", "it's", "7/1/2021",
        "confirmed",
        "asserts", "조선", "=1", "a;b", "c1", "s1", "own-1", "own-2", "own-3",
    ]

    private static let assignments: [(kind: String, fields: [String])] = [
        (
            "event",
            [
                "title={a}", "title=\"<{a}> {b}\"", "when={b}", "actor={c}", "actor={d}", "place={d}", "target=nis",
                "quantity={e}", "quantity=\"{e} shells\"", "status={f}", "status=reported", "text={f}", "x.b={a}",
                "x.a={b}", "x.a={c}", "id=r-{a}", "id={d}", "source=s1", "source={c}", "tlp={f}", "split=;", "#east",
                "when=\"last June\"",
            ]
        ),
        (
            "event",
            [
                "title=\"[{a}: ]{b}\"", "when={b}", "when=\"{b}[/{c}]\"", "when=\"{b}/{c}\"", "dates=dmy",
                "empty=\"nonsense,2024\"", "place={d}", "place={d} place.coordinates=\"{e},{e}\" place.alias={a}",
                "map.title=\"Kim=x,*=y\"", "precision=\"{f}: B2=month,70%=year\"", "blank-end=open", "source={c}",
                "source={c} source.publisher={f}", "actor={c} map.actor=\"Kim=Lee\"", "actor={c}", "id=r-{a}",
                "x.a={a}",
            ]
        ),
        (
            "claim",
            [
                "title={a}", "speaker={c}", "said={b}", "about={d}", "about=e1", "stance={f}", "grade={e}",
                "likelihood={e}", "quantity={e}", "source=s1", "id=r-{b}", "outcome=yes",
            ]
        ),
        (
            "note",
            ["text={a}", "type={f}", "type=gap", "target={d}", "likelihood={e}", "due={b}", "confidence=low", "#gap"]
        ),
        ("link", ["from={c}", "relation=member-of", "to={d}", "when={b}", "strength=weak"]),
    ]

    /// A session, and what an import in it came to.
    private func run(_ command: String, _ csv: String, _ newer: String, isWritten: Bool, _ script: Bool) throws
        -> [String]
    {
        let disk = MemoryDisk(["/work/a.csv": csv, "/work/a.dossier": "add note -- x\n\(command)\nadd note -- y\n"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in Example.setting { try engine.run(command) }
        engine.engine.takesPlainLines = isWritten
        let answer = engine.error(script ? "replay a.dossier" : command)
        var parts = [answer, engine.state, disk.text("/work/a.log") ?? "", try engine.run("export json")]
        disk["/work/a.csv"] = Array(newer.utf8)
        parts += [engine.error(command), engine.state]
        parts += [engine.error(command), engine.state]
        parts.append(engine.error("show entity:nis"))
        parts.append(engine.error("set _ tlp=red") + engine.state)
        _ = engine.error("undo 2")
        return parts + [engine.state]
    }

    @Test("state, log, answers and errors are those of the commands, byte for byte", arguments: Seeds.some)
    func same(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<8 {
            let (kind, all) = Self.assignments[random.below(Self.assignments.count)]
            let fields = all.filter { _ in kind == "link" || random.oneIn(3) } + [all[0]]
            var csv = CSVText(raw: true)
            csv.row(["a", "b", "c", "d", "e", "f"])
            // Most cells of a column are alike, so that there are rows without an error.
            let usual = (0..<6).map { _ in Self.pieces[random.below(Self.pieces.count)] }
            var newer = csv
            for row in 0..<random.pick(1...12) {
                let cells = usual.map { piece in
                    random.oneIn(4)
                        ? Self.pieces[random.below(Self.pieces.count)] : piece + (random.oneIn(3) ? "\(row)" : "")
                }
                csv.row(cells)
                // Some rows of a newer delivery are gone, some have another cell.
                if random.oneIn(5) { continue }
                let changed = random.oneIn(3) ? random.below(6) : nil
                newer.row(
                    cells.indices.map { $0 == changed ? Self.pieces[random.below(Self.pieces.count)] : cells[$0] })
            }
            let bad = ["", " bad=skip", " bad=keep", " bad=skip --dry-run"][random.below(4)]
            let key = [
                "", "", " key=a", " key=a,b on-duplicate=update", " on-duplicate=skip",
                " key=\"r-{b}\" on-duplicate=error",
            ][
                random.below(6)]
            let command = "import csv a.csv kind=\(kind) " + fields.joined(separator: " ") + bad + key
            let isScript = random.oneIn(2)
            let written = try run(command, csv.text, newer.text, isWritten: true, isScript)
            let typed = try run(command, csv.text, newer.text, isWritten: false, isScript)
            #expect(written == typed, "seed \(seed): \(command)\n\(csv.text)")
        }
    }

    @Test("most rows of a usual file are written down at once")
    func isTaken() throws {
        let engine = try TestEngine(files: [
            "a.csv": "id,day,who,n\n" + (0..<100).map { "\($0),2024-10-21,Unit \($0 % 3),\($0)\n" }.joined()
        ])
        try engine.run("add entity nis \"NIS\"")
        try engine.run(#"import csv a.csv kind=event id=r-{id} when={day} actor={who} actor=nis quantity="{n} men""#)
        let slots = engine.session.slots(of: .event)
        #expect(
            slots.count { engine.session.writtenBytes(at: $0) == nil } == 100, "a constant and cells in one field")
        try engine.run("undo")
        try engine.run(
            #"import csv a.csv kind=event when={day} actor={who} target=nis quantity="{n} men" x.n={n} #a"#)
        let written = engine.session.slots(of: .event).count { engine.session.writtenBytes(at: $0) != nil }
        #expect(written == 97, "three make their entity")
    }
}
