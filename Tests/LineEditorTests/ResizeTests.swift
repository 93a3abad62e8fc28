import TerminalTesting
import TestSupport
import Testing

extension TerminalTests {
    @Suite("Another size", .serialized)
    struct Resizing {
        @Test("a line that was on one row goes on over several, and back")
        func narrower() throws {
            let demo = try Demo(columns: 60)
            try demo.enter("before")
            let text = "가나다라마바사 abcdefg 아자차카타파하"
            demo.send(text)
            try demo.line(text + "|")
            demo.session.resize(columns: 20, rows: 24)
            try demo.session.wait(for: "three rows") {
                Array($0.lines.suffix(3)) == ["demo> 가나다라마바사", " abcdefg 아자차카타", "파하"] && $0.textBeforeCursor == "파하"
            }
            demo.send("!")
            try demo.session.wait(for: "the key") { $0.cursorLine == "파하!" }
            demo.session.resize(columns: 70, rows: 24)
            let screen = try demo.line(text + "!|")
            #expect(screen.lines == ["demo> before", "line: <before>", "demo> \(text)!"])
            demo.send("\r")
            try demo.read(text + "!")
        }

        @Test("the cursor stays in its place in the middle of a line")
        func middle() throws {
            let demo = try Demo(columns: 60)
            try demo.ready()
            demo.send("0123456789 0123456789 0123456789\u{1B}b")
            try demo.line("0123456789 0123456789 |0123456789")
            demo.session.resize(columns: 20, rows: 24)
            try demo.session.wait(for: "two rows") {
                $0.lines == ["demo> 0123456789 012", "3456789 0123456789"] && $0.textBeforeCursor == "3456789 "
            }
            demo.send("X\r")
            try demo.session.wait(for: "the entry") { $0.lines.joined().contains("3456789 X0123456789>") }
        }

        @Test("many changes of size leave one prompt")
        func many() throws {
            let demo = try Demo(columns: 80)
            try demo.ready()
            demo.send("assert 한글 one two three four five six seven")
            try demo.line("assert 한글 one two three four five six seven|")
            for columns in [40, 30, 25, 60, 33, 80, 100] {
                let erasures = demo.session.screen.erasures
                demo.session.resize(columns: columns, rows: 24)
                try demo.session.wait(for: "the line to be drawn anew") { $0.erasures > erasures }
                try demo.session.wait(for: "the cursor at the end on \(columns) columns") {
                    $0.lines.joined().filter { $0 != " " } == "demo>assert한글onetwothreefourfivesixseven"
                        && $0.cursorRow == $0.lines.count - 1 && $0.textBeforeCursor == $0.cursorLine
                }
            }
            demo.send("!\r")
            let screen = try demo.read("assert 한글 one two three four five six seven!")
            #expect(screen.lines.filter { $0.hasPrefix("demo> assert") }.count == 1)
            demo.send("columns\r")
            try demo.shows("columns: 100")
        }

        @Test("whatever the text and the sizes, the line is drawn once and whole", arguments: 0..<12)
        func any(_ number: Int) throws {
            let seed = UInt64.random(in: 0 ... .max)
            var random = SplitMix64(seed: seed)
            let demo = try Demo(columns: 80, environment: ["DEMO_SUGGESTIONS": "off"])
            try demo.enter("before")
            let text = random.text(of: ["가", "힣", "a", "b", "1", " ", " ", "漢"], count: 20 + random.below(60))
            let pasted = number.isMultiple(of: 2) ? "\u{1B}[200~\(text)\u{1B}[201~" : text
            demo.send(pasted)
            var columns = 80
            try drawn("demo> " + text, on: columns, demo, seed)
            for _ in 0..<12 {
                columns = 20 + (columns - 20 + 1 + random.below(69)) % 70
                let erasures = demo.session.screen.erasures
                demo.session.resize(columns: columns, rows: 24)
                try demo.session.wait(for: "the line to be drawn anew") { $0.erasures > erasures }
                try drawn("demo> " + text, on: columns, demo, seed)
            }
            demo.send("\r")
            try demo.session.wait(for: "the entry (seed \(seed))") { $0.lines.count { $0 == "demo>" } == 1 }
            #expect(
                demo.folder.text(of: "history")?.hasSuffix("before\n" + (text.hasPrefix(" ") ? "" : text + "\n"))
                    == true)
        }

        /// Waits until the screen holds the text broken as libedit breaks it, below the two rows that were there before.
        private func drawn(_ text: String, on columns: Int, _ demo: Demo, _ seed: UInt64) throws {
            var rows = [""]
            var width = 0
            for scalar in text.unicodeScalars {
                if width + screenWidth(of: scalar) > columns {
                    rows.append("")
                    width = 0
                }
                rows[rows.count - 1].unicodeScalars.append(scalar)
                width += screenWidth(of: scalar)
            }
            var expected = (["demo> before", "line: <before>"] + rows).map { row in
                String(row.reversed().drop { $0 == " " }.reversed())
            }
            while expected.last == "" { expected.removeLast() }
            try demo.session.wait(for: "\(text) on \(columns) columns (seed \(seed))") { screen in
                let end = width == columns ? (rows.count, 0) : (rows.count - 1, width)
                return screen.lines.prefix(expected.count) == expected[...] && screen.lines.count <= expected.count
                    && (screen.cursorRow - 2, screen.cursorColumn) == end
            }
        }
    }
}
