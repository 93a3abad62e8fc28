import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

/// Answers for a screen reader.
@Suite("plain answers") struct PlainBlockTextTests {
    private func heard(_ command: String) throws -> String {
        let engine = try TestEngine(
            setting: Example.setting + [
                "annotate e1 type=forecast likelihood=likely outcome=yes -- It goes on",
                "add note h1 type=hypothesis -- It was a ruse",
                "link c1 supports h1", #"add claim "1,500" quantity="1500 soldiers" about=e1"#,
            ])
        var renderer = Renderer(width: 80, palette: Palette(isColoured: false))
        renderer.isPlain = true
        var text = ""
        do { try engine.engine.run(SourceText(command)) { text += renderer.text(of: $0.answer) } } catch {
            for line in DiagnosticText(width: 80, isPlain: true).lines(of: error) { text += line.plain + "\n" }
        }
        return text
    }

    @Test("a row of a table is a paragraph that says which row it is, and whether it is only possible")
    func tables() throws {
        #expect(
            try heard("show events when:2024-10-08 with when,title") == """
                row 1 of 1
                id: e1
                when: 2024-10-08/2024-10-13
                title: First contingent arrives

                1 event

                """)
        #expect(
            try heard("add event e9 [2024-10-08..2024-10-13] \"Perhaps\"\nshow events when:2024-10-12 with title")
                .contains(", possibly\nid: e9\ntitle: Perhaps\n"))
    }

    @Test("a tree says its levels, an arrow is a word, and a chart says its times")
    func trees() throws {
        let tree = try heard("show graph e1 depth=2")
        #expect(tree.contains("level 1: actor to north-korea  entity  North Korea\n"), "\(tree)")
        #expect(tree.contains("level 1: about from c1"), "\(tree)")
        #expect(try heard("set e2 status=disputed") == "e2  status: confirmed to disputed\n")
        #expect(try heard("set shell plain=yes") == "shell  plain: no to yes\n")
        let timeline = try heard("show timeline")
        #expect(timeline.contains("e2 Seoul summons the ambassador: 21 October 2024\n"), "\(timeline)")
    }

    @Test("an error says the words at fault, without a line that points at them")
    func errors() throws {
        #expect(
            try heard("link e1 contradict c1") == """
                error: unknown relation 'contradict'
                  at: contradict
                  did you mean 'contradicts'?

                """)
    }

    @Test(
        "no answer of any view or verb holds a drawn line",
        arguments: [
            "show timeline", "show timeline by place", "show quantities", "show forecasts", "show matrix",
            "show support e1",
            "show graph e1 depth=3", "show path mark-rutte to north-korea", "show conflicts", "show central entities",
            "show log",
            "show changes e1", "show e1", "show text s1", "show session", "show settings", "show duplicates", "check",
            "help shell", "show events count by status",
        ])
    func nothingDrawn(command: String) throws {
        let text = try heard(command)
        #expect(
            !text.isEmpty
                && !text.unicodeScalars.contains {
                    (0x2190...0x21FF).contains($0.value) || (0x2500...0x25FF).contains($0.value)
                }, "\(text)")
    }

    @Test("progress is told in lines that follow one another seldom")
    func progress() {
        var line = ProgressLine(at: 0)
        let progress = Progress(title: "reading", unit: .rows, done: 1, total: 10)
        let times = [0.5, 1.0, 2.0, 5.9, 6.0, 8.0, 11.0].filter {
            line.text(of: progress, at: $0, isPlain: true) != nil
        }
        #expect(times == [1.0, 6.0, 11.0])
    }
}
