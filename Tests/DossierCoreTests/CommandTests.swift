import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierText

@Suite struct CommandTableTests {
    @Test("every example of every verb and view runs, and answers what it says it answers")
    func examplesRun() throws {
        for definition in CommandTable.all.map({ $0.definition }) {
            for example in definition.examples { try check(example, of: definition.name) }
        }
        for definition in ViewTable.all.map({ $0.definition }) {
            for example in definition.examples { try check(example, of: definition.name) }
        }
    }

    private func check(_ example: Example, of name: String) throws {
        let files = [
            "report.dossier": "add event 2024-10-21 \"Seoul summons the ambassador\"\n",
            "battles.csv": "town,day,killed,side\nKursk,20241021,40,north\nSudzha,2024-10-22,~15,south\n",
            "events.csv": "id,title,when,earliest,latest,actor\n"
                + "e9,Talks,2024-10,2024-10-01,2024-10-31,nis; north-korea\n",
        ]
        let notebook = try TestNotebook(files: files, setting: Example.setting)
        let shell = StubShell(entries: ["link e1 supports c1"])
        notebook.notebook.shell = shell
        if example.command == "redo" { try notebook.run("undo") }
        let answer = try notebook.run(example.command)
        if let expected = example.answer {
            #expect(answer == expected + "\n", "\(name): \(example.command)")
        } else {
            #expect(!answer.isEmpty || example.command == "quit", "\(name): \(example.command)")
        }
        let again = try TestNotebook(files: files, setting: Example.setting)
        again.notebook.shell = StubShell(entries: ["link e1 supports c1"])
        if example.command == "redo" { try again.run("undo") }
        let json = try again.json(example.command)
        #expect(throws: Never.self, "\(name): \(example.command)") {
            try JSONReader.read(json.text, duplicateKeys: .refused)
        }
    }

    @Test("every verb has a sentence, an example and a name of its own, and every argument says what it is")
    func definitionsAreWhole() {
        let definitions = CommandTable.all.map { $0.definition }
        #expect(Set(definitions.map(\.name)).count == definitions.count)
        for definition in definitions {
            #expect(definition.summary.hasSuffix("."), "\(definition.name)")
            #expect(!definition.examples.isEmpty, "\(definition.name)")
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
        let page = try TestNotebook().run("help log")
        #expect(page.contains("log verify [HASH]") && page.contains("show log [REF]…") && page.contains("groups="))
        #expect(HelpTopics.names.count { $0 == "log" } == 1)
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
        let notebook = try TestNotebook()
        for topic in HelpTopics.names { #expect(try !notebook.run("help \(topic)").isEmpty, "\(topic)") }
    }
}
