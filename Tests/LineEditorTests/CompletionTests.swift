import Testing

extension TerminalTests {
    @Suite("Completion", .serialized)
    struct Completing {
        @Test(
            "Tab puts in the only candidate, and a space where it is final",
            arguments: [
                ("asse\t", "assert |"), ("pat\t", "path/|"), ("assert enti\t", "assert entity |"),
                ("ASSE\t", "assert |"),
                ("assert\t", "assert |"), ("x 서울시\t", "x 서울시 |"),
            ])
        func unique(_ example: (keys: String, line: String)) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send(example.keys)
            try demo.line(example.line)
        }

        @Test(
            "the first Tab puts in the longest common prefix",
            arguments: [
                ("ev\t", "event |"), ("서\t", "서울|"), ("k\t", "\"Kim |"), ("\"K\t", "\"Kim |"), ("se\t", "Se|"),
                ("mi\t", "Mixed|"), ("ITE\t", "item|"),
            ])
        func commonPrefix(_ example: (keys: String, line: String)) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send(example.keys)
            try demo.line(example.line)
        }

        @Test("Tab in the middle of a line completes what stands before the cursor")
        func middle() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("asse e4\u{1B}[D\u{1B}[D\u{1B}[D\t")
            try demo.line("assert |e4")
        }

        @Test("Tab without a candidate rings the bell and changes nothing")
        func none() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("zzz\t")
            try demo.session.wait(for: "the bell") { $0.bells == 1 }
            try demo.line("zzz|")
        }

        @Test("the second Tab lists the candidates and leaves the line as it was")
        func list() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("x e\u{2}\u{6}\t\t")
            let screen = try demo.session.wait(for: "the list") {
                $0.cursorRow > 0 && $0.textBeforeCursor == "demo> x e"
            }
            #expect(screen.row(0) == "demo> x e")
            #expect(screen.row(1) == "entity")
            #expect(screen.lines.contains("e4      2024-10-21  Seoul summons the envoy"))
            #expect(screen.lines.contains("e5      2024-10-22  대사 초치"))
            #expect(screen.faintText.contains("대사 초치"))
            demo.send("n\t")
            try demo.line("x entity |")
        }

        @Test("candidates without descriptions stand in columns, aligned also in Hangul")
        func columns() throws {
            let demo = try Demo(columns: 40)
            try demo.ready()
            demo.send("서\t\t")
            let screen = try demo.session.wait(for: "the list") { $0.cursorRow == 2 }
            #expect(screen.row(1) == "서울시  서울역")
            try demo.line("서울|")
        }

        @Test("a list longer than the screen is shown only when wanted")
        func refused() throws {
            let demo = try Demo(rows: 10)
            try demo.ready()
            demo.send("item\t\t")
            try demo.session.wait(for: "the question") {
                $0.textBeforeCursor == "Display all 200 possibilities? (y or n)"
            }
            demo.send("n")
            let screen = try demo.line("item|")
            #expect(screen.lines.count == 3)
        }

        @Test("a list longer than the screen is shown page by page")
        func paged() throws {
            let demo = try Demo(rows: 10)
            try demo.ready()
            demo.send("item\t\t")
            try demo.session.wait(for: "the question") { $0.textBeforeCursor.hasSuffix("(y or n)") }
            demo.send("y")
            let first = try demo.session.wait(for: "the first page") { $0.textBeforeCursor == "--More--" }
            #expect(first.row(8).hasPrefix("item108"))
            demo.send("\r")
            try demo.session.wait(for: "one row more") {
                $0.textBeforeCursor == "--More--" && $0.row(8).hasPrefix("item109")
            }
            demo.send(" ")
            let screen = try demo.session.wait(for: "the end or another page") {
                $0.textBeforeCursor == "--More--" && $0.row(8).hasPrefix("item118") || $0.cursorLine == "demo> item"
            }
            if screen.textBeforeCursor == "--More--" { demo.send("q") }
            try demo.line("item|")
        }

        @Test("Ctrl-C ends the question and not the program")
        func interrupted() throws {
            let demo = try Demo(rows: 10)
            try demo.ready()
            demo.send("item\t\t")
            try demo.session.wait(for: "the question") { $0.textBeforeCursor.hasSuffix("(y or n)") }
            demo.send("\u{3}")
            try demo.line("item|")
        }

        @Test("controls in candidates are shown and not obeyed")
        func hostile() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("hostile\t\t")
            let screen = try demo.session.wait(for: "the list") {
                $0.cursorRow > 0 && $0.textBeforeCursor == "demo> hostile"
            }
            #expect(screen.row(0) == "demo> hostile")
            #expect(screen.lines.contains { $0.hasPrefix("hostile1^[[2J  \\u{202E}evil\\u{9B}31m") })
            #expect(screen.lines.contains { $0.contains("hostile2^J") })
        }

        @Test("descriptions are cut on a narrow terminal")
        func narrow() throws {
            let demo = try Demo(columns: 20)
            try demo.ready()
            demo.send("e\t\t")
            let screen = try demo.session.wait(for: "the list") { $0.cursorRow > 0 && $0.textBeforeCursor == "demo> e" }
            #expect(screen.lines.contains("e4      2024-10-21…"))
        }

        @Test("a list goes below a line of several rows and leaves the cursor where it was")
        func severalRows() throws {
            let demo = try Demo(columns: 20)
            try demo.ready()
            demo.send("e 23456789 123456789 123456789\u{1}\u{6}\t\t")
            let screen = try demo.session.wait(for: "the list") { $0.cursorRow > 3 && $0.textBeforeCursor == "demo> e" }
            #expect(screen.row(0) == "demo> e 23456789 123")
            #expect(screen.row(1) == "456789 123456789")
            #expect(screen.row(2) == "entity")
            #expect(screen.cursorLine == "demo> e 23456789 123")
            #expect(screen.row(screen.cursorRow + 1) == "456789 123456789")
        }

        @Test("a continuation is completed with the lines before it in view")
        func continuation() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("one\\\r")
            try demo.ready("....> ")
            demo.send("asse\t")
            try demo.line("assert |", prompt: "....> ")
        }

        @Test("without colour there is no escape sequence in the list")
        func plain() throws {
            let demo = try Demo(environment: ["DEMO_COLOR": "off"])
            try demo.ready()
            demo.send("e\t\t")
            let screen = try demo.session.wait(for: "the list") { $0.cursorRow > 0 && $0.textBeforeCursor == "demo> e" }
            #expect(screen.faintText.isEmpty)
        }
    }
}
