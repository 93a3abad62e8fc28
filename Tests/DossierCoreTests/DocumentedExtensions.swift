import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

/// `tally`: counts the records.
package struct TallyCommand: Command {
    package static let name = "tally"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Counts the records of the session.", Signature(), isQuestion: true,
        examples: [Example("all records", "tally", answer: "8 records")])

    /// Nothing may follow.
    package init(_ call: Call) {}

    /// Counts.
    package func evaluate(in context: Context) -> Outcome {
        let count = context.session.count
        return Outcome(answer: .line(StyledText("\(count) records"), json: .number(JSONNumber(count))))
    }
}

/// Every event has a title.
package struct UntitledCheck: Check {
    package static let name = "untitled"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .hint, of: [.event], reading: [.title], "every event has a title",
        example: CheckExample(
            .commands(["add event e1 2024-10-21"]), finds: ["e1  it has no title: 'set e1 title=\"…\"'"],
            remedy: ["set e1 title=\"Talks\""]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Looks at an event.
    package mutating func findings(of event: Record) -> [Finding] {
        event.text(.title) == nil ? [Finding(event.id, "it has no title: 'set \(event.id) title=\"…\"'")] : []
    }
}

/// The ids of the records, one a line.
package struct ListExporter: Exporter {
    private let request: ExportRequest

    package static let name = "list"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "the ids of the records, one a line",
        examples: [Example("the events", "export list events", answer: "e1\ne2")])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes the ids; whatever else a record holds is lost.
    package func export() -> Exported {
        var losses = LossReport()
        for record in request.records { losses.loseAll(of: record, but: []) }
        return Exported(.text(request.records.map { "\($0.id)\n" }.joined()), losses: losses)
    }
}

@Suite("the extensions that the documentation shows") struct DocumentedExtensionTests {
    @Test("the verb answers what its example says")
    func verb() throws {
        let engine = try TestEngine(setting: Example.setting)
        let call = try CallParser(name: "tally", signature: TallyCommand.definition.signature).parse(tokens("tally"))
        let outcome = TallyCommand(call).evaluate(in: engine.context)
        let text = Renderer(palette: Palette(isColoured: false)).text(of: outcome.answer)
        #expect(text == TallyCommand.definition.examples.map(\.answer).joined() + "\n")
    }

    @Test("the rule finds what its example says, and nothing after what helps")
    func rule() throws {
        guard case .commands(let commands) = UntitledCheck.definition.example.setting else { return }
        let engine = try TestEngine(setting: commands)
        #expect(findings(in: engine.session) == UntitledCheck.definition.example.findings)
        for command in UntitledCheck.definition.example.remedy { try engine.run(command) }
        #expect(findings(in: engine.session) == [])
    }

    @Test("the exporter writes the ids")
    func exporter() throws {
        let session = try TestEngine(setting: Example.setting).session
        let request = ExportRequest(
            session: session, content: .session(Array(session.records(of: .event))), settings: [])
        let made = ListExporter(request).export()
        guard case .text(let text) = made.content else {
            Issue.record("the exporter makes a text")
            return
        }
        #expect(text == ListExporter.definition.examples.map { $0.answer + "\n" }.joined())
        #expect(made.losses.lines.contains("lost: title of 2 events (e1, e2)"))
    }

    private func findings(in session: Session) -> [String] {
        var check = UntitledCheck(CheckScope(session))
        return session.records(of: .event).flatMap { check.findings(of: $0) }.map { "\($0.record)  \($0.text)" }
    }

    private func tokens(_ line: String) throws -> Tokens {
        var lexer = Lexer(SourceText(line))
        return try #require(try lexer.nextCommand())
    }
}
