import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierOutput
@testable import DossierText

@Suite struct TutorialTests {
    @Test("the article that the program carries is that of the sessions")
    func article() { #expect(Tutorial.article == PackageFiles.text("sessions/dprk-russia-2024.txt")) }

    @Test("the eleven steps run as they stand in an empty folder, and answer what the tutorial shows")
    func steps() throws {
        let engine = try TestEngine()
        #expect(Tutorial.steps.count == 11)
        for step in Tutorial.steps {
            try step.expectAnswer(engine.run(step.command, width: 74))
            #expect(TextWidth.of(step.command) <= 74, "a line that is wrapped cannot be copied")
        }
        #expect(engine.disk["/work/tutorial.json"] != nil)
        for command in ["show c1", "show timeline", "check", "undo", "help"] { try engine.run(command) }
    }

    @Test("a page is written by the rules for files: not over another, and in scripts only where it may")
    func writing() throws {
        let engine = try TestEngine(files: ["article.txt": "mine", "s.dossier": "help article to b.txt\n"])
        #expect(engine.error("help article to article.txt").contains("exists already"))
        #expect(engine.disk.text("/work/article.txt") == "mine")
        try engine.run("help article to article.txt --overwrite")
        #expect(engine.disk.text("/work/article.txt") == Tutorial.article + "\n")
        #expect(engine.error("replay s.dossier").contains("the script is not allowed to write 'b.txt'"))
        #expect(engine.error("help article to").contains("a path"))
        #expect(engine.error("help article it").contains("unexpected word 'it'"))
        #expect(engine.error("help article --overwrite").contains("to PATH"))
        try engine.run("help undo to undo.txt")
        #expect(try engine.disk.text("/work/undo.txt") == engine.run("help undo", width: 80))
    }

    @Test("the page shows each step with its command, and what is seen, in 80 columns")
    func page() throws {
        let lines = try TestEngine().run("help tutorial", width: 80).split(separator: "\n").map(String.init)
        for (index, step) in Tutorial.steps.enumerated() {
            #expect(lines.contains { $0.hasPrefix("\(index + 1)  ") }, "\(index + 1)")
            #expect(lines.contains("  " + step.command))
            for line in TextLines.of(step.answer) { #expect(lines.contains("    " + line)) }
        }
    }
}
