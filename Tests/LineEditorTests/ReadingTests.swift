import Glibc
import Testing

extension TerminalTests {
    @Suite("Reading entries", .serialized)
    struct Reading {
        @Test("an entry is read when Enter is pressed")
        func entry() throws {
            let demo = try Demo()
            try demo.enter("assert e4")
        }

        @Test("Hangul is read, and the cursor stands behind its double width")
        func hangul() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("한글")
            let screen = try demo.line("한글|")
            #expect(screen.cursorColumn == 10)
            demo.send("\r")
            try demo.read("한글")
        }

        @Test("Hangul is read where the locale says C", arguments: ["C", "POSIX", "de_DE.ISO-8859-1", ""])
        func locale(_ locale: String) throws {
            let demo = try Demo(environment: ["LC_ALL": locale, "LANG": "C"])
            try demo.enter("한글 é ß ÿ 😀")
        }

        @Test("a character is whole even when its bytes come one at a time")
        func pieces() throws {
            let demo = try Demo()
            try demo.ready()
            for byte in "가é😀".utf8 {
                demo.session.send([byte])
                // Without a pause the bytes could arrive together after all.
                usleep(2_000)
            }
            try demo.line("가é😀|")
            demo.send("\r")
            try demo.read("가é😀")
        }

        @Test("bytes that are not UTF-8 become replacement characters and lose nothing behind them")
        func notUnicode() throws {
            let demo = try Demo()
            try demo.ready()
            demo.session.send([0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63, 0xC3])
            demo.send("d\r")
            try demo.read("a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
        }

        @Test("a prompt in Hangul and colour leaves the cursor where the text begins")
        func coloredPrompt() throws {
            let demo = try Demo(environment: ["DEMO_PROMPT": "\u{1B}[1m\u{1B}[32m노트\u{1B}[0m> \u{1B}[36m"])
            try demo.ready("노트> ")
            demo.send("ab")
            let screen = try demo.line("ab|", prompt: "노트> ")
            #expect(screen.cursorColumn == 8)
        }

        @Test("a control in a prompt is shown and not obeyed")
        func hostilePrompt() throws {
            let demo = try Demo(environment: ["DEMO_PROMPT": "x\u{1B}[2J\u{9B}2J\u{202E}> "])
            try demo.session.wait(for: "the prompt") { $0.textBeforeCursor == "x^[[2J\\u{9B}2J\\u{202E}> " }
        }

        @Test("an entry that is not complete goes on behind the continuation prompt")
        func continuation() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("one\\\r")
            try demo.ready("....> ")
            demo.send("two\\\r")
            try demo.session.wait(for: "the third row") { $0.cursorRow == 2 && $0.textBeforeCursor == "....> " }
            demo.send("three\r")
            try demo.read("one\\⏎two\\⏎three")
        }

        @Test("a long line wraps, and every part of it can be edited")
        func wrapping() throws {
            let demo = try Demo(columns: 20)
            try demo.ready()
            let text = "가나다라마바사아자차카타파하"
            demo.send(text)
            try demo.session.wait(for: "the third row") { $0.lines == ["demo> 가나다라마바사", "아자차카타파하"] }
            demo.send("\u{1}X\u{5}Y\r")
            try demo.session.wait(for: "the entry") { screen in
                screen.lines.contains { $0.hasPrefix("line: <X가나다라") } && screen.lines.joined().contains("파하Y>")
            }
        }

        @Test("keys typed before the prompt are not lost")
        func typedAhead() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("work\r")
            try demo.shows("working")
            demo.send("\u{3}")
            demo.send("next 한글\r")
            try demo.session.wait(for: "the end of the work") { $0.lines.contains { $0.hasSuffix("cancelled") } }
            try demo.read("next 한글")
        }

        @Test(
            "on 20 columns, and on the terminals of old", arguments: ["vt100", "vt52", "dumb", "", "no-such-terminal"])
        func narrow(_ terminal: String) throws {
            let demo = try Demo(columns: 20, terminal: terminal)
            try demo.session.wait(for: "the prompt") { $0.cursorLine == "demo>" }
            demo.send("assert:e4,e5,e6,한글\r")
            try demo.session.wait(for: "the entry") { $0.lines.joined().contains("line: <assert:e4,e5,e6,한글>demo>") }
            demo.send("\u{4}")
            try demo.shows("end of input")
        }

        @Test("lines from a pipe are read without prompts, and a last line without its end is not lost")
        func pipe() throws {
            let script = "printf 'one\\\\\\ntwo\\n한글\\r\\nlast' | \(Demo.program)"
            let demo = try Demo(arguments: ["/bin/sh", "-c", script])
            #expect(try demo.session.waitForExit() == 0)
            #expect(
                demo.session.screen.lines == ["line: <one\\⏎two>", "line: <한글>", "line: <last>", "end of input"])
        }

        @Test("Ctrl-C drops the line on a terminal that can only print")
        func interruptedPlainly() throws {
            let demo = try Demo(terminal: "dumb")
            try demo.session.wait(for: "the prompt") { $0.cursorLine == "demo>" }
            demo.send("half")
            try demo.session.wait(for: "the echo") { $0.cursorLine == "demo> half" }
            demo.send("\u{3}")
            try demo.shows("interrupted")
            try demo.session.wait(for: "the next prompt") { $0.cursorLine == "demo>" }
            demo.send("one\\\r")
            try demo.session.wait(for: "the continuation") { $0.cursorLine == "....>" }
            demo.send("two\r")
            try demo.read("one\\⏎two")
        }
    }
}
