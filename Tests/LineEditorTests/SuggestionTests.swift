import Testing

extension TerminalTests {
    @Suite("Suggestions", .serialized)
    struct Suggestions {
        private func suggested(_ demo: Demo, behind typed: String, _ rest: String) throws {
            try demo.session.wait(for: "the suggestion “\(rest)”") {
                $0.textBeforeCursor == "demo> " + typed && $0.faintText == rest
                    && $0.cursorLine == "demo> " + typed + rest
            }
        }

        @Test("what the newest entry adds to the line is shown in faint type", arguments: ["assert", "한글"])
        func shown(_ word: String) throws {
            let demo = try Demo()
            try demo.enter("\(word) one")
            try demo.enter("\(word) two")
            demo.send(String(word.prefix(1)))
            try suggested(demo, behind: String(word.prefix(1)), word.dropFirst() + " two")
            demo.send("x")
            try demo.line(word.prefix(1) + "x|")
            #expect(demo.session.screen.faintText.isEmpty)
        }

        @Test(
            "Right, Ctrl-F, End and Ctrl-E take the suggestion", arguments: ["\u{1B}[C", "\u{6}", "\u{1B}[F", "\u{5}"])
        func taken(_ key: String) throws {
            let demo = try Demo()
            try demo.enter("서울 회담")
            demo.send("서")
            try suggested(demo, behind: "서", "울 회담")
            demo.send(key)
            let screen = try demo.line("서울 회담|")
            #expect(screen.faintText.isEmpty)
            demo.send("!\r")
            try demo.read("서울 회담!")
        }

        @Test("a word jump takes a word of the suggestion")
        func word() throws {
            let demo = try Demo()
            try demo.enter("assert one two")
            demo.send("as")
            try suggested(demo, behind: "as", "sert one two")
            demo.send("\u{1B}f")
            try suggested(demo, behind: "assert", " one two")
            demo.send("\u{1B}[1;5C")
            try suggested(demo, behind: "assert one", " two")
        }

        @Test("Enter runs what was typed and not what was suggested")
        func notRun() throws {
            let demo = try Demo()
            try demo.enter("assert one")
            demo.send("ass")
            try suggested(demo, behind: "ass", "ert one")
            demo.send("\r")
            let screen = try demo.read("ass")
            #expect(screen.faintText.isEmpty)
            #expect(screen.lines.contains("demo> ass"))
        }

        @Test("no suggestion while the cursor is inside the line")
        func inside() throws {
            let demo = try Demo()
            try demo.enter("assert one")
            demo.send("ass")
            try suggested(demo, behind: "ass", "ert one")
            demo.send("\u{2}")
            let screen = try demo.line("as|s")
            #expect(screen.faintText.isEmpty)
        }

        @Test("a suggestion is cut at the end of the row; an entry with several lines, which nobody would see, is none")
        func cut() throws {
            let demo = try Demo(columns: 20)
            try demo.ready()
            demo.send("abcdefghij 한글 klmnop\r")
            try demo.session.wait(for: "the first entry") {
                $0.lines.joined().contains("klmnop>") && $0.cursorLine == "demo>"
            }
            demo.send("\u{1B}[200~abcdef\nxyz\u{1B}[201~\r")
            try demo.session.wait(for: "the next prompt") {
                $0.lines.joined().contains("abcdef⏎xyz>") && $0.cursorLine == "demo>"
            }
            demo.send("abc")
            let screen = try demo.session.wait(for: "the suggestion") { !$0.faintText.isEmpty }
            #expect(screen.cursorLine == "demo> abcdefghij …")
            demo.send("\u{5}\r")
            try demo.session.wait(for: "the whole entry") {
                $0.lines.joined().contains("klmnop>") && $0.cursorLine == "demo>"
            }
        }

        @Test(
            "off by the setting, without colour, and where faint type cannot be seen",
            arguments: [
                (["DEMO_SUGGESTIONS": "off"], "xterm-256color"), (["DEMO_COLOR": "off"], "xterm-256color"),
                ([:], "vt100"),
            ])
        func off(_ example: (environment: [String: String], terminal: String)) throws {
            let demo = try Demo(terminal: example.terminal, environment: example.environment)
            try demo.enter("assert one")
            demo.send("ass")
            try demo.line("ass|")
            demo.send("\u{1B}[C")
            let screen = try demo.session.wait(for: "the bell") { $0.bells == 1 }
            #expect(screen.cursorLine == "demo> ass")
            #expect(screen.faintText.isEmpty)
        }
    }
}
