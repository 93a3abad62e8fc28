import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

/// What is offered first, by what fits the place. A `|` marks the cursor in the text.
@Suite("completion by fit") struct FittingCompletionTests {
    private static let setting = [
        #"add source s1 "Report" publisher="Korea Herald" -- words"#,
        "add source s2 publisher=Yonhap -- more", "add source s3 publisher=Yonhap -- more",
        #"add entity sergei "Sergei" type=person"#, #"add entity dos "State Department" type=organization"#,
        #"add entity serbia "Serbia" type=country"#, #"add entity se-river "Se River" type=river"#,
        #"add entity seoul "Seoul" type=place"#, #"add event summons 2024-10-21 "Summons" actor=seoul,dos"#,
        #"add claim c-pact "The status of the pact" about=summons"#, "add note h1 type=hypothesis -- It was a ruse",
    ]

    private func candidates(_ marked: String) throws -> [String] {
        let engine = try TestEngine(setting: Self.setting)
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let completer = engine.engine.completer { typed in
            ["a.txt", "b.csv", "c.dossier", "d.json", "e.md", "f.jsonl", "g/"].filter { $0.hasPrefix(typed) }
        }
        return completer.complete(parts.joined(), at: parts[0].utf8.count).candidates.map(\.text)
    }

    @Test(
        "a word of the language that begins with what was typed leaves out names, and words inside names",
        arguments: [
            ("set summons stat|", ["status="]), ("set summons st|", ["status="]), ("set summons pac|", ["c-pact"]),
            ("set summons ser|", ["serbia", "sergei"]), ("link summons state|", []),
        ])
    func wordsFirst(marked: String, expected: [String]) throws {
        #expect(try candidates(marked).sorted() == expected)
    }

    @Test(
        "entities of the types that fit a field or a relation come first, places alone where there are some",
        arguments: [
            ("add event place=|", ["seoul", "serbia", "se-river"]), ("add event place=serg|", ["sergei"]),
            ("add event place=seo|", ["seoul"]), ("add entity country=|", ["serbia", "se-river"]),
            ("add event actor=se|", ["sergei", "serbia", "se-river", "seoul"]),
            ("show events place:|", ["seoul", "serbia", "se-river"]),
            ("import csv b.csv kind=event place=se|", ["seoul", "serbia", "se-river"]),
            ("link sergei member-of |", ["dos", "serbia", "se-river", "seoul"]),
            ("link summons located-in |", ["seoul", "serbia", "se-river"]),
            ("link seoul location-of |", ["sergei", "dos", "serbia", "se-river", "summons"]),
        ])
    func types(marked: String, expected: [String]) throws {
        #expect(try candidates(marked) == expected)
    }

    @Test(
        "what may stand as a value follows the records that are named",
        arguments: [
            ("set sergei,seoul type=pl|", ["place"]), ("set (events) type=sta|", ["statement"]),
            ("set _ type=hyp|", ["hypothesis"]), ("set \"State Department\" type=un|", ["unit"]),
            ("set summons actor-=|", ["seoul", "dos"]), ("set summons tags-=|", []),
            ("link sergei mem|", ["member-of"]), ("link sergei supp|", []),
            ("link summons supp|", ["supports", "supported-by"]), ("link s1 derived-from |", ["s2", "s3", "c-pact"]),
            ("link summons causes |", []),
            (
                "link summons causes-nothing s|",
                ["s1", "s2", "s3", "sergei", "dos", "serbia", "se-river", "seoul", "summons"]
            ),
            ("link s1 supports s|", ["summons"]),
            ("merge sergei into s|", ["dos", "serbia", "se-river", "seoul"]),
            ("edit sergei na|", ["name"]), ("edit summons na|", []), ("show matrix h|", ["h1"]),
        ])
    func following(marked: String, expected: [String]) throws {
        #expect(try candidates(marked) == expected)
    }

    @Test(
        "words that recur in a field, fields of queries, and settings are offered",
        arguments: [
            ("add source publisher=|", ["Yonhap", "\"Korea Herald\""]),
            ("add source publisher=kor|", ["\"Korea Herald\""]), ("add source publisher=\"Y|", ["\"Yonhap\""]),
            ("show events with title,wh|", ["title,when"]), ("show events by -wh|", ["when"]),
            ("show events has:not|", ["notes"]), ("show events during:|", ["summons", "c-pact"]),
            ("show events equals:su|", ["summons"]), ("open d.json trust=s|", ["state"]),
            ("export csv events ra|", ["raw="]), ("import session d.json |", ["prefix="]),
        ])
    func others(marked: String, expected: [String]) throws {
        #expect(try candidates(marked) == expected)
    }

    @Test(
        "files come first whose names end as those do that are meant",
        arguments: [
            ("open |", "d.json"), ("save |", "d.json"), ("replay |", "c.dossier"), ("record |", "c.dossier"),
            ("import csv |", "b.csv"), ("import jsonl |", "f.jsonl"), ("import session |", "d.json"),
            ("export markdown events to |", "e.md"),
        ])
    func files(marked: String, first: String) throws {
        let found = try candidates(marked)
        #expect(found.first == first && found.contains("a.txt") && found.contains("g/"))
    }
}
