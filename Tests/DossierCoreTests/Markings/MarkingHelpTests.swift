import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierModel

@Suite("the rules of markings in the help") struct MarkingHelpTests {
    @Test("each rule of the page has the outcome that it states", arguments: MarkingHelp.rules.map(\.text))
    func rules(text: String) throws {
        let rule = try #require(MarkingHelp.rules.first { $0.text == text })
        let engine = try TestEngine(setting: rule.commands)
        let session = engine.session
        let released = Release(of: session, upTo: .green).session
        let header = session.header.entries.isEmpty ? [] : [session.header]
        let outcomes = (header + session.records).map { record in
            "\(record.id): " + outcome(of: record, released[record.id])
        }
        #expect(outcomes.joined(separator: "; ") == rule.outcome)
        let shown = try engine.run("export json tlp=green")
        for record in session.records {
            let isShown = shown.contains("\"id\": \"\(record.id)\"")
            #expect(isShown == (released[record.id] != nil), "\(record.id)")
        }
        let page = try TestEngine().run("help markings")
        #expect(page.contains(rule.text) && page.contains(rule.outcome))
        for command in rule.commands { #expect(page.contains(command)) }
    }

    private func outcome(of record: Record, _ released: Record?) -> String {
        guard let released, !released.entries.isEmpty else { return "held back" }
        let changed = record.entries.filter { !released.entries.contains($0) }.map(\.name.text)
        return changed.isEmpty ? "whole" : "without " + changed.joined(separator: ", ")
    }
}
