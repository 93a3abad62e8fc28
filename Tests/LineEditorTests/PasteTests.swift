import Testing

extension TerminalTests {
    @Suite("Pasting", .serialized)
    struct Pasting {
        private static func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

        @Test("the terminal is asked to mark a paste while a line is read, and only then")
        func asked() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("work\r")
            let screen = try demo.shows("working")
            #expect(!screen.takesBracketedPaste)
        }

        @Test("a pasted paragraph does not run, and arrives as one entry with its newlines")
        func paragraph() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send(Self.pasted("one\ntwo\r\nthree\rfour"))
            try demo.session.wait(for: "four rows") {
                $0.lines == ["demo> one", "two", "three", "four"] && $0.cursorRow == 3 && $0.cursorColumn == 4
            }
            demo.send("!\r")
            let screen = try demo.read("one⏎two⏎three⏎four!")
            #expect(screen.lines.filter { $0.hasPrefix("line:") }.count == 1)
        }

        @Test("a paste goes in where the cursor is")
        func middle() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("ad\u{2}" + Self.pasted("bc"))
            try demo.line("abc|d")
        }

        @Test("a tab in a paste completes nothing")
        func tab() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send(Self.pasted("asse\tx") + "\r")
            try demo.read("asse⇥x")
        }

        @Test("controls in a paste are taken out")
        func controls() throws {
            let demo = try Demo()
            try demo.ready()
            let hostile = "a\u{3}b\u{4}c\u{1A}d\u{1B}[2Je\u{7}f\u{0}g\u{7F}h\u{9B}31mi\u{202E}j\u{15}k\u{12}l\u{1C}m"
            demo.send(Self.pasted(hostile) + "\r")
            try demo.read("abcd[2Jefgh31mijklm")
        }

        @Test("a paste of many rows arrives whole on a small screen")
        func tall() throws {
            let demo = try Demo(columns: 40, rows: 10)
            try demo.ready()
            let rows = (1...200).map { "row \($0) 한글" }
            demo.send(Self.pasted(rows.joined(separator: "\n")))
            try demo.session.wait(for: "the last row") { $0.cursorLine == "row 200 한글" }
            demo.send("\rhistory\r")
            try demo.shows("- history")
            let shown = demo.folder.text(of: "history")?.split(separator: "\n").first
            #expect(shown.map(String.init) == rows.joined(separator: "\\n"))
        }

        @Test("a paste of a million bytes arrives whole")
        func long() throws {
            let demo = try Demo()
            try demo.ready()
            let text = String(repeating: "한글과 abc ", count: 70_000)
            demo.send(Self.pasted(text))
            demo.send("\r")
            try demo.session.wait(for: "the entry") { $0.cursorLine == "demo>" && $0.scrolledOff.count > 100 }
            #expect(demo.folder.text(of: "history") == text + "\n")
        }

        @Test("a paste in a continuation stays part of the entry")
        func continuation() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("one\\\r")
            try demo.ready("....> ")
            demo.send(Self.pasted("two\nthree") + "\r")
            try demo.read("one\\⏎two⏎three")
        }

        @Test("a paste that comes in pieces is one paste")
        func pieces() throws {
            let demo = try Demo()
            try demo.ready()
            for byte in Self.pasted("한\n글").utf8 { demo.session.send([byte]) }
            demo.send("\r")
            try demo.read("한⏎글")
        }
    }
}
