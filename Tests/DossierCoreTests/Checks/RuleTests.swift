import Testing

@testable import DossierModel

@Suite("what rules count and what they leave alone") struct RuleTests {
    /// The records that a rule finds after commands.
    private func found(_ rule: String, _ commands: [String]) throws -> [String] {
        let json = try TestEngine(setting: commands).json("check \(rule)")
        guard case .object(let object) = json, case .array(let findings)? = object["findings"] else { return ["?"] }
        return findings.map { finding in
            if case .object(let own) = finding, case .string(let record)? = own["record"] { return record }
            return "?"
        }
    }

    @Test(
        "an order is broken only where every reading of the dates breaks it",
        arguments: [
            ("precedes", "2024-10-21", "2024-10-20", true), ("precedes", "2024-10-20", "2024-10-21", false),
            ("precedes", "2024-10-21", "2024-10-21", false), ("precedes", "2024-10", "2024-10-01", false),
            ("precedes", "2024-11", "2024-10", true), ("precedes", "2024-10-08/2024-10-13", "2024-10-13/..", false),
            ("precedes", "2024-10-10/2024-10-20", "2024-10-08/2024-10-13", true),
            ("precedes", "2024-10-10/2024-10-20", "../2024-10-13", true),
            ("precedes", "2024-10-10/2024-10-20", "/2024-10-13", false),
            ("precedes", "[2024-10-08..2024-10-13]", "2024-10-09", false),
            ("precedes", "2024-10-21T10:00:00Z", "2024-10-21", false), ("precedes", "2024-10-21", "", false),
            ("causes", "2024-10-21", "2024-10-20", true), ("enables", "2024-10-21", "2024-10-20", true),
            ("causes", "2024-10-20", "2024-10-21", false),
            ("responds-to", "2024-10-20", "2024-10-21", true), ("responds-to", "2024-10-21", "2024-10-20", false),
            ("responds-to", "2024-10-21", "2024-10-21", false),
            ("part-of", "2024-06", "2024-10-08/2024-10-13", true),
            ("part-of", "2024-06", "2024-06-18/2024-06-19", false),
            ("part-of", "2024-06-18/2024-06-19", "2024-06", false),
            ("part-of", "2024-06-18/2024-06-20", "2024-06-19", false),
            ("supports", "2024-10-21", "2024-10-20", false),
        ])
    func sequence(relation: String, first: String, second: String, isFound: Bool) throws {
        let commands = [
            "add event e1 \"A\" when=\(first)",
            second.isEmpty ? "add event e2 \"B\"" : "add event e2 \"B\" when=\(second)",
            "link e1 \(relation) e2",
        ]
        #expect(try found("sequence", commands) == (isFound ? ["l1"] : []))
    }

    @Test("one may answer what is only expected; a claim's date is the day on which it was said")
    func answers() throws {
        let early = ["add event a \"A\" when=2024-10-20", "link a responds-to b"]
        #expect(try found("sequence", ["add event b \"B\" when=2024-10-21 status=expected"] + early) == [])
        #expect(try found("sequence", ["add event b \"B\" when=2024-10-21 status=reported"] + early) == ["l1"])
        let claims = ["add claim c1 \"A\" said=2024-10-20 when=2030", "add claim c2 \"B\" said=2024-10-21 when=2020"]
        #expect(try found("sequence", claims + ["link c1 responds-to c2"]) == ["l1"])
        #expect(try found("sequence", claims + ["link c2 responds-to c1"]) == [])
    }

    @Test("events that precede each other in a circle are told once, with the way round")
    func circleOfEvents() throws {
        let engine = try TestEngine(setting: [
            "add event e1 \"A\"", "add event e2 \"B\"", "add event e3 \"C\"", "link e1 precedes e2",
            "link e2 precedes e3",
        ])
        #expect(try engine.run("check sequence") == "nothing found: sequence\n")
        try engine.run("link e3 precedes e1")
        #expect(
            try engine.run("check sequence")
                == "error: e1  it precedes itself: e1 → e2 → e3 → e1  (sequence)\n1 error\n")
    }

    @Test("two speakers, or a second origin that corroborates, confirm; two papers of one agency do not")
    func independence() throws {
        let agency = [
            "add source agency", "add source paper derived=agency", "add source herald derived=agency",
            "add claim c1 \"A\" source=paper grade=B1",
        ]
        #expect(try found("independence", agency) == ["c1"])
        #expect(try found("independence", agency + ["set c1 grade=B2"]) == [])
        #expect(try found("independence", agency + ["set c1 speaker=\"NIS\" speaker+=\"Mark Rutte\""]) == [])
        let echo = agency + ["add claim c2 \"A\" source=herald", "link c2 corroborates c1"]
        #expect(try found("independence", echo) == ["c1"])
        #expect(try found("independence", echo + ["set c2 speaker=\"NIS\""]) == [])
        #expect(try found("independence", ["add claim c1 \"A\" grade=F1"]) == ["c1"])
        let links = ["add event e1 \"A\"", "add event e2 \"B\"", "add source s1", "add source s2"]
        #expect(try found("independence", links + ["link e1 causes e2 grade=A1 source=s1"]) == ["l1"])
        #expect(try found("independence", links + ["link e1 causes e2 grade=A1 source=s1,s2"]) == [])
    }

    @Test("where a source may draw on either of two, two origins are not out of the question")
    func possibleIndependence() throws {
        let commands = [
            "add source a", "add source b", "add source paper derived=a,b", "add claim c1 \"A\" source=paper grade=B1",
        ]
        #expect(try found("independence", commands) == [])
    }

    @Test(
        "F and 6 carry neither a confirmation nor a confidence; one grade that can be judged does",
        arguments: [
            (["B6"], true, true), (["F2"], false, true), (["F6"], true, true), (["B2"], false, false),
            (["B6", "B2"], false, false), (["B6", "C6"], true, true), (["", "B6"], false, false), ([], false, false),
        ])
    func unjudged(grades: [String], isEventFound: Bool, isNoteFound: Bool) throws {
        var commands = ["add event e1 \"A\" status=confirmed", "add note n1 type=judgement confidence=moderate -- A."]
        for (index, grade) in grades.enumerated() {
            commands.append("add claim c\(index + 1) \"A\" about=e1" + (grade.isEmpty ? "" : " grade=\(grade)"))
            commands.append("link c\(index + 1) supports n1")
        }
        #expect(try found("unjudged", commands) == (isEventFound ? ["e1"] : []) + (isNoteFound ? ["n1"] : []))
        #expect(try found("unjudged", commands + ["set n1 confidence=low", "set e1 status=reported"]) == [])
    }

    @Test(
        "a note may name F6, and say that it is no rank, but not rank by it",
        arguments: [
            ("F6 is worse than C3.", true), ("We rate it below F2.", true), ("C3 > F6", true),
            ("The grade is F6.", false), ("C3 is better than D4.", false), ("F6 is not lower than C3.", false),
            ("An F-16 is better than a B-52.", false), ("He said “F6 is worse than C3”.", false),
            ("It is F6. Better sources are needed.", false),
        ])
    func comparedGrades(text: String, isFound: Bool) throws {
        let engine = try TestEngine(files: ["note.txt": text])
        try engine.run("add note n1 -- \(text)")
        #expect(try engine.run("check unjudged").hasPrefix("warning: n1") == isFound)
    }

    @Test("a confirmed event needs what stands for it: a source, an attitude or a denial do not")
    func confirmed() throws {
        let event = ["add source s1", "add event e1 \"A\" status=confirmed source=s1"]
        #expect(try found("confirmed", event) == ["e1"])
        for stance in ["asserts", "estimates", "forecasts"] {
            #expect(try found("confirmed", event + ["add claim \"A\" about=e1 stance=\(stance)"]) == [], "\(stance)")
        }
        for stance in ["denies", "condemns", "demands"] {
            #expect(
                try found("confirmed", event + ["add claim \"A\" about=e1 stance=\(stance)"]) == ["e1"], "\(stance)")
        }
        #expect(try found("confirmed", event + ["link s1 supports e1"]) == [])
        #expect(try found("confirmed", event + ["set e1 status=disputed"]) == [])
    }

    @Test(
        "a source may be a day behind for its time zone; what it leaves open is no contradiction",
        arguments: [
            ("2024-10-22", "2024-10-23", false), ("2024-10-22", "2024-10-24", true), ("2024-10-22", "2024-10", false),
            ("2024-10-22", "2024-11", true), ("2024-10", "2024-10-31", false), ("2024-10~", "2024-12", true),
            ("", "2030", false), ("2024-10-22/..", "2030", false),
        ])
    func publication(published: String, said: String, isFound: Bool) throws {
        let source = "add source s1" + (published.isEmpty ? "" : " published=\(published)")
        #expect(
            try found("publication", [source, "add claim c1 \"A\" source=s1 said=\(said)"]) == (isFound ? ["c1"] : []))
        let event = "add event e1 \"A\" when=\(said) source=s1 status="
        #expect(try found("publication", [source, event + "reported"]) == (isFound ? ["e1"] : []))
        #expect(try found("publication", [source, event + "expected"]) == [])
        #expect(try found("publication", [source, "add source s2", "add claim \"A\" source=s1,s2 said=\(said)"]) == [])
    }

    @Test("a forecast is due where it can be judged, and overdue on the day that is given or known")
    func forecasts() throws {
        let note = "add note n1 type=forecast likelihood=70% -- A."
        #expect(try found("due", [note]) == ["n1"])
        #expect(try found("due", [note, "set n1 outcome=yes"]) == [])
        #expect(try found("due", [note, "set n1 due=2025-01/.."]) == ["n1"])
        #expect(try found("due", ["add claim \"A\" stance=forecasts"]) == [])
        #expect(try found("due", ["add claim c1 \"A\" stance=forecasts likelihood=likely"]) == ["c1"])
        #expect(try found("due", ["add claim \"A\" stance=forecasts likelihood=likely when=2025"]) == [])
        let due = [note, "set n1 due=2025-01"]
        #expect(try found("overdue", due) == [])
        #expect(try found("overdue as-of=2025-01-20", due) == [])
        #expect(try found("overdue as-of=2025-02-01", due) == ["n1"])
        #expect(try found("overdue as-of=2025", due) == [])
        #expect(try found("overdue", due + ["add source published=2025-03~"]) == ["n1"])
        #expect(try found("overdue as-of=2025-01-20", due + ["add source published=2025-03"]) == [])
        #expect(try found("overdue as-of=2025-02-01", due + ["set n1 outcome=void"]) == [])
    }

    @Test(
        "a mark below a source's leaks, one above all of them keeps too much; without a mark it is that of the sources",
        arguments: [
            ("green", "amber", true, false), ("amber", "amber", false, false), ("amber", "amber+strict", true, false),
            ("red", "amber+strict", false, true), ("", "red", false, false), ("clear", "", false, false),
            ("red", "", false, false),
        ])
    func markings(own: String, source: String, leaks: Bool, isOvermarked: Bool) throws {
        func tlp(_ word: String) -> String { word.isEmpty ? "" : " tlp=\(word)" }
        let commands = [
            "add source s1" + tlp(source) + " -- some words", "add claim c1 \"A\" source=s1" + tlp(own),
            "annotate s1 \"words\"" + tlp(own) + " -- B", "add source s2 derived=s1" + tlp(own),
        ]
        #expect(try found("leaks", commands) == (leaks ? ["s2", "c1", "n1"] : []))
        #expect(try found("overmarked", commands) == (isOvermarked ? ["c1"] : []))
    }

    @Test("an entity is used where any other record names it")
    func unused() throws {
        let commands = ["add entity a", "add entity b", "set b country=b", "add event actor=a"]
        #expect(try found("unused", commands) == ["b"])
        #expect(try found("unused", commands + ["annotate b -- who?"]) == [])
    }

    @Test("check takes no other setting, and a day must be one")
    func settings() throws {
        let engine = try TestEngine()
        #expect(engine.error("check when=2024").hasPrefix("error: 'check' has no setting 'when='"))
        #expect(engine.error("check as-of=soonish").hasPrefix("error: "))
        #expect(engine.error("check as-of+=2024").hasPrefix("error: "))
    }
}
