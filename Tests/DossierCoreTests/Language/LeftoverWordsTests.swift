import Testing

@testable import DossierCore

@Suite("words of a query that stand in no record") struct LeftoverWordsTests {
    private func notebook() throws(Diagnostic) -> TestNotebook {
        try TestNotebook(setting: [
            #"add event a 2023 "Dam breach" status=reported #flood"#, #"add event b 2024 "Repair" status=expected"#,
            #"add source s1 "Report" -- Where the water went."#,
        ])
    }

    @Test(
        "are named, with what is typed for what was meant",
        arguments: [
            ("events where status=reported", "'where' stands in no event; terms that stand side by side must all hold"),
            ("events water", "'water' stands in no event, but in sources"),
            ("events that status=reported", "'that' stands in no record; terms that stand side by side"),
            ("events order by when", "'order' stands in no record; 'by when' sorts the rows"),
            ("claims sorted by said", "'sorted' stands in no record; 'by said' sorts"),
            ("events without actor", "'without' stands in no record; '-has:actor' finds"),
            ("events after 2023", "'after' stands in no record; 'after:2023' finds"),
            ("events since yesterday", "'since' stands in no record; 'after:2023' finds"),
            ("events not #flood", "'not' stands in no record; '-' turns a term round: '-#flood'"),
            ("events a,b", "'a,b' stands in no record; 'id:a,b' finds"),
            ("events a,zz", "'a,zz' stands in no record\n"),
            ("events actor nobody", "'actor' stands in no record; 'actor:VALUE' asks"),
            ("events top 5", "'top' stands in no record; 'limit 5' shows"),
            ("events zzz", "'zzz' stands in no record\n"),
            ("events breach or zzz", "'zzz' stands in no record"), ("events -zzz", "'zzz' stands in no record"),
            ("timeline events where", "'where' stands in no event"),
            ("conflicts claims zzz", "'zzz' stands in no record"),
        ])
    func named(query: String, remark: String) throws {
        let answer = try notebook().run("show " + query)
        #expect(answer.contains(remark), "\(answer)")
    }

    @Test(
        "words that stand in a record, and texts in quotation marks, are not",
        arguments: [
            "events breach", "events breach repair", "events \"zzz\"", "sources where", "events #nothing", "events a",
        ])
    func silent(query: String) throws {
        #expect(try !notebook().run("show " + query).contains("stands in no"))
    }

    @Test("a word that an advice takes up is not named again")
    func once() throws {
        let answer = try notebook().run("show events without actor")
        #expect(answer == "no events\n'without' stands in no record; '-has:actor' finds records without it\n")
    }

    @Test("every term that is advised can be typed")
    func advice() throws {
        for word in [
            "order", "desc", "group", "top", "without", "has", "after", "before", "during", "a,b",
            "select", "not", "tagged",
        ] {
            let notebook = try notebook()
            let answer = try notebook.run("show events \(word)")
            let quoted = answer.split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }.dropFirst()
            #expect(!quoted.isEmpty, "\(word): \(answer)")
            for term in quoted where term != "-" {
                #expect(throws: Never.self, "\(word): \(term)") { try notebook.run("show events \(term)") }
            }
        }
    }

    @Test("are told where a reference finds nothing, beside an answer for programs, and in an export")
    func elsewhere() throws {
        let notebook = try notebook()
        #expect(notebook.error("set (events zzz) status=confirmed").contains("'zzz' stands in no record"))
        #expect(try notebook.json("show events zzz") == [])
    }
}
