import Testing

@testable import DossierAnalysis
@testable import DossierCommands

@Suite("words by which other programs call our verbs") struct ForeignVerbTests {
    @Test("lead to a verb that there is, and none of them is one of ours")
    func table() throws {
        let verbs = Set(CommandTable.all.map { $0.definition.name })
        #expect(ForeignVerb.words.count > 80)
        for word in ForeignVerb.words {
            let own = try #require(ForeignVerb.own(word))
            #expect(verbs.contains(own) && !verbs.contains(word), "\(word) → \(own)")
        }
    }

    @Test(
        "are told with what to type",
        arguments: [
            ("exit", "quit"), ("\\q", "quit"), (":q", "quit"), ("?", "help"), ("delete e1", "drop"),
            ("list events", "show"), ("find Seoul", "show"), ("rename e1 x", "set"), (".exit", "quit"),
            ("SELECT * FROM events", "show"), ("DELETE", "drop"), ("\\?", "help"), ("rm e1", "drop"),
        ])
    func told(typed: String, own: String) throws {
        let error = try TestEngine().error(typed)
        #expect(error.hasPrefix("error: unknown verb '") && error.contains("did you mean '\(own)'?"), "\(error)")
    }
}
