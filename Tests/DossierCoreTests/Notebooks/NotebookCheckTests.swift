import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

@Suite struct NotebookCheckTests {
    private func text(_ reply: Reply) -> String { Renderer(palette: Palette(isColoured: false)).text(of: reply.answer) }

    private static let error =
        "error: unknown verb 'shw'\n  shw n1\n  ^~~\n  did you mean 'show'?\n"
    private static let standing = "# A\n\n```dossier\n> add note \"a\"\nn1  note  a\n\n> shw n1\n\(error)```\n"

    @Test("answers that are as they stand are said so, and what the commands did stays")
    func same() throws {
        let engine = try TestEngine(files: ["a.md": Self.standing])
        let check = try engine.check("a.md")
        #expect(!check.failed && check.count == 2)
        #expect(text(check.comparison) == "a.md: 2 answers as written\n")
        #expect(engine.session.count == 1)
        #expect(try engine.run("undo") == "undone: replay a.md\ndropped n1  note  a\n")
    }

    @Test("an answer that differs is shown line by line at its place, and nothing stays of the notebook")
    func different() throws {
        let engine = try TestEngine(
            files: [
                "a.md": """
                ```dossier
                > add note "a"
                > add note \\
                >   "b"
                n3  note  b
                > help stances
                stances
                  asserts    says that it is so
                  wonders    asks
                ```

                """
            ])
        let check = try engine.check("a.md")
        let shown = text(check.comparison)
        #expect(shown.hasPrefix("a.md:2: the answer differs\n > add note \"a\"\n+n1  note  a\n\n"))
        #expect(
            shown.contains("a.md:3: the answer differs\n > add note \\\n >   \"b\"\n-n3  note  b\n+n2  note  b\n\n"))
        #expect(shown.contains("\n stances\n") && shown.contains("\n-  wonders    asks\n"))
        #expect(shown.hasSuffix("a.md: 3 of 3 answers differ\n"))
        #expect(engine.session.isEmpty)
        #expect(check.comparison.answer.json.object?["differences"]?.array?.count == 3)
    }

    @Test("gone lines are red and new ones green on a terminal")
    func colour() throws {
        let engine = try TestEngine(files: ["a.md": "```dossier\n> add note \"a\"\nold\n```\n"])
        let value = try engine.check("a.md").comparison.answer
        let shown = Renderer(palette: Palette(isColoured: true), isTerminal: true).text(of: value)
        #expect(shown.contains("\u{1B}[1;31m-old\u{1B}[0m\n\u{1B}[32m+n1  note  a\u{1B}[0m\n"))
    }

    @Test("lines far from a difference are left out")
    func context() throws {
        let lines = (1...20).map { "- line \($0)" }
        let file = try NotebookFile(
            SourceText("```dossier\n> a\n" + lines.joined(separator: "\n") + "\n```\n", name: "a.md"))
        var answered = lines
        answered[9] = "- another"
        let cell = try #require(file.cells.first)
        let difference = NotebookDifference(
            cell: cell, answer: NotebookAnswer(answered.joined(separator: "\n"), in: cell.fence), name: "a.md")
        #expect(
            difference.lines.map(\.plain).dropFirst(2) == [
                " …", " - line 8", " - line 9", "-- line 10", "+- another", " - line 11", " - line 12", " …",
            ])
    }

    @Test("an answer in another composition of its characters is another answer")
    func composition() throws {
        let engine = try TestEngine(files: [
            "a.md": "```dossier\n> add note \"caf\u{E9}\"\nn1  note  cafe\u{301}\n```\n"
        ])
        #expect(try engine.check("a.md").failed)
    }

    @Test("a block that is quiet has no answers but errors; a width fits the answers of its block alone")
    func formats() throws {
        let words = String(repeating: "word ", count: 30)
        let text =
            "```dossier quiet\n> add note -- \(words)\n> foo\n```\n```dossier width=40\n> show notes\n```\n```dossier\n> show notes\n```\n"
        let engine = try TestEngine(files: ["a.md": text])
        let updated = String(decoding: try engine.check("a.md", keepsDifferent: true).bytes, as: UTF8.self)
        #expect(
            updated.hasPrefix("```dossier quiet\n> add note -- \(words)\n> foo\nerror: unknown verb 'foo'\n  foo\n"))
        let parts = updated.components(of: "> show notes\n")
        #expect(parts.count == 3)
        #expect(parts[1].split(separator: "\n").allSatisfy { $0.count <= 40 })
        let longest = parts[2].split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest > 40 && longest <= 80)
    }

    @Test("a replay runs the commands all or nothing; an error that the notebook tells of does not end it")
    func replay() throws {
        let engine = try TestEngine(files: [
            "a.md": Self.standing, "b.md": "text\n\n ```dossier\n > add note \"b\"\n > foo\n ```\n",
        ])
        #expect(try engine.replay("a.md") == "n1  note  a\n" + Self.error)
        let error = #expect(throws: Diagnostic.self) { try engine.replay("b.md") }
        #expect(
            error.map { TestEngine.text(of: $0).hasPrefix("b.md:5:4: error: unknown verb 'foo'\n  foo\n  ^~~\n") }
                == true)
        #expect(engine.session.count == 1)
        #expect(try engine.run("replay a.md").hasPrefix("n2  note  a\n"))
    }

    @Test("a notebook has the rights of a script: it opens nothing, and reads below its folder")
    func rights() throws {
        let engine = try TestEngine(files: [
            "in/a.md":
                "```dossier\n> open b.json\n> add source file=../x.txt\n> export json to x.json\n> quit\n> show notes\n```\n",
            "x.txt": "x",
        ])
        let shown = text(try engine.check("in/a.md").comparison)
        #expect(shown.contains("+error: a script cannot use 'open'\n"))
        #expect(shown.contains("+error: '../x.txt' is not below /work/in\n"))
        #expect(shown.contains("+error: the script is not allowed to write 'x.json'\n"))
        #expect(!shown.contains("no notes"), "quit ends the notebook")
        #expect(engine.disk["/work/in/x.json"] == nil)
    }

    @Test("what became an error is said when answers are written")
    func errors() throws {
        let engine = try TestEngine(files: ["a.md": "\n```dossier\n> foo\n```\n"])
        let report = try engine.check("a.md", keepsDifferent: true).report
        #expect(text(report) == "a.md: 1 of 1 answer rewritten\n")
        #expect(report.notices == ["a.md:3: the answer is now an error: unknown verb 'foo'"])
    }

    @Test("a notebook without commands is verified, one that is missing or not UTF-8 is an error")
    func unreadable() throws {
        let engine = try TestEngine(files: ["a.md": "# Only prose\n"])
        #expect(try text(engine.check("a.md").comparison) == "a.md: 0 answers as written\n")
        engine.disk["/work/b.md"] = Array("```dossier\n> ".utf8) + [0xFF]
        #expect(#expect(throws: Diagnostic.self) { try engine.check("b.md") }?.exit == .badData)
        #expect(#expect(throws: Diagnostic.self) { try engine.check("c.md") }?.code == .unreadableFile)
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }

    @Test("answers are not written into a notebook that was changed while its commands ran, or that is a document")
    func changedMeanwhile() throws {
        let wrong = "```dossier\n> add note \"a\"\n```\n"
        let engine = try TestEngine(files: ["a.md": wrong, "b.md": "```dossier\n> add source file=b.md\n```\n"])
        let check = try engine.check("a.md", keepsDifferent: true)
        engine.disk["/work/a.md"] = Array("edited".utf8)
        let changed = #expect(throws: StorageError.self) { try engine.engine.write(check, to: "/work/a.md") }
        #expect(changed?.problem == "'a.md' was changed while its commands ran; nothing was written")
        #expect(engine.disk.text("/work/a.md") == "edited")
        engine.disk["/work/a.md"] = Array(wrong.utf8)
        try engine.engine.write(check, to: "/work/a.md")
        #expect(engine.disk.text("/work/a.md") == "```dossier\n> add note \"a\"\nn1  note  a\n```\n")
        let own = try engine.check("b.md", keepsDifferent: true)
        let document = #expect(throws: StorageError.self) { try engine.engine.write(own, to: "/work/b.md") }
        #expect(document?.problem.contains("is the document of source") == true)
    }
}
