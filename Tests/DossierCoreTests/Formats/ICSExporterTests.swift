import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("Calendars") struct ICSExporterTests {
    private func lines(_ setting: [String]) throws -> [String] {
        try TestEngine(setting: setting).run("export ics tlp=red").replacing("\r\n ", with: "").split(separator: "\r\n")
            .map(String.init)
    }

    private func value(_ name: String, _ setting: [String]) throws -> String? {
        try lines(setting).first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    }

    @Test("a line has at most 75 octets, and is broken between characters, never within one")
    func folding() {
        for length in 60...90 {
            for letter in ["a", "é", "한", "🚢"] {
                var text = ICSText()
                let value = String(repeating: "x", count: length) + String(repeating: letter, count: 60)
                text.write("SUMMARY", text: value)
                let written = text.text
                #expect(written.hasSuffix("\r\n"))
                #expect(written.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
                #expect(written.replacing("\r\n ", with: "") == "SUMMARY:" + value + "\r\n")
            }
        }
    }

    @Test("what has a meaning in a calendar is escaped, line ends are \\n, and controls are left out and said")
    func escaping() throws {
        var text = ICSText()
        text.write("CATEGORIES", texts: ["a,b;c\\d", "e\r\nf\rg\nh\ti"])
        #expect(text.text == "CATEGORIES:a\\,b\\;c\\\\d,e\\nf\\ng\\nh\ti\r\n" && !text.lacksControls)
        text.write("X", text: "a\u{1B}b\u{7F}c")
        #expect(text.text.hasSuffix("X:abc\r\n") && text.lacksControls)
        let engine = try TestEngine(setting: ["add event e1 2024-03-04 \"Raid\u{7}\""])
        #expect(try engine.run("export ics --dry-run").contains("control characters are left out"))
    }

    @Test("a day ends where the next begins; moments are in UTC; a local time, and one beside a day, is its day")
    func dates() throws {
        for (when, start, end) in [
            ("2024-03-04/2024-03-07", ";VALUE=DATE:20240304", ";VALUE=DATE:20240308"),
            ("2024-12-31", ";VALUE=DATE:20241231", ";VALUE=DATE:20250101"),
            ("2024-03-04T01:30+09:00", ":20240303T163000Z", ":20240303T163100Z"),
            ("2024-03-04T01:30:00Z/2024-03-04T02:00:00Z", ":20240304T013000Z", ":20240304T020001Z"),
            ("2024-03-04T01:30", ";VALUE=DATE:20240304", ";VALUE=DATE:20240305"),
            ("2024-03-04T23:00Z/2024-03-05", ";VALUE=DATE:20240304", ";VALUE=DATE:20240306"),
        ] {
            let setting = ["add event e1 \(when) \"Raid\""]
            #expect(try value("DTSTART", setting) == start, "\(when)")
            #expect(try value("DTEND", setting) == end, "\(when)")
            #expect(try value("X-EDTF:", setting) == when)
        }
    }

    @Test("what is not certain to the day, or beyond four digits of a year, is left out and said")
    func uncertain() throws {
        let setting = [
            "2024", "2024-03-04~", "[2024-03-04..2024-03-06]", "{2024-03-04,2024-03-06}", "2024-03-04/..", "2024-21",
            "-0044-03-15", "9999-12-31", "0000-05-05",
        ].map { "add event \($0) \"Raid\"" }
        #expect(try !lines(setting).contains("BEGIN:VEVENT"))
        let report = try TestEngine(setting: setting + ["add event \"Undated\""]).run("export ics --dry-run")
        #expect(report.contains("left out: 1 event (e10): no date"))
        #expect(report.contains("left out: 6 events (e1, e2, e3, …): no certain days"))
        #expect(report.contains("left out: 3 events (e7, e8, e9): a year beyond the four digits of a calendar"))
    }

    @Test("degrees have six decimals; an address that could break a line stands among the words")
    func places() throws {
        let place = [
            "add entity a \"A\" type=place coordinates=-89.9999999,.5", "add event e1 2024-03-04 \"Raid\" place=a",
        ]
        #expect(try value("GEO:", place) == "-90.000000;0.500000")
        #expect(
            try TestEngine(setting: place).run("export ics --dry-run").contains(
                "coordinates of 1 entity (a): beyond six decimals"))
        let source = [
            "add source s1 \"Paper\" url=\"https://a.org/\\nX:y\"", "add event e1 2024-03-04 \"Raid\" source=s1",
        ]
        #expect(try value("URL:", source) == nil)
        #expect(try value("DESCRIPTION:", source) == "4 March 2024\\nSource: Paper\\, https://a.org/\\nX:y")
    }

    @Test(
        "the label is a class, and the time of change is that of the log",
        arguments: [
            ("clear", "PUBLIC"), ("green", "PRIVATE"), ("amber", "CONFIDENTIAL"), ("amber+strict", "CONFIDENTIAL"),
            ("red", "CONFIDENTIAL"),
        ])
    func labels(label: String, access: String) throws {
        let setting = ["add event e1 2024-03-04 \"Raid\" tlp=\(label) status=cancelled"]
        #expect(try value("CLASS:", setting) == access && value("X-TLP:", setting) == label.uppercased())
        #expect(try value("DTSTAMP:", setting) == "20241023T090000Z" && value("STATUS:", setting) == "CANCELLED")
        #expect(try value("CLASS:", ["add event e1 2024-03-04"]) == nil)
    }
}
