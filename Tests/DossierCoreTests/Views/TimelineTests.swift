import Recording
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierText
@testable import DossierTime

@Suite("timelines and figures") struct TimelineTests {
    /// Every way in which a time can be drawn.
    private static let article = [
        #"add event visit 2024-06 "Putin visits Pyongyang" type=visit actor="Vladimir Putin""#,
        #"add event pact 2024-06~ "Mutual defence agreement" type=agreement actor=russia"#,
        #"add event deployment 2024-10-08/2024-10-13 "First contingent" type=movement actor="북한""#,
        #"add event arrival [2024-10-08..2024-10-13] "Arrival on one of six days" actor="북한""#,
        #"add event follow-on 2024-10-13/.. "Further troops" actor="북한""#,
        #"add event summons 2024-10-21 "Seoul summons the ambassador" type=protest"#,
        #"add event fuzzy 2024-07/2024-09 "Some time in July to some time in September""#,
        #"add event undated "When is not known""#,
    ]

    private func engine(_ setting: [String]) throws -> TestEngine {
        try TestEngine(setting: [#"add entity russia "Russia""#] + setting)
    }

    private func lines(_ engine: TestEngine, _ command: String, width: Int, ascii: Bool = false) throws -> String {
        var answer = ""
        let renderer = Renderer(width: width, palette: Palette(isColoured: false), isASCII: ascii)
        try engine.engine.run(SourceText(command)) { answer += renderer.text(of: $0.answer) }
        return answer
    }

    @Test("a timeline is drawn to the width, in Unicode and in ASCII", arguments: [60, 80, 120])
    func widths(width: Int) throws {
        let engine = try engine(Self.article)
        try expectRecorded(lines(engine, "show timeline", width: width), at: Golden.path("timeline-\(width)"))
        let ascii = try lines(engine, "show timeline events -actor:북한", width: width, ascii: true)
        expectRecorded(ascii, at: Golden.path("timeline-ascii-\(width)"))
        #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("lanes gather rows by entity, also rows without one")
    func lanes() throws {
        let engine = try engine(Self.article)
        try expectRecorded(lines(engine, "show timeline by actor", width: 80), at: Golden.path("timeline-lanes"))
    }

    @Test("three events, thirty and three hundred can be read: the many are gathered, and the chart says so")
    func counts() throws {
        for count in [3, 30, 300] {
            let commands = (0..<count).map { number in
                let (month, day) = (1 + number / 28 % 12, 1 + number % 28)
                return "add event 2024-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2)) \"Event \(number + 1)\""
            }
            let text = try lines(try engine(commands), "show timeline", width: 80)
            expectRecorded(text, at: Golden.path("timeline-of-\(count)"))
            #expect(text.contains("grouped") == (count == 300))
            #expect(text.split(separator: "\n").count < 70)
        }
    }

    @Test(
        "the axis takes its unit from the data, from minutes to millennia",
        arguments: [
            ("2024-10-21T09:05:00Z", "2024-10-21T09:40:00Z", "09:10"),
            ("2024-10-21T02:00:00Z", "2024-10-21T19:00:00Z", "06:00"),
            ("2024-10-02", "2024-10-05", "2024-10-04"), ("2024-01-10", "2024-11-20", "2024-04"),
            ("2001-03", "2023-07", "2005"),
            ("1066", "1945", "1200"), ("-2999", "2024", "-1000"),
        ])
    func axis(first: String, last: String, label: String) throws {
        let text = try lines(
            try engine(["add event when=\(first) \"First\"", "add event when=\(last) \"Last\""]), "show timeline",
            width: 80)
        #expect(text.split(separator: "\n")[0].contains(label), "\(text)")
    }

    @Test("no line is wider than the terminal, from sixty columns on", arguments: [60, 61, 77, 100, 200])
    func fits(width: Int) throws {
        let engine = try engine(Self.article)
        for command in ["show timeline", "show timeline by actor", "show quantities"] {
            for line in try lines(engine, command, width: width).split(separator: "\n") {
                #expect(TextWidth.of(String(line)) <= width, "\(line)")
            }
        }
    }

    @Test("claims stand by when they were made, and a query narrows the rows")
    func claims() throws {
        let engine = try engine([
            #"add claim c1 "One" said=2024-10-18 speaker=russia"#, #"add claim c2 "Two" said=2024-10-20"#,
        ])
        let text = try engine.run("show timeline claims speaker:russia")
        #expect(text.contains("c1 One") && !text.contains("c2"))
        #expect(try engine.run("show timeline #none") == "0 events\n")
    }

    @Test("figures about one thing stand on one scale, by subject, speaker and time; each unit has its own")
    func quantities() throws {
        let engine = try engine([
            #"add event deployment 2024-10-08/2024-10-13 "First contingent" quantity="~1500 soldiers""#,
            #"add claim "About 1,500" said=2024-10-18 speaker="NIS" about=deployment quantity="~1500 soldiers""#,
            #"add claim "Up to 12,000" said=2024-10-24 speaker="Kyiv" about=deployment quantity="..12000 soldiers""#,
            #"add claim "3,000" said=2024-10-23 speaker="Washington" about=deployment quantity="2500..3000..3500 soldiers""#,
            #"add claim "Ships" speaker="NIS" about=deployment quantity="7 ships""#,
        ])
        try expectRecorded(lines(engine, "show quantities", width: 90), at: Golden.path("quantities"))
        guard case .array(let figures) = try engine.json("show quantities claims quantity:3000") else {
            Issue.record("no list")
            return
        }
        #expect(
            figures.map(\.text).last
                == #"{"id": "c3", "about": "deployment", "quantity": "2500..3000..3500 soldiers", "low": 2500, "best": 3000, "high": 3500, "unit": "soldiers", "speaker": ["washington"], "when": "2024-10-23"}"#
        )
    }
}
