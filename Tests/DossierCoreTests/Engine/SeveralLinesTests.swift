import Testing

@testable import DossierEngine
@testable import DossierLanguage

@Suite("several lines that are typed or pasted together") struct SeveralLinesTests {
    @Test(
        "the error of a command says how many of the lines after it did not run",
        arguments: [
            ("show evnts", nil), ("show evnts\n\n# a remark\n", nil),
            ("add note \"a\"\nshow evnts\nadd note b\n", "the line after it did not run"),
            ("show evnts\nadd note a\n# a remark\n\n  add note b", "the 2 lines after it did not run"),
            ("add note \"a\nadd note b", "the line after it did not run"),
            ("add note \\u{0}\nadd note b", "the line after it did not run"),
        ] as [(String, String?)])
    func rest(text: String, note: String?) throws {
        let engine = try TestEngine()
        let error = engine.failure(text)
        #expect(error != nil && error?.notes.first { $0.contains("did not run") } == note, "\(error?.notes ?? [])")
    }

    @Test(
        "a kind or a view that is typed as a verb is shown",
        arguments: [
            ("events", "show events"), ("claim", "show claims"), ("timeline", "show timeline"),
            ("conflicts", "show conflicts"), ("delete", "drop"),
        ])
    func nouns(typed: String, suggestion: String) throws {
        #expect(try TestEngine().failure(typed)?.suggestion == suggestion)
    }
}
