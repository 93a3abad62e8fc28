import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierTime

@Suite("ids") struct IdentifierTests {
    @Test(
        "a name gives a slug: lower case, words joined by hyphens, letters of every script",
        arguments: [
            ("Kim Jong-un", "kim-jong-un"), ("National Intelligence Service", "national-intelligence-service"),
            ("조선민주주의인민공화국", "조선민주주의인민공화국"),
            ("Russia's Far East", "russias-far-east"), ("U.S.A.", "usa"), ("  a  --  b  ", "a-b"),
            ("1st Army", "n-1st-army"), ("Łódź", "łódź"),
            ("event", "event-2"), ("Session", "session-2"), ("!!!", nil), ("", nil), ("東京 2020", "東京-2020"),
            ("Kim/Lee", "kim-lee"),
        ] as [(String, String?)])
    func slugs(name: String, slug: String?) {
        #expect(Identifier.slug(of: name)?.text == slug)
    }

    @Test("a slug is an id, whatever the name", arguments: [UInt64(1), 2, 3])
    func slugsAreIds(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let letters = Array("aB1 -_.'!é한ǅ٣½\u{301}\u{200D}🇰🇵(e)#\"\\\t".unicodeScalars)
        for _ in 0..<500 {
            var name = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                name.append(letters.randomElement(using: &generator) ?? "a")
            }
            guard let slug = Identifier.slug(of: String(name)) else { continue }
            #expect(
                (try? Identifier(slug.text)) == slug,
                "\(String(name).debugDescription) → \(slug.text.debugDescription), seed \(seed)")
        }
    }

    @Test(
        "an id must begin with a letter and holds letters, digits, marks, hyphens, underscores and points",
        arguments: ["e1", "h-tech", "a_b.c", "북한", "é", "e\u{301}"])
    func allowed(text: String) throws {
        #expect(try Identifier(text).text == text)
    }

    @Test(
        "what is no id is refused",
        arguments: [
            "", "1a", "-a", "a b", "a..b", "a,b", "a/b", "a#", "_", "%3", "session", "events", "by", "or", "a🇰🇵",
            "graph",
        ])
    func refused(text: String) {
        #expect(throws: ValueError.self) { try Identifier(text) }
    }

    @Test("ids that the session gives are told by letter and number")
    func given() {
        #expect(Identifier(known: "e12").given?.kind == .event && Identifier(known: "e12").given?.number == 12)
        let kinds = ["s1", "c1", "n1", "l1"].map { Identifier(known: $0).given?.kind }
        #expect(kinds == [.source, .claim, .note, .link])
        for text in ["e", "e01", "e0", "e1a", "x1", "nis", "e99999999999999"] {
            #expect(Identifier(known: text).given == nil, "\(text)")
        }
    }

    @Test("a view cannot be hidden behind an id: every word that show takes is reserved")
    func reserved() {
        for name in ViewTable.all.map({ $0.definition.name }) + Kind.allCases.map(\.rawValue)
            + Kind.listed.map(\.plural)
        {
            #expect(throws: ValueError.self, "\(name)") { try Identifier(name) }
        }
    }

    @Test("numbers go on after the highest that is not free, and names that are taken get a number")
    func numbering() throws {
        let engine = try TestEngine()
        #expect(try engine.run("add event \"A\"").hasPrefix("e1 "))
        #expect(try engine.run("add event e7 \"B\"").hasPrefix("e7 "))
        #expect(try engine.run("add event \"C\"").hasPrefix("e8 "))
        try engine.run("drop e8")
        #expect(try engine.run("add event \"D\"").hasPrefix("e9 "))
        try engine.run("undo")
        #expect(try engine.run("add event \"E\"").hasPrefix("e9 "))
        #expect(engine.failure("add event e8 \"F\"")?.code == .identifierTaken)
        #expect(engine.failure("add event e7 \"F\"")?.code == .identifierTaken)
        // A lower number that no record ever had is free.
        #expect(try engine.run("add event e3 \"F\"").hasPrefix("e3 "))
        #expect(try engine.run("add event \"G\"").hasPrefix("e10 "))
        #expect(try engine.run("add entity \"Kim\"").hasPrefix("kim "))
        #expect(try engine.run("add entity \"Kim\"").hasPrefix("kim-2 "))
        #expect(try engine.run("add entity \"???\"").hasPrefix("unnamed "))
        #expect(try engine.run("add entity \"e4\"").hasPrefix("e4-2 "))
        #expect(try engine.run("add event id=summons \"G\"").hasPrefix("summons "))
    }
}
