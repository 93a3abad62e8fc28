import Recording
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierOutput

/// An example, with the name of what it is an example of.
struct OwnedExample: Sendable, CustomTestStringConvertible {
    let owner: String
    let example: Example

    /// All that has examples.
    static let owners: [(name: String, examples: [Example])] =
        CommandTable.all.map { ($0.name, $0.definition.examples) }
        + ViewTable.all.map { ("show " + $0.name, $0.definition.examples) }
        + ExporterTable.all.map { ("export " + $0.name, $0.definition.examples) }
        + ImporterTable.all.map { ("import " + $0.name, $0.definition.examples) }

    static let all = owners.flatMap { owner in
        owner.examples.map { OwnedExample(owner: owner.name, example: $0) }
    }

    var testDescription: String { "\(owner): \(example.command)" }
}

extension Example {
    /// Expects the command to have been answered as the example says.
    func expectAnswer(
        _ text: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
        column: Int = #column
    ) {
        let lines = TextLines.of(text.replacing("/work/", with: "…/")).joined(separator: "\n")
        expectRecorded(
            lines, literal: answer, label: "answer", of: "Example", with: command, fileID: fileID, filePath: filePath,
            line: line, column: column)
    }
}

extension TestEngine {
    /// The session of an example, with its file beside it, just before its command.
    init(for example: Example, recording: String? = nil) throws(Diagnostic) {
        try self.init(files: example.file.map { [$0.name: $0.text] } ?? [:], setting: Example.setting)
        engine.shell = StubShell(entries: ["link e1 supports c1"]) { text in
            text.isEmpty ? "They came by ship." : text + " by ship"
        }
        if let recording { try run("record " + recording) }
        for command in example.preparation { try run(command) }
    }
}
