import TestSupport
import Testing

@testable import DossierCore

@Suite struct ReadmeTests {
    private static let readme = PackageFiles.text("README.md")

    @Test("the README holds the reference that the program makes of its tables")
    func referenceIsCurrent() {
        #expect(Self.readme.contains("<!-- reference -->\n" + Reference.markdown + "<!-- end of reference -->\n"))
    }

    @Test(
        "what the README shows of a session is what the program answers",
        arguments: [("dossier> ", nil, 78), ("dprk-russia-2024> ", "sessions/dprk-russia-2024.json", 96)])
    func excerpts(prompt: String, session: String?, width: Int) throws {
        let parts = Self.readme.split(separator: "\n```", omittingEmptySubsequences: false)
        let excerpt = try #require(parts.first { $0.contains("\n" + prompt) })
        let notebook =
            try session.map { path in
                let state = try SessionFile.session(from: StateBytes(Array(PackageFiles.text(path).utf8)), path: path)
                return TestNotebook(holding: state)
            } ?? TestNotebook()
        var answers: [(command: Substring, lines: [Substring])] = []
        for line in excerpt.split(separator: "\n").drop(while: { !$0.hasPrefix(prompt) }) {
            if line.hasPrefix(prompt) {
                answers.append((line.dropFirst(prompt.count), []))
            } else {
                answers[answers.count - 1].lines.append(line)
            }
        }
        #expect(answers.count > 2)
        for answer in answers {
            let text = notebook.answer(String(answer.command), width: width)
            #expect(text == answer.lines.map { $0 + "\n" }.joined(), "\(answer.command)")
        }
    }
}
