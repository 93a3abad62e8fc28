import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierText

@Suite struct CommandTableTests {
    @Test("every example of a verb, a view and a format runs, and answers what it says", arguments: OwnedExample.all)
    func examples(owned: OwnedExample) throws {
        let example = owned.example
        try example.expectAnswer(TestEngine(for: example).run(example.command))
        let json = try TestEngine(for: example).json(example.command)
        #expect(throws: Never.self) { try JSONReader.read(json.text, duplicateKeys: .refused) }
    }

    @Test("every verb, view and format of text has an example", arguments: OwnedExample.owners)
    func haveExamples(name: String, examples: [Example]) {
        // The file of an example is text, and a workbook is not.
        #expect(examples.isEmpty == (name == "import xlsx"), "\(name)")
    }

    @Test("every verb has a sentence and a name of its own, and every argument says what it is")
    func definitionsAreWhole() {
        let definitions = CommandTable.all.map { $0.definition }
        #expect(Set(definitions.map(\.name)).count == definitions.count)
        for definition in definitions {
            #expect(definition.summary.hasSuffix("."), "\(definition.name)")
            for argument in definition.signature.arguments { #expect(!argument.summary.isEmpty, "\(definition.name)") }
            for option in definition.signature.options { #expect(!option.summary.isEmpty, "\(definition.name)") }
        }
    }

    @Test("every kind has a sentence, and every field of it says what it holds")
    func kindsAreWhole() {
        for kind in Kind.allCases {
            #expect(!kind.definition.summary.isEmpty)
            for field in kind.definition.fields { #expect(!field.summary.isEmpty, "\(kind) \(field.name)") }
        }
    }

    @Test("a name that a verb and a view share has one page, which tells both")
    func sharedName() throws {
        let page = try TestEngine().run("help log")
        #expect(page.contains("log verify [HASH]") && page.contains("show log [REF]…") && page.contains("groups="))
        #expect(HelpTopics.names.count { $0 == "log" } == 1)
    }

    @Test("the page of a name tells all that has it: a kind, a view and a format")
    func manyOfOneName() throws {
        let page = try TestEngine().run("help session")
        for part in ["relation", "show session", "import session"] { #expect(page.contains(part), "\(part)") }
        #expect(HelpTopics.names.count { $0 == "session" } == 1)
    }

    @Test("the page of a format shows its examples: the file that is read, the command, and what is made")
    func formats() throws {
        let page = try TestEngine().run("help csv")
        for definition in [CSVExporter.definition.examples, CSVImporter.definition.examples].joined() {
            #expect(page.contains("\n\(definition.command)\n"))
            for line in TextLines.of(definition.answer) { #expect(page.contains("    \(line)\n")) }
            for line in TextLines.of(definition.file?.text ?? "") { #expect(page.contains("#   \(line)\n")) }
        }
    }

    @Test(
        "the opening help names every verb and topic, and leaves room for a prompt on a screen of 24 rows of 80 columns"
    )
    func openingHelp() throws {
        let text = Renderer(width: 80, palette: Palette(isColoured: false)).text(of: HelpTopics.overview)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 23)
        #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 80 })
        let words = Set(text.split { ", \n'".contains($0) }.map(String.init))
        for name in CommandTable.all.map({ $0.name }) + HelpTopics.pages.map(\.name) {
            #expect(words.contains(name), "\(name)")
        }
    }

    @Test("every topic that help names has a page")
    func helpHasPages() throws {
        let engine = try TestEngine()
        for topic in HelpTopics.names { #expect(try !engine.run("help \(topic)").isEmpty, "\(topic)") }
    }
}
