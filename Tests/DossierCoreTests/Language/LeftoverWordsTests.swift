import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("words of a query that stand in no record") struct LeftoverWordsTests {
    private func engine() throws(Diagnostic) -> TestEngine {
        try TestEngine(setting: [
            #"add event a 2023 "Dam breach" status=reported #flood"#, #"add event b 2024 "Repair" status=expected"#,
            #"add source s1 "Report" -- Where the water went."#,
        ])
    }

    @Test(
        "are named, with what is typed for what was meant",
        arguments: [
            ("events where status=reported", "'where' does not occur in any event; terms side by side must all match"),
            ("events water", "'water' does not occur in any event, but does in sources"),
            ("events that status=reported", "'that' does not occur in any record; terms side by side"),
            ("events order by when", "'order' does not occur in any record; 'by when' sorts the rows"),
            ("claims sorted by said", "'sorted' does not occur in any record; 'by said' sorts"),
            ("events without actor", "'without' does not occur in any record; '-has:actor' finds"),
            ("events after 2023", "'after' does not occur in any record; 'after:2023' finds"),
            ("events since yesterday", "'since' does not occur in any record; 'after:2023' finds"),
            ("events not #flood", "'not' does not occur in any record; '-' negates a term: '-#flood'"),
            ("events a,b", "'a,b' does not occur in any record; 'id:a,b' finds"),
            ("events a,zz", "'a,zz' does not occur in any record\n"),
            ("events actor nobody", "'actor' does not occur in any record; 'actor:VALUE' asks"),
            ("events top 5", "'top' does not occur in any record; 'limit 5' limits"),
            ("events zzz", "'zzz' does not occur in any record\n"),
            ("events breach or zzz", "'zzz' does not occur in any record"),
            ("events -zzz", "'zzz' does not occur in any record"),
            ("timeline events where", "'where' does not occur in any event"),
            ("conflicts claims zzz", "'zzz' does not occur in any record"),
        ])
    func named(query: String, remark: String) throws {
        let answer = try engine().run("show " + query)
        #expect(answer.contains(remark), "\(answer)")
    }

    @Test(
        "words that stand in a record, and texts in quotation marks, are not",
        arguments: [
            "events breach", "events breach repair", "events \"zzz\"", "sources where", "events #nothing", "events a",
        ])
    func silent(query: String) throws {
        #expect(try !engine().run("show " + query).contains("does not occur in any"))
    }

    @Test("a word that an advice takes up is not named again")
    func once() throws {
        let answer = try engine().run("show events without actor")
        #expect(answer == "no events\n'without' does not occur in any record; '-has:actor' finds records without it\n")
    }

    @Test("every term that is advised can be typed")
    func advice() throws {
        for word in [
            "order", "desc", "group", "top", "without", "has", "after", "before", "during", "a,b",
            "select", "not", "tagged",
        ] {
            let engine = try engine()
            let answer = try engine.run("show events \(word)")
            let quoted = answer.split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }.dropFirst()
            #expect(!quoted.isEmpty, "\(word): \(answer)")
            for term in quoted where term != "-" {
                #expect(throws: Never.self, "\(word): \(term)") { try engine.run("show events \(term)") }
            }
        }
    }

    @Test("are told where a reference finds nothing, beside an answer for programs, and in an export")
    func elsewhere() throws {
        let engine = try engine()
        #expect(engine.error("set (events zzz) status=confirmed").contains("'zzz' does not occur in any record"))
        #expect(try engine.json("show events zzz") == [])
    }
}
