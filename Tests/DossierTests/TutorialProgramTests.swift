import TestSupport
import Testing

@Suite("The tutorial") struct TutorialProgramTests {
    @Test("who has only the program follows its page in an empty folder, command by command")
    func emptyFolder() throws {
        let dossier = Dossier(try TemporaryFolder())
        let page = try dossier.run("-c", "help tutorial").output.split(separator: "\n").map(String.init)
        let steps = page.indices.filter { page[$0].first?.isNumber == true }
        #expect(steps.count == 11)
        let commands = steps.compactMap { step in page[step...].first { $0.hasPrefix("  ") && !$0.hasPrefix("   ") } }
        let run = try dossier.run("--width", "74", input: commands.joined(separator: "\n") + "\nshow c1\ncheck\n")
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
        let output = run.output.replacing(dossier.folder.path, with: "…")
        for line in page where line.hasPrefix("    ") {
            #expect(output.contains(line.dropFirst(4).prefix(60)), "\(line)")
        }
        #expect(dossier.folder.text(of: "tutorial.json") != nil && dossier.folder.text(of: "article.txt") != nil)
    }
}
