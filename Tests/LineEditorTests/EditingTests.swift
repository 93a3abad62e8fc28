import TestSupport
import Testing

extension TerminalTests {
    @Suite("Editing a line", .serialized)
    struct Editing {
        @Test(
            "Backspace deletes a whole grapheme cluster",
            arguments: ["한", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "👨‍👩‍👧‍👦", "🇰🇷", "👍🏽", "ก\u{E33}", "각\u{11A8}"])
        func backspace(_ cluster: String) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("a\(cluster)\u{7F}b\r")
            try demo.read("ab")
            demo.send("a\(cluster)\u{8}b\r")
            try demo.session.wait(for: "the second entry") { $0.lines.filter { $0 == "line: <ab>" }.count == 2 }
        }

        @Test(
            "Delete deletes a whole grapheme cluster",
            arguments: ["한", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "👨‍👩‍👧‍👦", "🇰🇷", "👍🏽"])
        func delete(_ cluster: String) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("\(cluster)b\u{1B}[H\u{1B}[3~a\r")
            try demo.read("ab")
        }

        @Test("the arrows move over whole grapheme clusters")
        func arrows() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("a👨‍👩‍👧‍👦e\u{301}\u{1B}[D\u{1B}[D!\u{1B}[C?\r")
            try demo.read("a!👨‍👩‍👧‍👦?e\u{301}")
        }

        @Test("a deletion in the middle leaves the rest and the cursor where they belong")
        func middle() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("가나다라마\u{1B}[D\u{1B}[D\u{7F}")
            try demo.line("가나|라마")
            demo.send("\u{1B}[3~")
            try demo.line("가나|마")
        }

        @Test(
            "Home and End go to the ends of the line",
            arguments: [
                ("\u{1B}[H", "\u{1B}[F"), ("\u{1B}OH", "\u{1B}OF"), ("\u{1B}[1~", "\u{1B}[4~"), ("\u{1}", "\u{5}"),
            ])
        func ends(_ keys: (home: String, end: String)) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("한글\(keys.home)X\(keys.end)Y")
            try demo.line("X한글Y|")
        }

        @Test(
            "words are jumped over with Ctrl or Alt and the arrows, and with Alt-B and Alt-F",
            arguments: [
                ("\u{1B}[1;5D", "\u{1B}[1;5C"), ("\u{1B}[1;3D", "\u{1B}[1;3C"), ("\u{1B}b", "\u{1B}f"),
                ("\u{1B}\u{1B}[D", "\u{1B}\u{1B}[C"),
            ])
        func words(_ keys: (back: String, forward: String)) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("assert 서울 summons")
            try demo.line("assert 서울 summons|")
            demo.send(keys.back)
            try demo.line("assert 서울 |summons")
            demo.send(keys.back)
            try demo.line("assert |서울 summons")
            demo.send(keys.back)
            try demo.line("|assert 서울 summons")
            demo.send(keys.forward + keys.forward)
            try demo.line("assert 서울| summons")
        }

        @Test(
            "keys without a meaning leave nothing in the line",
            arguments: [
                "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[2~", "\u{1B}[15~", "\u{1B}OP", "\u{1B}[1;2C", "\u{1B}[Z", "\u{1B}[I",
                "\u{1B}[24~", "\u{1B}[201~", "\u{1B}[1;5A", "\u{1B}[3;5~",
            ])
        func idle(_ key: String) throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("a\(key)b\r")
            try demo.read("ab")
        }

        @Test("a line is cut with Ctrl-K and Ctrl-W and put back with Ctrl-Y")
        func kill() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("one two 셋\u{17}")
            try demo.line("one two |")
            demo.send("\u{1B}b\u{B}")
            try demo.line("one |")
            demo.send("\u{19}")
            try demo.line("one two |")
        }

        @Test("~/.editrc binds keys of its own, and its bindings stand")
        func startupFile() throws {
            let folder = try TemporaryFolder()
            let lines =
                "# mine\nbind ^T accept-entry\ndemo:bind ^O interrupt-entry\nother:bind ^T ignore-key\nbind -e\n"
            try folder.write(lines.utf8, to: ".editrc")
            let demo = try Demo(folder: folder)
            try demo.ready()
            demo.send("a한\u{7F}b\u{14}")
            try demo.read("ab")
            try demo.ready()
            demo.send("c\u{F}")
            try demo.shows("interrupted")
        }

        @Test("~/.editrc chooses vi, and vi has all the keys too")
        func vi() throws {
            let folder = try TemporaryFolder()
            try folder.write("bind -v\n".utf8, to: ".editrc")
            let demo = try Demo(folder: folder)
            try demo.enter("older 한글")
            demo.send("abc")
            try demo.line("abc|")
            demo.send("\u{1B}")
            demo.send("hx")
            try demo.line("a|c")
            demo.send("iX한\u{7F}\u{1B}[C\u{1B}[D")
            try demo.line("aX|c")
            demo.send("\u{3}")
            try demo.shows("interrupted")
            try demo.ready()
            demo.send("\u{1B}k")
            try demo.session.wait(for: "the older entry") { $0.cursorLine == "demo> older 한글" }
            demo.send("\r")
            try demo.session.wait(for: "the entry") { $0.lines.filter { $0 == "line: <older 한글>" }.count == 2 }
            try demo.ready()
            demo.send("one\\\r")
            try demo.ready("....> ")
            demo.send("two")
            try demo.line("two|", prompt: "....> ")
            demo.send("\u{1B}[200~ three\nfour\u{1B}[201~\r")
            try demo.read("one\\⏎two three⏎four")
            try demo.ready()
            demo.send("asse\t\u{1B}")
            demo.send("\r")
            try demo.read("assert ")
        }
    }
}
