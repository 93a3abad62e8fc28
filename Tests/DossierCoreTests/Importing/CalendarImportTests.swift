import TestSupport
import Testing

@testable import DossierImporting
@testable import DossierModel
@testable import DossierTime

@Suite("an import of a calendar") struct CalendarImportTests {
    private func engine(_ text: String) throws -> TestEngine { try TestEngine(files: ["a.ics": text]) }

    /// A calendar with one event of these lines.
    private func event(_ lines: String..., beside: String = "") throws -> TestEngine {
        try engine(Self.calendar("BEGIN:VEVENT\n" + lines.joined(separator: "\n") + "\nEND:VEVENT\n" + beside))
    }

    private static func calendar(_ body: String) -> String {
        ("BEGIN:VCALENDAR\nVERSION:2.0\n" + body + "END:VCALENDAR\n").replacing("\n", with: "\r\n")
    }

    private static let berlin = """
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE

        """

    @Test(
        "times become EDTF: ends are not part of them",
        arguments: [
            ("DTSTART;VALUE=DATE:20240304", "2024-03-04"),
            ("DTSTART;VALUE=DATE:20240304\nDTEND;VALUE=DATE:20240305", "2024-03-04"),
            ("DTSTART;VALUE=DATE:20240304\nDTEND;VALUE=DATE:20240308", "2024-03-04/2024-03-07"),
            ("DTSTART;VALUE=DATE:20240228\nDURATION:P3D", "2024-02-28/2024-03-01"),
            ("DTSTART:20240304T090000Z", "2024-03-04T09:00:00Z"), ("DTSTART:20240304T090000", "2024-03-04T09:00:00"),
            ("DTSTART:20240304T230000Z\nDURATION:PT1H30M", "2024-03-04T23:00:00Z/2024-03-05T00:30:00Z"),
            ("DTSTART:20240304T090000Z\nDTEND:20240304T100000Z", "2024-03-04T09:00:00Z/2024-03-04T10:00:00Z"),
            ("DTSTART;TZID=Europe/Berlin:20240304T090000", "2024-03-04T09:00:00+01:00"),
            ("DTSTART;TZID=Europe/Berlin:20240704T090000", "2024-07-04T09:00:00+02:00"),
            ("DTSTART;TZID=Europe/Berlin:20241027T023000", "2024-10-27T02:30:00+02:00"),
            ("DTSTART;TZID=Europe/Berlin:20241027T030000", "2024-10-27T03:00:00+01:00"),
            ("DTSTART;TZID=\"Mars/Base:1\":20240304T090000", "2024-03-04T09:00:00"),
            ("DTSTART;VALUE=DATE:20240304\nX-EDTF:[2024-03-04..2024-03-06]", "[2024-03-04..2024-03-06]"),
            ("UID:1", nil),
        ] as [(String, String?)])
    func times(lines: String, edtf: String?) throws {
        let engine = try event("SUMMARY:Talk", lines, beside: Self.berlin)
        try engine.run("import ics a.ics")
        #expect(engine.session[Identifier(known: "e1")]?[.when].first?.typed == edtf)
    }

    @Test("texts are unfolded and unescaped, also where a character is folded")
    func texts() throws {
        let folded = Self.calendar(
            "BEGIN:VEVENT\nSUMMARY:Ré@@union\\, tu\n\t es là\nDESCRIPTION:a\\nb\\\\;\\;c\nEND:VEVENT\n")
        var bytes = Array(folded.utf8)
        let mark = try #require(folded.utf8.firstRange(of: "é@@".utf8))
        let start = folded.utf8.distance(from: folded.utf8.startIndex, to: mark.lowerBound)
        bytes.replaceSubrange(start..<(start + 4), with: [0xC3, 0x0D, 0x0A, 0x20, 0xA9])
        let disk = MemoryDisk()
        disk["/work/a.ics"] = bytes
        let engine = TestEngine(disk)
        try engine.run("import ics a.ics")
        let record = engine.session[Identifier(known: "e1")]
        #expect(record?.text(.title) == "Réunion, tu es là" && record?.text(.text) == "a\nb\\;;c")
    }

    @Test("the answer says what of the calendar no event holds")
    func leftBehind() throws {
        let text = Self.calendar(
            """
            X-WR-CALNAME:Work
            X-TLP:AMBER
            BEGIN:VTODO
            SUMMARY:x
            END:VTODO
            BEGIN:VEVENT
            UID:1
            SUMMARY:Talk
            STATUS:CANCELLED
            LOCATION:Port Alder
            CATEGORIES:a\\,b,c
            RRULE:FREQ=DAILY
            DTSTART;TZID=Mars:20240304T090000
            BEGIN:VALARM
            ACTION:DISPLAY
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Walk
            STATUS:CONFIRMED
            GEO:46.62;142.78
            END:VEVENT

            """)
        let engine = try engine(text)
        let answer = try engine.run("import ics a.ics tags= x.uid={uid} x.what={categories}", width: 300)
        for told in [
            "columns left out: rrule, dtstart.tzid, calendar.status, lat, lon, coordinates",
            "left behind: recurrence of 1 event: the first time alone becomes an event",
            "left behind: zones that the file does not define, so that times are local: 1 Mars",
            "left behind: components: 1 VTODO, 1 VALARM", "left behind: properties of the calendar: X-WR-CALNAME",
        ] { #expect(answer.contains(told), "\(answer)") }
        let talk = engine.session[Identifier(known: "e1")]
        #expect(talk?.text(.status) == "cancelled" && talk?.marking == .amber && talk?.text(FieldName("x.uid")) == "1")
        #expect(talk?.texts(FieldName("x.what")) == ["a,b", "c"])
        #expect(talk?.references(.place).map(\.text) == ["port-alder"])
        #expect(engine.session[Identifier(known: "e2")]?.text(.status) == nil)
    }

    @Test("faults name their line; those of one event can be left out")
    func faults() throws {
        let bad = try event("SUMMARY:x", "DTSTART:soon")
        #expect(bad.error("import ics a.ics").contains("a.ics:5:1: 'soon' is not a time of a calendar"))
        for lines in [
            "DTSTART:20240230", "DTSTART:20240304T100000Z\nDTEND:20240304T090000Z",
            "DTSTART;VALUE=DATE:20240304\nDTEND:20240304T090000Z", "DTSTART:20240304\nDURATION:PT1H", "GEO:1",
            "DTSTART:20240304\nDTEND:20240301", "DTSTART:20240304\nDURATION:P",
        ] {
            let body = "BEGIN:VEVENT\nSUMMARY:ok\nEND:VEVENT\nBEGIN:VEVENT\n\(lines)\nEND:VEVENT\n"
            let engine = try engine(Self.calendar(body))
            #expect(!engine.error("import ics a.ics").isEmpty, "\(lines)")
            #expect(try engine.run("import ics a.ics bad=skip").contains("1 row left out"), "\(lines)")
        }
        for (text, problem) in [
            ("title,when\n", "the line is not a property"), ("SUMMARY:x\n", "the file is not a calendar"),
            ("", "the file is not a calendar"), (Self.calendar(""), "the calendar has no events"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "'BEGIN:VEVENT' has no end"),
            ("BEGIN:VCALENDAR\nEND:VEVENT\n", "ends nothing that is open"),
            (Self.calendar("CALSCALE:HEBREW\n"), "the calendar is not Gregorian"),
            ("BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:A\n", count: 10_000), "nested more than 8 deep"),
        ] { #expect(try engine(text).error("import ics a.ics").contains(problem), "\(problem)") }
    }

    @Test("no text crashes it", arguments: Seeds.some)
    func anything(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART", ":", ";", "=", "\"", "20240304", "T090000", "Z", "\n", " ",
            "\\", "é",
            "BEGIN:VTIMEZONE\n", "DURATION:P1D\n", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n", "X",
        ]
        for _ in 0..<50 {
            let engine = try engine(
                "BEGIN:VCALENDAR\n" + random.text(of: pieces, count: random.pick(0...20)) + "END:VCALENDAR\n")
            _ = engine.error("import ics a.ics bad=skip")
        }
    }
}
