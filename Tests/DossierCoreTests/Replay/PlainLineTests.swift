import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("Plain lines of a script")
struct PlainLineTests {
    /// What a script came to.
    private struct Result: Equatable {
        var answers: [String] = []
        var errors: [String] = []
        var state = ""
        var log = ""
        var given = GivenIdentifiers()
    }

    /// Replays a script twice, on a disk and in memory, with or without looking for plain lines.
    private func replay(_ script: String, takingPlainLines: Bool) throws -> (result: Result, session: Session) {
        let disk = MemoryDisk(["/work/a.dossier": script])
        let engine = try TestEngine(opening: "/work/s.json", on: disk)
        engine.engine.takesPlainLines = takingPlainLines
        let renderer = Renderer(palette: Palette(isColoured: false))
        var result = Result()
        try engine.engine.replay(
            "/work/a.dossier", keepGoing: true, failure: { result.errors.append(TestEngine.text(of: $0)) },
            reply: { reply in
                result.answers.append(
                    renderer.text(of: reply.answer) + reply.answer.json.text + "\(reply.changed)" + "\(reply.notices)")
            })
        result.answers.append("\(engine.engine.selection.identifiers)")
        result.state = engine.state
        result.given = engine.session.given
        result.log = disk.text("/work/s.log") ?? ""
        return (result, engine.session)
    }

    private func writtenCount(_ session: Session) -> Int {
        (0..<Session.Slot(session.slotCount)).count { session.bytes(at: $0) != nil }
    }

    private static let plainLines = [
        "add event 2024-10-21 \"First contingent\" actor=nis type=visit #troops #a-1 -- more of it",
        "add event 2024-06~ \"Further troops\" quantity=\"10..20 men\" source=s1 status=expected tlp=green",
        "add claim \"It is so\" speaker=nis about=nis stance=denies grade=B2 source=s1", "add event -- No title",
        "add note \"A lead\" type=lead #desk", "annotate nis s1 type=gap -- Who \"else\" counts? 파병",
        "link nis part-of s1",
        "link e1 precedes e3 strength=weak #a -- why", "annotate e1 -- One", "add claim 2024 \"Said\" said=2024-10-22",
    ]

    /// Lines that are plain, or nearly: each part of them goes wrong now and then.
    private func line(_ random: inout SplitMix64) -> String {
        func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        func some(_ words: [String]) -> [String] {
            words.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map(\.self)
        }
        let ids = [
            "e1", "e2", "e3", "c1", "c2", "n1", "s1", "nis", "NIS", "북한", "e900", "l1", "e1,e2", "e1..e3", "_", "%1",
        ]
        let tags = ["#troops", "#troops", "#a-1", "#파병", "#a.b", "# c"]
        let tails = [" -- why \"so\"", " -- plain words  ", " -- ", " --", " -- 한글 # 1", ""]
        var words: [String]
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1:
            words = ["add", pick(["event", "claim", "note", "events", "source", "entity"])]
            words += some(["2024-10-21", "2024-06~", "2024-10-08/2024-10-13", "own-name", "e77", "[2024..2025]"])
                .prefix(1)
            words.append(pick(["\"First contingent\"", "\"\"", "\"한 글\"", "\"a \\\"b\\\"\"", "'raw'", "", "bare"]))
            words += some([
                "actor=nis", "actor=e1", "actor=\"New Name\"", "speaker=nis", "about=e1", "about=e1,e2", "source=s1",
                "type=visit", "type=Visit", "type=gap", "type=my-own", "status=confirmed", "quantity=~1500",
                "quantity=\"10..20 men\"", "quantity=x", "grade=B2", "grade=b2", "when=2024", "when=\"last June\"",
                "text=plain", "text=\"more words\"", "tlp=amber+strict", "likelihood=likely", "x.own=1", "id=e5",
                "stance=denies", "title=other", "tags=x", "due=2025-01", "target=e1", "colour=red", "actor=",
            ])
        case 2:
            words = [
                "link", pick(ids), pick(["precedes", "follows", "supports", "part-of", "funds", "precede"]), pick(ids),
            ]
        default: words = ["annotate"] + [pick(ids)] + some(ids) + some(["type=gap", "\"quoted\"", "confidence=low"])
        }
        words += some(tags)
        if Int.random(in: 0..<4, using: &random) == 0 { words.shuffle(using: &random) }
        return words.filter { !$0.isEmpty }.joined(separator: pick([" ", " ", " ", "  ", "\t"]))
            + pick(tails) + pick(["", "", "", " ", "\r"])
    }

    /// Changes that are plain, or nearly.
    private func setting(_ random: inout SplitMix64) -> String {
        let targets = [
            "e1", "e2", "e3", "c1", "n1", "l1", "e4", "e5", "c2", "n2", "nis", "s1", "e1,e2", "e900", "session",
            "shell",
        ]
        let fields = [
            "status=disputed", "status=confirmed", "quantity=~5", "quantity=\"~5 men\"", "when=2024-05",
            "when=2024-05~",
            "title=\"Other\"", "title=Word", "type=gap", "type=visit", "grade=C3", "grade=c3", "stance=denies",
            "strength=weak", "tlp=red", "status=", "quantity+=7", "actor=nis", "text=\"new words\"", "x.own=1",
            "likelihood=likely", "#more", "due=2025-01-01", "confidence=low", "relation=supports", "colour=red",
            "status=x",
        ]
        let count = Int.random(in: 1...2, using: &random)
        let given = fields.shuffled(using: &random).prefix(count).joined(separator: " ")
        return "set \(targets.randomElement(using: &random) ?? "") \(given)"
    }

    @Test(
        "a script comes to the same, byte for byte, whether or not its plain lines are written at once",
        arguments: Seeds.some)
    func agrees(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var lines = [
            "add entity nis \"National Intelligence Service\" alias=NIS alias=북한",
            "add source s1 \"A report\" -- some quoted words",
            "add event 2024-10-21 \"One\" actor=nis #troops", "add event \"Two\" -- with words",
            "add claim \"Said\" about=e1 speaker=nis",
            "add note -- A remark", "link e1 precedes e2",
        ]
        var filled = FilledNotebook(seed: seed, try TestEngine())
        for number in 0..<140 {
            switch Int.random(in: 0..<12, using: &random) {
            case 0 where number > 90: lines.append(filled.generator.command(for: filled.engine.session))
            case 1: lines.append(setting(&random))
            case 2:
                lines.append(
                    ["drop e2 --with-links", "drop _ --with-links", "show events by when", "show"]
                        .randomElement(using: &random) ?? "")
            case 3 where number > 100: lines.append("set session relation+=funds/funded-by:entity>entity")
            case 4 where number > 20: lines.append(["undo", "redo", "undo 2"].randomElement(using: &random) ?? "")
            case 5...8: lines.append(Self.plainLines.randomElement(using: &random) ?? "")
            default: lines.append(line(&random))
            }
        }
        let script = lines.joined(separator: "\n")
        let plain = try replay(script, takingPlainLines: true)
        let other = try replay(script, takingPlainLines: false)
        for (index, answer) in zip(plain.result.answers, other.result.answers).enumerated() where answer.0 != answer.1 {
            Issue.record("answer \(index), seed \(seed): \(answer.0) where \(answer.1) belongs")
            break
        }
        #expect(plain.result == other.result, "seed \(seed)\n\(script)")
        #expect(writtenCount(plain.session) > 5 && writtenCount(other.session) == 0, "seed \(seed)")
        try IndexProof.check(plain.session)
    }

    @Test(
        "a line with anything unusual in it is left to its command",
        arguments: [
            "add event own 2024 \"Title\"", "add event \"a\\\\b\"", "add event 'raw'", "add event \"Title\" # why",
            "add event \"Title\" actor=\"North Korea\"", "add event \"Title\" actor+=nis",
            "add event \"Title\" x.own=1",
            "add events \"Title\"", "add source \"Title\"", "add entity \"Name\"", "link (events) precedes e1",
            "annotate e1 \"quoted words\"", "annotate _ -- words", "set e1 actor=nis", "set e1 status=",
            "set e1,e2 status=confirmed", "set nis name=New",
            "set e1 text=words", "set e1 status=expected #t", "add event \"Title\" --",
            "add event \"Title\" when=\"last June\"", "link e1 follows e1", "add event \"Title\" #a #a",
            "add event\t\"Title\"",
        ])
    func unusual(text: String) throws {
        let engine = try TestEngine(setting: ["add entity nis \"N\"", "add event \"One\"", "add event \"Two\""])
        #expect(!reads(text, in: engine.session))
    }

    @Test(
        "a plain line is read without its command",
        arguments: [
            "add event 2024-10-21 \"Title\" actor=nis type=visit quantity=~5 status=expected #a #b -- words \"here\"",
            "add claim \"Said\" speaker=nis about=e1 grade=B2 said=2024-10", "add note \"x\"",
            "link e1 precedes e2 strength=weak -- why", "annotate e1 e2 type=gap #t -- words", "add event -- Title",
        ])
    func plain(text: String) throws {
        let engine = try TestEngine(setting: ["add entity nis \"N\"", "add event \"One\"", "add event \"Two\""])
        #expect(reads(text, in: engine.session))
    }

    @Test("a plain change is read without its command, one that changes nothing or a record of another form is not")
    func plainChange() throws {
        let (_, session) = try replay(
            "add event \"One\" #t\nadd event 2024 \"Two\"\nadd event own \"Three\"", takingPlainLines: true)
        for text in ["set e1 status=confirmed quantity=~5", "set e2 title=\"New\" when=2025", "set e2 tlp=red"] {
            #expect(reads(text, in: session), "\(text)")
        }
        for text in [
            "set e2 when=2024", "set own status=confirmed", "set e1 tags=x", "set e1 status=confirmed status=expected",
        ] {
            #expect(!reads(text, in: session), "\(text)")
        }
    }

    private func reads(_ text: String, in session: Session) -> Bool {
        Array((text + "\n").utf8).withUnsafeBufferPointer { bytes in
            var line = PlainLine(bytes)
            var statement = PlainAddition()
            var change = PlainChange()
            return line.read(at: 0) && (statement.read(line, in: session) || change.read(line, in: session) != nil)
        }
    }
}
