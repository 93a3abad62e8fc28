import TestSupport
import Testing

@Suite("The shell on a terminal", .serialized)
struct ShellTests {
    @Test("who has typed nothing yet is told in four lines what to type first, and once only")
    func greeting() throws {
        let folder = try TemporaryFolder()
        let shell = try Shell(rows: 100, folder: folder)
        let lines = try shell.ready().lines.prefix { !$0.hasPrefix("dossier>") }
        #expect(lines.count == 4)
        #expect(lines.dropFirst().map { $0.split(separator: " ").first } == ["help", "add", "help"])
        try shell.enter("help tutorial", answer: "  save tutorial.json")
        shell.send("\u{4}")
        #expect(try shell.session.waitForExit() == 0)
        let again = try Shell(folder: folder)
        #expect(try again.ready().lines.prefix { !$0.hasPrefix("dossier>") }.count == 1)
        let named = try Shell(["s.json"], folder: folder)
        #expect(try named.ready("s> ").lines.prefix(2) == ["s: a new session, created at the first change", "s>"])
    }

    @Test("the shell says on opening what a session holds, so that a mistyped name is seen")
    func opening() throws {
        let folder = try TemporaryFolder()
        let shell = try Shell(["dam.json"], folder: folder)
        try shell.enter(
            #"add event e1 2024 "Breach""#, answer: "e1  event  2024  Breach", prompt: "dam> ", then: "dam +1> ")
        shell.send("quit\r")
        #expect(try shell.session.waitForExit() == 0)
        let again = try Shell(["dam.json"], folder: folder)
        let line = try #require(try again.ready("dam> ").lines.first)
        #expect(line.hasPrefix("dam: 1 event, last change 2") && line.hasSuffix(" UTC"), "\(line)")
    }

    @Test("what is typed while a notebook is recorded stands in it, with # as prose, and verifies")
    func recording() throws {
        let shell = try Shell()
        try shell.enter("record a.md", answer: "recording to \(shell.folder.path)/a.md")
        shell.send("# What happened on 21 October?\r")
        try shell.ready()
        try shell.enter(
            "add event 2024-10-21 \"Summons\"", answer: "e1  event  2024-10-21  Summons", then: "dossier +1> ")
        shell.send("quit\r")
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == "Leave and lose it? [y/N] " }
        shell.send("y\r")
        #expect(try shell.session.waitForExit() == 0)
        #expect(
            shell.folder.text(of: "a.md")
                == "What happened on 21 October?\n\n```dossier\n> add event 2024-10-21 \"Summons\"\n"
                + "e1  event  2024-10-21  Summons\n```\n")
        let other = try Shell(folder: shell.folder)
        try other.enter("replay a.md", answer: "e1  event  2024-10-21  Summons", then: "dossier +1> ")
    }

    @Test("the prompt has the session's name and counts what changed since it was saved")
    func promptNamesSession() throws {
        let shell = try Shell(["report.json"])
        try shell.enter(
            #"add event e1 2024-10-21 "Summons""#, answer: "e1  event  2024-10-21  Summons", prompt: "report> ",
            then: "report +1> ")
        try shell.enter(
            "set e1 status=confirmed", answer: "e1  status: (empty) → confirmed", prompt: "report +1> ",
            then: "report +2> ")
        shell.send("save\r")
        try shell.ready("report> ")
    }

    @Test("Tab completes verbs, kinds, fields, words and ids by position")
    func completion() throws {
        let shell = try Shell()
        try shell.enter(
            "add event summons 2024-10-21 \"Summons\"", answer: "summons  event  2024-10-21  Summons",
            then: "dossier +1> ")
        shell.send("ann\t")
        try shell.line("annotate ", prompt: "dossier +1> ")
        shell.send("sum\t")
        try shell.line("annotate summons ", prompt: "dossier +1> ")
        shell.send("type=hyp\t")
        try shell.line("annotate summons type=hypothesis ", prompt: "dossier +1> ")
        shell.send("-- why\r")
        try shell.shows("n1  note  why")
        try shell.ready("dossier +2> ")
        shell.send("set summons stat\t")
        try shell.line("set summons status=", prompt: "dossier +2> ")
    }

    @Test("Tab puts in a field before a record with such a word in its title, and the columns of a file behind a brace")
    func completionByFit() throws {
        let folder = try TemporaryFolder()
        try folder.write("day,side one\n2024-10-21,a\n", to: "my rows.csv")
        let shell = try Shell(folder: folder)
        try shell.enter("add event summons \"Summons\"", answer: "summons  event  Summons", then: "dossier +1> ")
        try shell.enter(
            "add claim c-pact \"The status of it\"", answer: "c-pact  claim  The status of it", prompt: "dossier +1> ",
            then: "dossier +2> ")
        shell.send("set summons stat\t")
        try shell.line("set summons status=", prompt: "dossier +2> ")
        shell.send("\u{3}")
        try shell.ready("dossier +2> ")
        shell.send("import csv ~/my\t")
        try shell.line("import csv \"~/my rows.csv\" ", prompt: "dossier +2> ")
        shell.send("kind=event when={d\t")
        try shell.line("import csv \"~/my rows.csv\" kind=event when={day} ", prompt: "dossier +2> ")
    }

    @Test("with plain=yes lines are read as they come, answers are words, and nothing is drawn; plain=no edits again")
    func plain() throws {
        let shell = try Shell()
        try shell.enter("add event e1 2024 \"Breach\"", answer: "e1  event  2024  Breach", then: "dossier +1> ")
        shell.send("set shell plain=yes\r")
        try shell.shows("shell  plain: no to yes")
        try shell.session.wait(for: "a plain prompt") {
            $0.textBeforeCursor == "dossier +1> " && !$0.takesBracketedPaste
        }
        shell.send("show events with title\r")
        try shell.shows("row 1 of 1")
        let screen = try shell.shows("title: Breach")
        #expect(!screen.lines.contains { $0.contains("─") })
        shell.send("half a line\u{3}")
        try shell.session.wait(for: "the next prompt") { $0.textBeforeCursor == "dossier +1> " }
        shell.send("set shell plain=no\r")
        try shell.ready("dossier +1> ")
        shell.send("sho\t")
        try shell.line("show ", prompt: "dossier +1> ")
    }

    @Test("Ctrl-C drops the line, and the shell goes on")
    func interrupt() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("add event half a")
        try shell.line("add event half a")
        shell.send("\u{3}")
        try shell.ready()
        try shell.enter("show events", answer: "no events")
    }

    @Test("Ctrl-D on an empty line leaves a session that has a file, and saves it")
    func leave() throws {
        let shell = try Shell(["report.json"])
        try shell.enter("add note -- kept", answer: "n1  note  kept", prompt: "report> ", then: "report +1> ")
        shell.send("\u{4}")
        #expect(try shell.session.waitForExit() == 0)
        #expect(
            shell.folder.text(of: "report.json")?.contains(#"{"id": "n1", "text": "kept", "type": "comment"}"#) == true)
    }

    @Test("an export of what is marked asks for its label, and none is sent where none is given")
    func label() throws {
        let shell = try Shell()
        try shell.enter("add event raid 2024 tlp=amber", answer: "raid  event  2024", then: "dossier +1> ")
        shell.send("export csv events to a.csv\r")
        let question = "Label (clear, green, amber, amber+strict, red; Enter exports nothing): "
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == question }
        shell.send("\r")
        try shell.ready("dossier +1> ")
        #expect(shell.folder.text(of: "a.csv") == nil)
        shell.send("export csv events to a.csv\r")
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == question }
        shell.send("amber\r")
        try shell.ready("dossier +1> ")
        #expect(shell.folder.text(of: "a.csv")?.contains("raid,,2024") == true)
        shell.send("\u{1B}[A")
        try shell.session.wait(for: "the entry with its label") {
            $0.textBeforeCursor.hasSuffix("export csv events to a.csv tlp=amber")
        }
        shell.send("\u{3}quit\ry\r")
        #expect(try shell.session.waitForExit() == 0)
    }

    @Test("leaving with work in memory asks once")
    func leavingAsks() throws {
        let shell = try Shell()
        try shell.enter("add note -- not kept", answer: "n1  note  not kept", then: "dossier +1> ")
        shell.send("quit\r")
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == "Leave and lose it? [y/N] " }
        shell.send("n\r")
        try shell.ready("dossier +1> ")
        shell.send("\u{4}")
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == "Leave and lose it? [y/N] " }
        shell.send("\u{4}")
        try shell.ready("dossier +1> ")
        shell.send("quit\r")
        try shell.session.wait(for: "the question") { $0.textBeforeCursor == "Leave and lose it? [y/N] " }
        shell.send("y\r")
        #expect(try shell.session.waitForExit() == 0)
    }

    @Test("Hangul is typed, deleted by whole syllables, and kept")
    func hangul() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("add note -- 북한 병사들")
        try shell.line("add note -- 북한 병사들")
        shell.send("\u{7F}")
        try shell.line("add note -- 북한 병사")
        shell.send("\r")
        try shell.shows("n1  note  북한 병사")
        try shell.enter("show notes \"병사\" with text", answer: "1  n1  북한 병사", prompt: "dossier +1> ")
    }

    @Test("a text between three quotation marks goes on over lines, and is one entry of the history")
    func continuation() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("add note \"\"\"\r")
        try shell.ready("     ...> ")
        shell.send("one\r")
        try shell.ready("     ...> ")
        shell.send("two\"\"\"\r")
        try shell.shows("n1  note  one …")
        try shell.ready("dossier +1> ")
    }

    @Test("a pasted paragraph does not run before Enter")
    func paste() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("\u{1B}[200~add note -- one\nadd note -- two\u{1B}[201~")
        try shell.session.wait(for: "the pasted lines") { $0.textBeforeCursor.hasSuffix("add note -- two") }
        #expect(!shell.session.screen.lines.contains("n1  note  one"))
        shell.send("\r")
        try shell.shows("n2  note  two")
    }

    @Test("a line longer than the terminal is typed and run whole, also after a resize")
    func longLine() throws {
        let shell = try Shell(columns: 40)
        try shell.ready()
        let text = String(repeating: "word ", count: 20) + "end"
        shell.send("add note -- " + text)
        try shell.session.wait(for: "the end of the line") { $0.textBeforeCursor.hasSuffix("end") }
        shell.session.resize(columns: 60, rows: 24)
        try shell.session.wait(for: "the line drawn anew") { $0.textBeforeCursor.hasSuffix("end") }
        shell.send("\r")
        try shell.ready("dossier +1> ")
        shell.send("show notes \"word end\" limit 1 count by type\r")
        try shell.shows("comment      1")
    }

    @Test("an error shows the line and a caret, and the shell goes on")
    func error() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("add evnt\r")
        try shell.shows("  did you mean 'event'?")
        try shell.ready()
    }

    @Test("a second shell on the same session is read-only and says who has it")
    func readOnly() throws {
        let folder = try TemporaryFolder()
        let first = try Shell(["s.json"], folder: folder)
        try first.enter("add note -- one", answer: "n1  note  one", prompt: "s> ", then: "s +1> ")
        let second = try Shell(["s.json"], folder: folder)
        try second.ready("s (read-only)> ")
        #expect(second.session.screen.lines.contains { $0.contains("process") })
        second.send("add note -- two\r")
        try second.session.wait(for: "the refusal") { $0.lines.contains { $0.contains("cannot change") } }
    }

    @Test("what was typed is in the history of the next shell")
    func history() throws {
        let folder = try TemporaryFolder()
        let first = try Shell(["s.json"], folder: folder)
        try first.enter("add note -- one", answer: "n1  note  one", prompt: "s> ", then: "s +1> ")
        first.send("\u{4}")
        #expect(try first.session.waitForExit() == 0)
        let second = try Shell(["s.json"], folder: folder)
        try second.ready("s> ")
        second.send("\u{1B}[A")
        try second.line("add note -- one", prompt: "s> ")
    }

    @Test(
        "terminals of old, narrow ones and a plain locale take commands and show answers",
        arguments: [
            ["TERM": "dumb"], ["TERM": ""], ["TERM": "vt100"], ["TERM": "no-such-terminal"],
            ["LC_ALL": "C", "LANG": "C"],
        ])
    func plainTerminals(environment: [String: String]) throws {
        let shell = try Shell(["r.json"], columns: 20, environment: environment)
        try shell.session.wait(for: "the prompt") { $0.cursorLine == "r>" }
        shell.send("add note -- 북한 병사\r")
        try shell.session.wait(for: "the answer") {
            $0.lines.contains { $0.hasPrefix("n1  note") } && $0.cursorLine == "r +1>"
        }
        shell.send("frobnicate\r")
        try shell.session.wait(for: "the error") {
            $0.lines.contains { $0.hasPrefix("error: unknown") } && $0.cursorLine == "r +1>"
        }
        shell.send("quit\r")
        #expect(try shell.session.waitForExit() == 0)
        #expect(shell.folder.text(of: "r.json")?.contains("북한 병사") == true)
    }

    @Test("a terminal that can only print has no pages")
    func dumbPages() throws {
        let environment = ["TERM": "dumb", "DOSSIER_PAGER": "touch paged"]
        let shell = try Shell(["r.json"], rows: 10, environment: environment)
        try shell.session.wait(for: "the prompt") { $0.cursorLine == "r>" }
        shell.send("help\r")
        try shell.session.wait(for: "the end of the help") { $0.lines.contains("more") && $0.cursorLine == "r>" }
        #expect(shell.folder.text(of: "paged") == nil)
    }
}
