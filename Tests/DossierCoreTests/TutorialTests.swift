import TestSupport
import Testing
import UnicodeText

@testable import DossierCore

@Suite struct TutorialTests {
    @Test("the ten steps run as they stand, and answer what the tutorial shows")
    func steps() throws {
        let path = "sessions/dprk-russia-2024.txt"
        let notebook = try TestNotebook(files: [path: PackageFiles.text(path)])
        #expect(Tutorial.steps.count == 10)
        for step in Tutorial.steps {
            let answer = try notebook.run(step.command, width: 74)
            #expect(answer == step.answer.map { $0 + "\n" } ?? "saved /work/tutorial.json\n", "\(step.command)")
            #expect(TextWidth.of(step.command) <= 74, "a line that is wrapped cannot be copied")
        }
        #expect(notebook.disk["/work/tutorial.json"] != nil)
        for command in ["show c1", "show timeline", "check", "undo", "help"] { try notebook.run(command) }
    }

    @Test("the page shows each step with its command, and what is seen, in 80 columns")
    func page() throws {
        let lines = try TestNotebook().run("help tutorial", width: 80).split(separator: "\n").map(String.init)
        for (index, step) in Tutorial.steps.enumerated() {
            #expect(lines.contains { $0.hasPrefix("\(index + 1)  ") }, "\(index + 1)")
            #expect(lines.contains("  " + step.command))
            for line in TextLines.of(step.answer ?? "") { #expect(lines.contains("    " + line)) }
        }
    }
}
