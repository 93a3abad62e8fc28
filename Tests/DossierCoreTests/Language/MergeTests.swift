import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("merge") struct MergeTests {
    private func record(_ id: String, _ engine: TestEngine) -> String? {
        engine.session[Identifier(known: id)]?.json().text
    }

    private static let entities = [
        "add entity dprk \"DPRK\" type=country alias=\"북한\" role=state text=\"One\" #east",
        "add entity north-korea \"North Korea\" alias=dprk alias=NK role=state,other country=dprk tlp=green x.code=KP text=\"Two\" #north",
        "add entity kim \"Kim\" country=north-korea", "add entity \"Russia\"",
        "add event e1 \"Arrival\" actor=north-korea,dprk target=north-korea",
        "link dprk allied-with russia", "link russia allied-with north-korea", "link north-korea same-as dprk",
        "link north-korea allied-with russia -- since June", "annotate north-korea,l2 -- Which one?",
    ]

    @Test("names become aliases, lists are joined, single values stay, and all that named one names the other")
    func entities() throws {
        let engine = try TestEngine(setting: Self.entities)
        #expect(
            try engine.run("merge north-korea into dprk") == """
                merged north-korea  entity  North Korea
                  into dprk  country  DPRK
                  joined       alias: North Korea, NK; role: state,other; tags: north; tlp: green; x.code: KP
                  kept beside  text: Two
                  moved        1 entity (kim); 1 event (e1); 1 note (n1); 1 link (l4)
                  links        l2 repeats l1; l3 would join dprk to itself

                """)
        #expect(
            record("dprk", engine)
                == #"{"id": "dprk", "name": "DPRK", "type": "country", "alias": ["북한", "North Korea", "NK"], "role": ["state", "state,other"], "text": "One", "merged": ["north-korea name=\"North Korea\" alias=dprk alias=NK role=state,other country=dprk text=Two #north tlp=green x.code=KP"], "tags": ["east", "north"], "tlp": "green", "x.code": "KP"}"#
        )
        #expect(record("e1", engine) == #"{"id": "e1", "title": "Arrival", "actor": ["dprk"], "target": ["dprk"]}"#)
        #expect(engine.session[Identifier(known: "n1")]?.references(.target).map(\.text) == ["dprk", "l1"])
        #expect(engine.session.records(of: .link).map(\.id.text) == ["l1", "l4"])
        #expect(try engine.run("show \"north korea\"").hasPrefix("dprk  country  DPRK\n"))
        #expect(try engine.run("check references quotes digests").hasPrefix("nothing found"))
        #expect(engine.error("add entity north-korea \"again\"").contains("north-korea"))
        try engine.run("undo")
        #expect(engine.state == (try TestEngine(setting: Self.entities)).state)
    }

    private static let sources = [
        "add source s1 \"Seoul protests\" published=2024-10-22 derived=s0 tlp=amber -- Troops arrived. Troops left.",
        "add source s2 \"Seoul protests!\" published=2024-10-23 derived=s1 tlp=green author=Kim -- Troops arrived. Troops left.",
        "add claim c1 \"a\" source=s2 quote=\"Troops\" occurrence=2", "annotate s2 \"left\" -- why?",
        "add event e1 \"b\" source=s1,s2", "link s2 supports c1",
    ]

    private func withSources() throws -> TestEngine {
        try TestEngine(setting: ["add source s0 \"Agency\""] + Self.sources)
    }

    @Test("quotes stand in the text of the source that stays, and the stricter marking holds")
    func sources() throws {
        let engine = try withSources()
        try engine.run("merge s2 into s1")
        let quote = try #require(engine.session[Identifier(known: "c1")]?.quote)
        #expect(quote.source.text == "s1" && quote.position == 16..<22)
        #expect(
            record("s1", engine)?.contains(
                #""merged": ["s2 title=\"Seoul protests!\" author=Kim published=2024-10-23 derived=s1 tlp=green"]"#)
                == true)
        #expect(engine.session[Identifier(known: "s1")]?.references(.derived).map(\.text) == ["s0"])
        #expect(engine.session[Identifier(known: "s1")]?.text(.tlp) == "amber")
        #expect(try engine.run("check references quotes digests").hasPrefix("nothing found"))
    }

    @Test("a source without a text takes that of the other; another text is kept beside its own")
    func texts() throws {
        let engine = try TestEngine(setting: [
            "add source s1 \"a\"", "add source s2 \"b\" text=\"One. Two.\"", "add source s3 \"c\" text=\"Two. Three.\"",
            "add claim c1 \"c\" source=s3 quote=\"Two\"", "add claim c2 \"d\" source=s1 quote=\"One\"",
        ])
        #expect(try engine.run("merge s2 into s1").contains("  joined       text: its text\n"))
        #expect(engine.session[Identifier(known: "c2")]?.quote?.position == 0..<3)
        #expect(try engine.run("merge s3 into s1").contains("  kept beside  title: c; its other text\n"))
        #expect(engine.session[Identifier(known: "c1")]?.quote?.position == 5..<8)
        #expect(
            record("s1", engine)?.contains(#""merged": ["s2 title=b", "s3 title=c text=\"Two. Three.\""]"#) == true)
        #expect(try engine.run("check references quotes digests").hasPrefix("nothing found"))
    }

    @Test("several records are merged at once, and what was merged into one of them comes along")
    func several() throws {
        let engine = try TestEngine(setting: [
            "add entity a \"Alpha\"", "add entity b \"Beta\" country=a", "add entity c \"Gamma\" country=b",
            "add entity d \"Delta\"",
            "merge b into a", "merge a,c into d",
        ])
        #expect(
            record("d", engine)
                == #"{"id": "d", "name": "Delta", "alias": ["Alpha", "Beta", "Gamma"], "merged": ["b name=Beta country=a", "a name=Alpha alias=Beta", "c name=Gamma country=a"]}"#
        )
        #expect(engine.error("show b").contains("'b' was merged into 'd'"))
        #expect(engine.error("merge --undo b").contains("no longer exists\n"))
        try engine.run("merge --undo a")
        #expect(engine.session.records(of: .entity).map(\.id.text) == ["a", "c", "d"])
    }

    @Test("a merge is taken back after other work, across restarts, by the id of either record")
    func takenBack() throws {
        for reference in ["s1", "s2"] {
            let disk = MemoryDisk()
            let engine = try TestEngine(opening: "/work/a.json", on: disk)
            let alone = try TestEngine()
            let work = ["add note \"c\"", "set c1 grade=B2", "set s1 language=ko", "add claim \"on it\" source=s1"]
            for line in ["add source s0 \"Agency\""] + Self.sources {
                try engine.run(line)
                try alone.run(line)
            }
            try engine.run("merge s2 into s1")
            for line in work {
                try engine.run(line)
                try alone.run(line)
            }
            try engine.engine.close()
            let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
            #expect(try again.run("merge --undo \(reference)").hasPrefix("taken back: merge s2 into s1\ns2  source"))
            #expect(again.state == alone.state)
            #expect(again.error("merge --undo s1").contains("nothing was merged into 's1'"))
            try again.run("undo")
            #expect(again.session[Identifier(known: "s2")] == nil)
            try again.run("merge --undo \(reference)")
            #expect(again.state == alone.state)
        }
    }

    @Test("a quote that was given since moves back with its source")
    func quoteSince() throws {
        let engine = try withSources()
        try engine.run("set c1 quote=")
        try engine.run("merge s2 into s1")
        try engine.run("set c1 quote=\"arrived\"")
        try engine.run("merge --undo s2")
        #expect(engine.session[Identifier(known: "c1")]?.quote?.source.text == "s2")
        #expect(try engine.run("check references quotes digests").hasPrefix("nothing found"))
    }

    @Test("the script of a merged session makes the same session")
    func script() throws {
        for setting in [
            Self.entities + ["merge north-korea into dprk"], ["add source s0"] + Self.sources + ["merge s2 into s1"],
        ] {
            let engine = try TestEngine(setting: setting)
            let copy = try TestEngine(files: ["copy.dossier": try #require(engine.script)])
            try copy.replay("copy.dossier")
            #expect(copy.state == engine.state)
        }
    }

    @Test("the log finds merges, also of what does not exist now")
    func log() throws {
        let engine = try TestEngine(setting: Self.entities + ["merge north-korea into dprk"])
        #expect(try engine.run("show log verb=merge").contains("1 of 11 entries"))
        #expect(try engine.run("show changes north-korea limit 1").hasPrefix("north-korea  was merged into dprk\n"))
        #expect(try engine.run("show entities has:merged").contains("1 entity"))
    }

    @Test("what was merged into both stands once in the one that stays, and what was merged last stands last")
    func mergedOnce() throws {
        let engine = try TestEngine(setting: [
            "add entity a \"A\" merged='x name=X' merged='y name=Y'",
            "add entity b \"B\" merged='y name=Y' merged='z name=Z'",
            "merge b into a",
        ])
        let merged = engine.session[Identifier(known: "a")]?.texts(.merged)
        #expect(merged == ["x name=X", "y name=Y", "z name=Z", "b name=B"])
    }
}
