import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierModel

@Suite("likely duplicates") struct DuplicatesTests {
    /// The pairs after commands, each as `first second: reason`.
    private func pairs(_ commands: [String]) throws -> [String] {
        Duplicates(of: Kind.listed, in: try TestEngine(setting: commands).session).pairs.map {
            "\($0.first) \($0.second): \($0.reason)"
        }
    }

    @Test(
        "names are the same but for what is named, and nothing else",
        arguments: [
            ("Kim Jong-un", "KIM JONG-UN", "case"), ("Doe, John", "John Doe", "punctuation and word order"),
            ("Łódź", "Lodz", "diacritics"), ("José Ñ", "jose n", "case and diacritics"),
            ("Straße", "STRASSE", "case"), ("Stra\u{AD}ße", "Straße", "invisible characters"),
            ("ＡＢＣ", "ABC", "width"), ("ﬁn", "fin", "width"), ("Γιώργος", "ΓΙΏΡΓΟΣ", "case"), ("ｶﾞｽ", "ガス", "width"),
            ("U.S. Army", "US Army", "punctuation"),
            ("Jong-un  Kim", "Kim Jong Un", "case, punctuation and word order"), ("a  b", "a b", "white space"),
            ("Путин Владимир", "владимир путин", "case and word order"), ("مُحَمَّد", "محمد", "diacritics"),
            ("caf\u{E9}", "cafe\u{301}", nil), ("조선", "조선", nil),
        ] as [(String, String, String?)])
    func alike(left: String, right: String, difference: String?) {
        #expect(NameFolding.key(of: left) == NameFolding.key(of: right))
        #expect(NameFolding.difference(left, right) == difference)
        #expect(NameFolding.difference(right, left) == difference)
    }

    @Test(
        "letters that make another word are kept apart",
        arguments: [
            ("か", "が"), ("북한", "북한군"), ("कु", "क"), ("C", "C++"), ("Kim Jong-un", "Kim Jong-il"), ("กิ", "กุ"),
            ("!!!", "???"), ("NIS", "NI S"),
        ])
    func unlike(left: String, right: String) {
        #expect(NameFolding.key(of: left) != NameFolding.key(of: right))
    }

    @Test("letters that are folded without being looked up have no case, no accents and no other form")
    func plain() {
        var count = 0
        for value in UInt32(0x80)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value), NameFolding.isPlain(scalar) else { continue }
            let properties = scalar.properties
            #expect(properties.canonicalCombiningClass == .notReordered && !properties.isWhitespace)
            #expect(properties.lowercaseMapping == String(Character(scalar)))
            #expect(properties.generalCategory == .otherLetter || properties.generalCategory == .unassigned)
            count += 1
        }
        #expect(count == 0x100 + 0x5200)
    }

    @Test("a name in other case, order and spacing is found again", arguments: 0..<40)
    func property(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let parts = ["Kim", "Łukasz", "García", "김정은", "Ｂｏｂ", "o'Neil", "Jean-Luc", "Иван", "가스"]
        let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        let name = words.joined(separator: " ")
        let other = words.shuffled(using: &random).map { Bool.random(using: &random) ? $0.uppercased() : $0 }
            .joined(separator: [" ", "  ", ", ", " - "].randomElement(using: &random) ?? " ")
        #expect(NameFolding.key(of: name) == NameFolding.key(of: other), "seed \(seed): \(name), \(other)")
        let found = try pairs(["add entity a name=\"\(name)\"", "add entity b name=\"\(other)\""])
        #expect(found.count == 1, "seed \(seed)")
    }

    @Test("an alias counts as a name does, and the reason says whose it is")
    func aliases() throws {
        #expect(
            try pairs([
                "add entity nis \"National Intelligence Service\" alias=NIS alias=국가정보원", "add entity b \"N.I.S.\"",
                "add entity c \"Another\" alias=국가정보원",
            ]) == [
                "nis b: the alias 'NIS' of one is the name of the other but for punctuation",
                "nis c: both have the alias '국가정보원'",
            ])
        #expect(try pairs(["add entity a \"NIS\" alias=nis alias=Nis"]) == [], "a record is no duplicate of itself")
    }

    @Test("entities of different types are proposed, and that is said; records of different kinds never are")
    func types() throws {
        #expect(
            try pairs(["add entity a \"Seoul\" type=place", "add entity b \"Seoul\" type=organization"]) == [
                "a b: same name, though one is of type place, the other organization"
            ])
        #expect(
            try pairs(["add entity a \"Seoul\"", "add event \"Seoul\"", "add claim \"Seoul\"", "add note Seoul"]) == [])
    }

    @Test(
        "an address is the same but for scheme, www, port, slash, fragment and what follows readers",
        arguments: [
            ("https://www.example.com/a/", "http://example.com/a", true),
            ("https://Example.COM/a#top", "https://example.com:443/a", true),
            ("https://example.com/a?utm_source=x&id=3&fbclid=9", "https://example.com/a?id=3", true),
            ("https://example.com/a?id=3", "https://example.com/a?id=4", false),
            ("https://example.com/A", "https://example.com/a", false),
            ("https://example.com/#!/a", "https://example.com/#!/b", false),
            ("https://example.com", "https://example.org", false),
        ])
    func addresses(left: String, right: String, isSame: Bool) throws {
        let found = try pairs(["add source s1 url=\"\(left)\"", "add source s2 url=\"\(right)\" published=2024"])
        #expect(found == (isSame ? ["s1 s2: same url"] : []))
    }

    @Test("sources of one text, or of one title, publisher and time, are proposed")
    func sources() throws {
        #expect(try pairs(["add source s1 -- same", "add source s2 -- same"]) == ["s1 s2: same text"])
        let daily = ["add source s1 \"Daily\" publisher=ISW published=2024-10-21"]
        #expect(
            try pairs(daily + ["add source s2 \"DAILY\" publisher=isw published=2024-10"]) == [
                "s1 s2: same title but for case"
            ])
        #expect(try pairs(daily + ["add source s2 \"Daily\" publisher=ISW published=2024-10-22"]) == [])
        #expect(try pairs(daily + ["add source s2 \"Daily\" publisher=BBC published=2024-10-21"]) == [])
    }

    @Test("events of one title are told apart by time, actors and places, where both give them")
    func events() throws {
        let event = "add event e1 \"Attack\" when=2024-10-21 actor=\"A\" place=\"X\""
        func with(_ other: String) throws -> Int { try pairs([event, "add event e2 \"attack\" " + other]).count }
        #expect(try with("when=2024-10") == 1)
        #expect(try with("when=2024-10-21 place=x") == 1)
        #expect(try with("") == 1)
        #expect(try with("when=2024-10-22") == 0)
        #expect(try with("when=2024-10-21 place=\"Y\"") == 0)
        #expect(try with("when=2024-10-21 actor=\"B\"") == 0)
    }

    @Test("claims of one speaker, notes of one text, and links of one sense are proposed")
    func others() throws {
        let setting = ["add entity a \"A\"", "add entity b \"B\""]
        #expect(
            try pairs(setting + ["add claim \"X\" speaker=a", "add claim \"x\" speaker=a"]) == [
                "c1 c2: same title but for case"
            ])
        #expect(try pairs(setting + ["add claim \"X\" speaker=a", "add claim \"X\" speaker=b"]) == [])
        #expect(
            try pairs(setting + ["annotate a -- why", "annotate a -- why", "annotate b -- why"]) == ["n1 n2: same text"]
        )
        #expect(
            try pairs(setting + ["link a allied-with b", "link b allied-with a"]) == ["l1 l2: same ends and relation"])
        #expect(try pairs(setting + ["link a leads b", "link b leads a", "link a represents b"]) == [])
    }

    @Test("what a link states to be the same, or different, is proposed no more")
    func decided() throws {
        let three = ["add entity a \"X\"", "add entity b \"x\"", "add entity c \"X.\""]
        #expect(try pairs(three) == ["a b: same name but for case", "a c: same name but for punctuation"])
        #expect(
            try pairs(three + ["link a different-from b", "link c different-from a"]) == [
                "b c: same name but for case and punctuation"
            ])
        #expect(try pairs(three + ["link b same-as a", "link a same-as c", "link c same-as b"]) == [])
    }

    @Test("many alike give as many pairs less one, each with the first")
    func many() throws {
        let found = try pairs((1...200).map { "add entity e-\($0) \"Kim\"" })
        #expect(found.count == 199 && found.allSatisfy { $0.hasPrefix("e-1 ") })
        let dated = (1...28).map { "add event \"Attack\" when=2024-02-\($0 < 10 ? "0" : "")\($0)" }
        #expect(try pairs(dated + dated.reversed()).count == 28)
    }

    @Test("the view changes nothing, takes a kind, a query and a limit, and _ is what it shows")
    func view() throws {
        let engine = try TestEngine(setting: [
            "add entity a \"Kim\"", "add entity b \"KIM\"", "add entity c \"Łee\"", "add entity d \"lee\"",
            "add source -- x",
            "add source -- x",
        ])
        let state = engine.state
        #expect(
            try engine.run("show duplicates entities") == """
                first  second  reason                                 titles
                ─────  ──────  ─────────────────────────────────────  ─────────
                a      b       same name but for case                 Kim / KIM
                c      d       same name but for case and diacritics  Łee / lee
                2 pairs; 'merge ID into ID' merges a pair, 'link ID different-from ID' keeps both

                """)
        #expect(try engine.run("show duplicates limit 1").contains("3 pairs, 1 shown"))
        #expect(try engine.run("show duplicates entities lee limit 9").contains("1 pair;"))
        #expect(try engine.run("show duplicates events") == "no duplicates\n")
        #expect(
            try engine.json("show duplicates sources").text
                == #"[{"kind": "source", "first": "s1", "second": "s2", "reasons": ["same text"]}]"#)
        #expect(try engine.run("show duplicates entities as csv").hasPrefix("first,second,reason,titles\na,b,"))
        #expect(engine.state == state)
        try engine.run("show duplicates sources")
        #expect(try engine.run("show _ ").contains("s2"))
    }

    @Test("a session that is opened has the duplicates that it had when it was made")
    func opened() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in ["add entity a \"Kim\"", "save", "add entity b \"KIM\""] { try engine.run(command) }
        let answer = try engine.run("show duplicates")
        try engine.run("save")
        try engine.engine.close()
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(try again.run("show duplicates") == answer)
    }
}
