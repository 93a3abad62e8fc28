import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("a report in Markdown") struct ReportMarkdownTests {
    @Test("an empty session is a title, and an empty section is left out")
    func empty() throws {
        #expect(try TestEngine().run("export markdown") == "# Report\n")
        let text = try TestEngine(setting: [#"add event e1 "A""#]).run("export markdown")
        #expect(
            text == """
                # Report

                This report covers 1 event.

                ## Events

                ### A

                - **Support**: none

                """)
    }

    @Test("citations lead to the numbered list of sources")
    func citations() throws {
        let text = try TestEngine(setting: [
            #"add source s1 "First""#, #"add source s2 "Second" derived=s1"#, #"add event e1 "A" source=s2,s1"#,
        ]).run("export markdown")
        #expect(text.contains("- **Sources**: [\\[1\\]](#source:1) [\\[2\\]](#source:2)\n"), "\(text)")
        #expect(
            text.hasSuffix(
                """
                ## Sources

                1. <span id="source:1"></span>Second; draws on: [\\[2\\]](#source:2)
                2. <span id="source:2"></span>First

                """), "\(text)")
    }

    @Test("a claim has its speaker, stance, time, figure and grade in its line, and the words of the source below")
    func claim() throws {
        let text = try TestEngine(setting: [
            #"add source s1 "Paper" -- Twelve people were killed."#, #"add event e1 2024-03-01 "Fire""#,
            #"""
            add claim c1 "Twelve died" speaker="Ana" stance=estimates said=2024-03-02 about=e1 quantity="12 dead" \
            source=s1 quote="Twelve people" grade=B2 #toll -- As counted.
            """#,
        ]).run("export markdown")
        #expect(
            text.contains(
                """
                Claims that support it:

                - **Ana** estimates (2 March 2024): Twelve died; figure: 12 dead; grade: B2 (usually reliable, probably true) \
                [\\[1\\]](#source:1) \\#toll

                  > Twelve people

                  As counted.

                ## Figures

                ### Fire, in dead

                - **12 dead**: Ana estimates, 2 March 2024 [\\[1\\]](#source:1)

                """), "\(text)")
    }

    @Test("paragraphs of a note stay paragraphs, within its item")
    func paragraphs() throws {
        let text = try TestEngine(setting: [
            "add note type=judgement likelihood=likely confidence=low text=\"One.\\n\\nTwo\\nlines.\""
        ]).run("export markdown")
        #expect(
            text.contains(
                """
                - One.

                  Two lines.

                  It is likely (55–80%). Confidence in this is low: thin or questionable sources.

                """), "\(text)")
    }

    @Test("no title of a record is taken for markup, wherever it stands")
    func hostile() throws {
        let text = try TestEngine(setting: [
            "set session title=\"# Case\"", #"add entity nis "*NIS*""#, #"add source s1 "[a](b)""#,
            #"add event e1 2024-10? "- A" actor=nis source=s1 -- 1. One"#, #"add event e2 "[x] done""#,
            #"add claim c1 "<b>" speaker=nis likelihood=likely"#, #"add note type=gap -- > no"#, "link e1 precedes e2",
        ]).run("export markdown")
        #expect(text.hasPrefix("# \\# Case\n"))
        for part in [
            "### \\- A\n", "- **Actor**: \\*NIS\\*\n", "\n1\\. One\n",
            "- **\\*NIS\\*** says: \\<b\\>; likelihood: likely",
            "- **Gap**: \\> no\n", "- \\[x\\]&#32;done (no support)\n", "- \\- A **precedes** \\[x\\] done\n",
            "1. <span id=\"source:1\"></span>\\[a\\](b)\n",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test("a title that shows nothing leaves no empty heading and no empty bold text")
    func blank() throws {
        let text = try TestEngine(setting: [
            #"add event e1 " ""#, #"add entity a " ""#, #"add claim c1 " " speaker=a"#,
        ]).run("export markdown")
        #expect(text.contains("### e1\n") && !text.contains("****") && text.contains("- **a**"), "\(text)")
    }

    @Test("a template writes the report in words of one's own, names escaped")
    func template() throws {
        let engine = try TestEngine(
            files: [
                "brief.mustache": """
                {{=<< >>=}}
                # Brief: <<title>>
                <<#events>>
                - <<when>>: <<title>>, <<support>> <<citations>>
                <<#supporting>>
                  - <<speakers>> <<stance>> <<title>>
                <</supporting>>
                <</events>>
                <<#sources>>
                <<{number}>>. <<anchor>><<title>>
                <</sources>>

                """
            ],
            setting: [
                "set session title=\"{{title}} *T*\"", #"add source s1 "S""#,
                #"add event e1 2024-03-01 "{{/events}} <<x>>" source=s1"#,
                #"add claim c1 "<<>>" speaker="Ana" about=e1"#, #"add claim c2 "Two" about=e1"#,
            ])
        #expect(
            try engine.run("export markdown template=brief.mustache") == #"""
                # Brief: \{\{title\}\} \*T\*
                - 1 March 2024: \{\{/events\}\} \<\<x\>\>, 2 claims, 1 source, 2 independent origins [\[1\]](#source:1)
                  - Ana says \<\<\>\>
                  -  says Two
                1. <span id="source:1"></span>S

                """#)
    }

    @Test("a template holds back what the report does")
    func templateUpToLabel() throws {
        let engine = try TestEngine(
            files: ["all.mustache": "{{#events}}{{title}} {{support}};{{/events}}{{scope}}"],
            setting: [
                #"add event a "Open""#, #"add event b "Secret" tlp=red"#, #"add claim c "Said" about=a tlp=red"#,
            ])
        #expect(try engine.run("export markdown template=all.mustache tlp=green") == "Open no support;1 event")
    }
}
