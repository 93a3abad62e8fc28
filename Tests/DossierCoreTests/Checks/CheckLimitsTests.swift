import Testing

@testable import DossierEngine

@Suite("where findings of rules begin and end") struct CheckLimitsTests {
    private func findings(_ setting: [String], _ rule: String) throws -> String {
        try TestEngine(setting: setting).run("check \(rule)")
    }

    @Test("the source that was published last is named, of two on one day the first")
    func publication() throws {
        let setting = [
            "add source s1 \"A\" published=2024-10-22 -- a", "add source s2 \"B\" published=2024-10-22 -- b",
            "add event e1 2024-10-29 \"Talks\" status=reported source=s1,s2",
        ]
        let found = try findings(setting, "publication")
        #expect(found.contains("after s1 was published") && !found.contains("after s2"), "\(found)")
        let later = try findings(setting + ["set s2 published=2024-10-23"], "publication")
        #expect(later.contains("after s2 was published"), "\(later)")
    }

    @Test("a record is marked too strictly only where each of its sources has a label")
    func overmarked() throws {
        let first = ["add source s1 \"A\" tlp=green -- a", "add source s2 \"B\" -- b"]
        let event = "add event e1 2024-10-29 \"Talks\" source=s1,s2 tlp=red"
        #expect(try findings(first + ["set s2 tlp=amber", event], "overmarked").contains("marked amber at most"))
        #expect(try !findings(first + [event], "overmarked").contains("e1"))
    }
}
