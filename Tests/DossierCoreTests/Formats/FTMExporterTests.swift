import Testing

@testable import DossierModel
@testable import DossierOutput
@testable import DossierTime

@Suite("Entities of FollowTheMoney") struct FTMExporterTests {
    private func entities(_ setting: [String], _ subject: String = "") throws -> [JSONObject] {
        try TestEngine(setting: setting).run("export ftm \(subject) tlp=red").split(separator: "\n").compactMap {
            try JSONReader.read(Array($0.utf8)).object
        }
    }

    private func properties(_ setting: [String], _ subject: String = "") throws -> JSONObject {
        try #require(try entities(setting, subject).first?["properties"]?.object)
    }

    @Test(
        "a span has two ends; all else has the finest date that holds its days",
        arguments: [
            ("2024-03-04", nil, nil, "2024-03-04"), ("2024-03-04/2024-03-07", "2024-03-04", "2024-03-07", nil),
            ("[2024-03-04..2024-03-06]", nil, nil, "2024-03"), ("{2024-03-04,2024-05-06}", nil, nil, "2024"),
            ("[2023-12-31..2024-01-01]", nil, nil, nil), ("2024-03~", nil, nil, "2024-03"),
            ("2024-03/..", "2024-03", nil, nil), ("2024-21", nil, nil, "2024"), ("-0044-03-15", nil, nil, nil),
            ("2024-03-04T01:30+09:00", nil, nil, "2024-03-03T16:30:00"), ("2024-03-04T01:30", nil, nil, "2024-03-04"),
        ] as [(String, String?, String?, String?)])
    func dates(when: String, start: String?, end: String?, date: String?) throws {
        let properties = try properties(["add event e1 \(when) \"Raid\""])
        func only(_ name: String) -> String? { properties[name]?.array?.first?.string }
        #expect(only("startDate") == start && only("endDate") == end && only("date") == date)
        #expect(properties["notes"]?.array?.first?.string == "When: \(when) (\(try When(when).reading))")
    }

    @Test("who takes part is a legal entity; things and places that act are named in words")
    func involved() throws {
        let setting = [
            "add entity man \"Man\" type=person", "add entity ship \"Ship\" type=item",
            "add entity gate \"Gate\" type=place",
            "add event e1 2024 \"Raid\" actor=man,ship target=man place=gate",
        ]
        let all = try entities(setting)
        #expect(all.map { $0["schema"]?.string } == ["Person", "Asset", "Address", "Event"])
        let event = try #require(all.last?["properties"]?.object)
        #expect(event["involved"]?.array?.map(\.string) == [all[0]["id"]?.string])
        #expect(event["addressEntity"]?.array?.map(\.string) == [all[2]["id"]?.string])
        #expect(event["notes"]?.array?.contains("Actor: Man; Ship") == true)
    }

    @Test("nothing points to what is not in the export, and what it says of it is said to be lost")
    func pointers() throws {
        let setting = [
            "add source s1 \"Paper\" publisher=Post", "add event e1 2024 \"Raid\" source=s1", "link e1 precedes e1",
            "add event e2 \"Talks\"", "link e1 precedes e2", "add note n1 target=l1 -- Why?",
        ].filter { !$0.hasSuffix("e1 precedes e1") }
        #expect(try properties(setting, "e1")["proof"] == nil)
        #expect(try properties(setting, "e1")["publisher"]?.array == ["Post"])
        #expect(try entities(setting, "l1").isEmpty)
        let engine = try TestEngine(setting: setting)
        #expect(
            try engine.run("export ftm l1 --dry-run").contains(
                "left out: 1 link (l1): an end of it is not in the export as a thing"))
        #expect(try engine.run("export ftm --dry-run").contains("lost: target of 1 note (n1)"))
    }

    @Test("names are one line, languages have three letters, addresses of the web a path")
    func values() throws {
        #expect("  a \n b\u{7} ".asName == "a b" && " \u{200B}\u{1}".asName == nil)
        #expect(FTMLanguage.code(of: "en-GB") == "eng" && FTMLanguage.code(of: "ko") == "kor")
        #expect(FTMLanguage.code(of: "fil") == "fil" && FTMLanguage.code(of: "x-own") == nil)
        #expect("https://a.org".asWebAddress == "https://a.org/" && "https://a.org?b".asWebAddress == "https://a.org?b")
        #expect("ftp://a.org/".asWebAddress == nil && "https://".asWebAddress == nil)
    }
}
