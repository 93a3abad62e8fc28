import Testing

@Suite("names of stricter records in the words of others") struct LeakedNamesTests {
    /// What `check leaks` finds, without its counts.
    private func findings(_ commands: [String]) throws -> [String] {
        try TestEngine(setting: commands).run("check leaks").split(separator: "\n").map(String.init).dropLast()
    }

    @Test(
        "a name is found as whole words, however it is written",
        arguments: [
            ("entity otto \"Otto Weber\"", "So OTTO WEBER says", true),
            ("entity otto \"Otto Weber\"", "Otto Weberman", false),
            ("entity otto \"Otto Weber\"", "otto\u{AD} weber's view", true),
            ("entity otto \"Otto Weber\"", "Weber, Otto", false),
            ("entity x \"Ann\"", "Ann says", false), ("entity x \"NIS\"", "The NIS says", true),
            ("entity x \"NIS\"", "the nis says", false), ("entity x \"김정은\"", "김정은은 말했다", true),
            ("entity x \"習近平\"", "国家主席習近平氏は", true), ("entity x \"Zürich Desk\"", "the zu\u{308}rich desk", true),
            ("entity x \"Wolf\" alias=\"The Grey One\"", "the grey one came", true),
            ("event raid-on-harbour \"R\"", "raid on harbour", true), ("event x \"Talks\"", "the talks go on", false),
            ("event x \"Talks\"", "Talks go on", true), ("event x \"Talks resume\"", "when talks resume", true),
            ("source x \"Cable 7\"", "see cable 7", true), ("claim x \"2024\"", "in 2024", false),
        ])
    func words(record: String, text: String, isFound: Bool) throws {
        let found = try findings(["add \(record) tlp=red", "add note n1 tlp=green -- \(text)"])
        #expect(found.isEmpty != isFound, "\(found)")
    }

    @Test(
        "every field with words is searched",
        arguments: [
            "event title=\"W\"", "event text=\"W\"", "event x.own=\"W\"", "event type=Wolf-Pack", "event #Wolf-Pack",
            "event quantity=\"5 W\"", "entity \"A\" alias=\"W\"", "entity \"A\" role=\"W\"", "source publisher=\"W\"",
            "source author=\"W\"", "source url=http://wolf-pack.example", "source \"A\" text=\"said W\"",
            "claim text=\"W\"", "claim source=s9 quote=\"of W\"",
        ])
    func fields(record: String) throws {
        let record = record.replacing("W\"", with: "Wolf Pack\"")
        let found = try findings([
            "add entity wolf \"Wolf Pack\" tlp=red", "add source s9 tlp=red -- the words of Wolf Pack",
            "add \(record) tlp=green",
        ])
        #expect(found.contains { $0.contains("\"Wolf Pack\" (wolf, red)") }, "\(found)")
    }

    @Test("only records below a name are found, and of several names the strictest is advised")
    func labels() throws {
        let names = ["add entity a \"Alfa Group\" tlp=amber", "add entity b \"Bravo Group\" tlp=red"]
        let text = "Alfa Group and Bravo Group"
        func remark(_ label: String, _ rest: String = "") -> String { "add note n1 \(label) \(rest)-- \(text)" }
        #expect(try findings(names + [remark("tlp=red")]) == [])
        #expect(try findings(names + [remark("", "target=b ")]) == [])
        #expect(
            try findings(names + [remark("tlp=amber")]) == [
                "warning: n1  its text mentions \"Bravo Group\" (b, red): reword it, or 'set n1 tlp=red'  (leaks)"
            ])
        #expect(
            try findings(names + [remark("")]) == [
                "warning: n1  its text mentions \"Alfa Group\" (a, amber), \"Bravo Group\" (b, red): reword it, or 'set n1 tlp=red'  (leaks)"
            ])
        #expect(
            try findings(names + ["set session title=\"On Bravo Group\""]) == [
                "warning: session  its title mentions \"Bravo Group\" (b, red): reword it  (leaks)"
            ])
    }

    @Test("words of a source are held back, not written otherwise; what was taken from a document stands in it")
    func documents() throws {
        let commands = [
            "add source memo tlp=green -- Otto Weber saw the wolf pack.", "add entity otto \"Otto Weber\" tlp=red",
            "add claim c1 \"The Wolf Pack\" source=memo tlp=red",
        ]
        #expect(
            try findings(commands) == [
                "warning: memo  its text mentions \"Otto Weber\" (otto, red): 'set memo tlp=red' holds it back  (leaks)"
            ])
        #expect(
            try findings(
                commands + [
                    "set otto tlp=amber", "set memo tlp=amber",
                    "add claim c2 source=memo quote=\"Otto Weber\" tlp=green",
                ]
            )
            .last
                == "warning: c2  its quote mentions \"Otto Weber\" (otto, amber): 'set c2 tlp=amber' holds it back  (leaks)"
        )
    }

    @Test("the session's title is a name too, and a text with many names gives one finding")
    func several() throws {
        #expect(
            try findings([
                "set session title=\"Operation Lantern\" tlp=red", "add event \"After operation lantern\" tlp=clear",
            ])
                == [
                    "warning: e1  its title mentions \"Operation Lantern\" (session, red): reword it, or 'set e1 tlp=red'  (leaks)"
                ])
        let names = (1...9).map { "add entity p\($0) \"Person \($0) of nine\" tlp=red" }
        let text = (1...9).map { "Person \($0) of nine" }.joined(separator: ", ")
        #expect(try findings(names + ["add note n1 -- \(text)"]).map { $0.contains("and 6 more: reword") } == [true])
    }

    @Test("where nothing is stricter than anything else there is nothing to find")
    func alike() throws {
        let commands = ["add entity a \"Alfa Group\"", "add note n1 -- Alfa Group", "set session title=\"Alfa Group\""]
        #expect(try findings(commands) == [])
        #expect(try findings(commands + ["set session tlp=red"]) == [])
        #expect(try findings(commands + ["set a tlp=clear"]) == [])
    }
}
