import Testing

@testable import DossierLanguage
@testable import DossierModel

/// Words of one's own that nearly are words of an open vocabulary.
@Suite("near misses of usual words") struct NearMissTests {
    private let engine: TestEngine

    init() throws {
        engine = try TestEngine(setting: [
            #"add entity nis "NIS" type=vesel"#, #"add event e1 "A raid" type=raid"#, #"add claim c1 "No" about=e1"#,
        ])
    }

    private func notices(_ command: String) throws -> [String] {
        var notices: [String] = []
        try engine.engine.run(SourceText(command)) { notices += $0.notices }
        return notices
    }

    @Test(
        "a word that nearly is a usual one is taken as it is, and a notice asks what was meant",
        arguments: [
            ("set c1 stance=denyed", "'denyed' is not one of the usual stances; did you mean 'denies'?"),
            ("add claim \"x\" stance=assert", "'assert' is not one of the usual stances; did you mean 'asserts'?"),
            ("add entity \"y\" type=persn", "'persn' is not one of the usual entity types; did you mean 'person'?"),
            ("set c1 id=c9 stance=denyed", "'denyed' is not one of the usual stances; did you mean 'denies'?"),
        ])
    func notice(command: String, notice: String) throws {
        #expect(try notices(command) == [notice])
    }

    @Test("the stored word is the one that was typed")
    func stored() throws {
        _ = try notices("set c1 stance=denyed")
        #expect(try engine.found("claims stance=denyed") == "c1")
    }

    @Test(
        "a usual word, one like none, and one that a record holds already are taken without a word",
        arguments: [
            "set c1 stance=denies", "set c1 stance=applauds", "add entity \"z\" type=vesel",
            "add event \"b\" type=raid",
            "set c1 stance=", "set c1 stance=DENIES",
        ])
    func silent(command: String) throws { #expect(try notices(command) == []) }
}
