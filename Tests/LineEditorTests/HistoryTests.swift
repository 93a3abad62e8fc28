import Glibc
import TestSupport
import Testing

extension TerminalTests {
    @Suite("History", .serialized)
    struct Histories {
        private static let up = "\u{1B}[A"
        private static let down = "\u{1B}[B"

        @Test("Up and Down walk through entries, and back to the line that was there")
        func walk() throws {
            let demo = try Demo()
            try demo.enter("one")
            try demo.enter("two")
            demo.send(Self.up)
            try demo.line("two|")
            demo.send(Self.up)
            try demo.line("one|")
            demo.send(Self.up)
            try demo.session.wait(for: "the bell") { $0.bells == 1 }
            demo.send(Self.down + Self.down)
            try demo.ready()
        }

        @Test("Up takes only entries that begin as the line does")
        func prefix() throws {
            let demo = try Demo()
            for entry in ["link 한글 a", "assert b", "link 한글 c", "entity d"] { try demo.enter(entry) }
            demo.send("link 한" + Self.up)
            try demo.line("link 한글 c|")
            demo.send(Self.up)
            try demo.line("link 한글 a|")
            demo.send(Self.down)
            try demo.line("link 한글 c|")
            demo.send(Self.down)
            try demo.session.wait(for: "the line that was there") { $0.textBeforeCursor == "demo> link 한" }
        }

        @Test("an entry of several lines is recalled and edited whole")
        func severalLines() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("first\\\r")
            try demo.ready("....> ")
            demo.send("second\r")
            try demo.read("first\\⏎second")
            try demo.enter("other")
            demo.send(Self.up + Self.up)
            let recalled = try demo.session.wait(for: "both rows") { $0.textBeforeCursor == "second" }
            #expect(recalled.row(recalled.cursorRow - 1) == "demo> first\\")
            demo.send("\u{1}" + Self.up + "\u{5}\u{7F}!")
            try demo.session.wait(for: "the edited row") { $0.textBeforeCursor == "demo> first!" }
            demo.send("\r")
            try demo.read("first!⏎second")
        }

        @Test("history lasts from one run to the next, whole and private")
        func lasting() throws {
            let folder = try TemporaryFolder()
            let first = try Demo(folder: folder)
            try first.enter("한글 \\ back")
            first.send("\u{1B}[200~one\ntwo\u{1B}[201~\r")
            try first.read("one⏎two")
            #expect(folder.mode(of: "history") == 0o600)
            let second = try Demo(folder: folder)
            try second.enter("history")
            let screen = try second.shows("- history")
            #expect(screen.lines.contains("- 한글 \\ back"))
            #expect(screen.lines.contains("- one⏎two"))
        }

        @Test("a leading space keeps a line out, and so does the same line before it")
        func notKept() throws {
            let demo = try Demo()
            try demo.ready()
            for (index, entry) in [" secret", "one", "one", "   ", "two"].enumerated() {
                demo.send(entry + "\r")
                try demo.session.wait(for: "entry \(index)") {
                    $0.lines.filter { $0.hasPrefix("line:") }.count == index + 1 && $0.cursorLine == "demo>"
                }
            }
            #expect(demo.folder.text(of: "history") == "one\ntwo\n")
        }

        @Test("shells open at once lose no line")
        func atOnce() throws {
            let folder = try TemporaryFolder()
            let demos = try (0..<4).map { _ in try Demo(folder: folder) }
            for demo in demos { try demo.ready() }
            for round in 0..<10 {
                for (number, demo) in demos.enumerated() { demo.send("shell \(number) round \(round)\r") }
            }
            for (number, demo) in demos.enumerated() { try demo.read("shell \(number) round 9") }
            for demo in demos { try demo.ready() }
            let kept = try #require(folder.text(of: "history")).split(separator: "\n").map(String.init)
            let expected = (0..<4).flatMap { number in (0..<10).map { "shell \(number) round \($0)" } }
            #expect(kept.sorted() == expected.sorted())
        }

        @Test("a damaged history file is read as far as it can be")
        func damaged() throws {
            let folder = try TemporaryFolder()
            let torn = "half\\"
            try folder.write(
                Array("good\n".utf8) + [0xFF, 0xFE, 0x41, 0x0A, 0x00, 0x1B, 0x5B, 0x32, 0x4A, 0x0A] + Array(torn.utf8),
                to: "history")
            let demo = try Demo(folder: folder)
            try demo.enter("history")
            let screen = try demo.shows("- history")
            #expect(screen.lines.contains("- good"))
            #expect(screen.lines.contains("- \u{FFFD}\u{FFFD}A"))
            #expect(screen.lines.contains("- [2J"))
            #expect(screen.lines.contains("- half\\"))
            #expect(folder.text(of: "history")?.hasSuffix("half\\\nhistory\n") == true)
            #expect(folder.mode(of: "history") == 0o600)
        }

        @Test(
            "a history that is a folder, a pipe or out of reach is no error", arguments: ["folder", "pipe", "nowhere"])
        func unreadable(_ kind: String) throws {
            let folder = try TemporaryFolder()
            let path = folder.file("place")
            switch kind {
            case "folder": mkdir(path, 0o700)
            case "pipe": mkfifo(path, 0o600)
            default: break
            }
            let history = kind == "nowhere" ? "/proc/none/history" : path
            let demo = try Demo(folder: folder, environment: ["DEMO_HISTORY": history])
            try demo.enter("one")
            demo.send(Self.up)
            try demo.line("one|")
        }

        @Test("the folder of the history file is made when it is not there")
        func folder() throws {
            let folder = try TemporaryFolder()
            let demo = try Demo(folder: folder, environment: ["DEMO_HISTORY": folder.file("state/dossier/history")])
            try demo.enter("one")
            #expect(folder.text(of: "state/dossier/history") == "one\n")
        }

        @Test("Ctrl-R finds Hangul as it is typed, and Enter takes what was found")
        func search() throws {
            let demo = try Demo()
            for entry in ["서울 소환", "부산 회의", "서울 회담"] { try demo.enter(entry) }
            demo.send("\u{12}")
            try demo.line("|", prompt: "(search) '': ")
            demo.send("서")
            try demo.line("|서울 회담", prompt: "(search) '서': ")
            demo.send("울 소")
            try demo.line("|서울 소환", prompt: "(search) '서울 소': ")
            demo.send("\u{7F}\u{7F}")
            try demo.line("|서울 회담", prompt: "(search) '서울': ")
            demo.send("\u{12}")
            try demo.line("|서울 소환", prompt: "(search) '서울': ")
            demo.send("\u{12}")
            try demo.line("|서울 소환", prompt: "(no match) '서울': ")
            demo.send("\u{13}")
            try demo.line("|서울 회담", prompt: "(search forward) '서울': ")
            demo.send("\r")
            try demo.session.wait(for: "the entry") { $0.lines.filter { $0 == "line: <서울 회담>" }.count == 2 }
        }

        @Test("a search is given up with Ctrl-G, ended with an arrow or Escape, and dropped with Ctrl-C")
        func searchEnds() throws {
            let demo = try Demo()
            try demo.enter("Find Me")
            demo.send("draft\u{12}find")
            try demo.line("|Find Me", prompt: "(search) 'find': ")
            demo.send("\u{7}")
            try demo.line("draft|")
            demo.send("\u{12}me")
            try demo.line("Find |Me", prompt: "(search) 'me': ")
            demo.send("\u{1B}[C")
            try demo.line("Find M|e")
            demo.send("\u{12}find")
            try demo.line("|Find Me", prompt: "(search) 'find': ")
            demo.send("\u{1B}")
            try demo.line("|Find Me")
            demo.send("X")
            try demo.line("X|Find Me")
            demo.send("\u{12}find\u{3}")
            try demo.shows("interrupted")
            try demo.ready()
            demo.send("\u{12}nothing")
            try demo.line("Find Me|", prompt: "(no match) 'nothing': ")
            demo.send("\u{7}")
            try demo.ready()
        }
    }
}
