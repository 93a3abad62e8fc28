import Testing

@testable import DossierAnalysis
@testable import DossierModel

/// A rule is given records with no more than the fields that it names.
@Suite("the fields that rules read") struct CheckFieldsTests {
    /// What a rule finds in a session whose records have all their fields, or only those that it names.
    private func findings(_ rule: any Check.Type, _ session: Session, named: Bool) -> [String] {
        var running = rule.init(CheckScope(session))
        var found: [Finding] = []
        for record in session.records where rule.definition.kinds.contains(record.kind) {
            var shown = record
            if named {
                shown = Record(record.kind, record.id)
                for entry in record.entries where rule.definition.fields.contains(entry.name) {
                    shown.append(entry.name, entry.content)
                }
            }
            found += running.findings(of: shown)
        }
        found += running.findings()
        return found.map { "\($0.record) \($0.others.map(\.text)): \($0.text)" }
    }

    @Test("a rule finds the same in records that lack what it does not name", arguments: Seeds.few)
    func named(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(120)
        for rule in CheckTable.all {
            let all = findings(rule, filled.engine.session, named: false)
            #expect(
                findings(rule, filled.engine.session, named: true) == all, "\(rule.definition.name), seed \(seed)")
        }
    }

    @Test("the example of each rule is found by the fields that it names", arguments: CheckExampleTests.names)
    func examples(name: String) throws {
        let rule = try #require(CheckTable.check(named: name))
        guard case .commands(let commands) = rule.definition.example.setting else { return }
        let session = try TestEngine(setting: commands).session
        #expect(findings(rule, session, named: true).count == rule.definition.example.findings.count)
        #expect(findings(rule, session, named: true) == findings(rule, session, named: false))
    }

    @Test("the digest of a file whose text is not kept is no finding, by the fields that the rule names")
    func digestAlone() throws {
        let engine = try TestEngine(setting: [
            "add source s1 \"Rows\" file=\"rows.csv\" text= sha256=\(Digest.of("rows"))"
        ])
        #expect(findings(DigestsCheck.self, engine.session, named: true) == [])
        #expect(findings(DigestsCheck.self, engine.session, named: false) == [])
    }

    @Test("rules that go their own way through a large session find what they find in a small one")
    func large() throws {
        let events = (1...5_000).map { "add event \"Event \($0 / 2)\"" }
        let engine = try TestEngine(setting: events + ["add entity nis \"NIS\"", "add entity b \"nis\""])
        func lines(_ command: String) throws -> [Substring] {
            try engine.run(command).split(separator: "\n").dropLast()
        }
        let alone = [try lines("check duplicates"), try lines("check unused")]
        #expect(try lines("check duplicates unused") == alone[0] + alone[1])
        #expect(alone[0].count == 2_500 && alone[1].count == 2)
    }
}
