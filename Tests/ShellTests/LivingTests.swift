import TestSupport
import Testing

@Suite("A shell to live in", .serialized)
struct LivingTests {
    private static let config = ".config/dossier/config"

    private func notes(_ count: Int) -> String {
        (1...count).map { "add note n\($0) -- note \($0)\n" }.joined()
    }

    @Test("a line at fault in the settings' file is a word with its place, and the shell starts")
    func badSetting() throws {
        let folder = try TemporaryFolder([Self.config: "wrap = on\npagr = off\n"])
        let shell = try Shell(columns: 200, folder: folder)
        let screen = try shell.ready()
        #expect(screen.lines.joined().contains("dossier/config:2: there is no setting 'pagr'; did you mean 'pager'?"))
        shell.send("show settings\r")
        try shell.session.wait(for: "the setting") { $0.lines.contains { $0.hasPrefix("wrap") && $0.contains("on") } }
    }

    @Test("the suggestion behind the cursor is shown, and 'set shell suggestions=off' ends it")
    func suggestions() throws {
        let shell = try Shell(environment: ["NO_COLOR": ""])
        try shell.enter("show events", answer: "no events")
        shell.send("show e")
        try shell.session.wait(for: "the suggestion") { $0.cursorLine == "dossier> show events" }
        shell.send("\u{3}")
        try shell.enter("set shell suggestions=off", answer: "shell  suggestions: on → off")
        shell.send("show e")
        try shell.line("show e")
        shell.send("v")
        let screen = try shell.line("show ev")
        #expect(screen.cursorLine == "dossier> show ev")
    }

    @Test("'set shell' completes settings and their words")
    func settingCompletion() throws {
        let shell = try Shell()
        try shell.ready()
        shell.send("set shell sugg\t")
        try shell.line("set shell suggestions=")
        shell.send("of\t")
        try shell.line("set shell suggestions=off ")
    }

    @Test("a line that begins with a space is not kept, the file is the owner's alone, and 0 keeps nothing")
    func history() throws {
        let shell = try Shell()
        try shell.enter("show events", answer: "no events")
        try shell.enter(" show claims", answer: "no claims")
        try shell.enter("history", answer: "  2  history")
        #expect(shell.folder.text(of: ".local/state/dossier/history") == "show events\nhistory\n")
        #expect(shell.folder.mode(of: ".local/state/dossier/history") == 0o600)
        try shell.enter("set shell history=0", answer: "shell  history: 100000 → 0")
        try shell.enter("show notes", answer: "no notes")
        try shell.enter("history", answer: "no entries")
        #expect(
            shell.folder.text(of: ".local/state/dossier/history") == "show events\nhistory\nset shell history=0\n")
    }

    @Test("two shells at once lose no line of the other's")
    func sharedHistory() throws {
        let first = try Shell()
        let second = try Shell(folder: first.folder)
        try second.ready()
        for shell in [first, second, first] { try shell.enter("show events limit 1", answer: "no events") }
        try second.enter("show claims", answer: "no claims")
        try first.enter("show notes", answer: "no notes")
        #expect(
            first.folder.text(of: ".local/state/dossier/history")
                == "show events limit 1\nshow events limit 1\nshow claims\nshow notes\n")
    }

    @Test("what is not typed in the shell is answered without the settings' file")
    func settingsAreTheShells() throws {
        let folder = try TemporaryFolder([Self.config: "wrap = on\npagr = off\n", "a.dossier": "show settings\n"])
        for arguments in [["-c", "show settings"], ["replay", "a.dossier"]] {
            let run = try Shell(arguments, columns: 200, folder: folder)
            #expect(try run.session.waitForExit() == 0)
            let lines = run.session.screen.lines.joined(separator: "\n")
            #expect(lines.contains("wrap") && !lines.contains("config") && !lines.contains("pagr"))
        }
    }

    @Test("the settings' file stands below $XDG_CONFIG_HOME where that is set")
    func configurationFolder() throws {
        let folder = try TemporaryFolder([Self.config: "wrap = on\n", "x/dossier/config": "wrap = of\n"])
        let shell = try Shell(columns: 200, folder: folder, environment: ["XDG_CONFIG_HOME": folder.path + "/x"])
        let screen = try shell.ready()
        #expect(
            screen.lines.joined().contains("/x/dossier/config:1: 'of' is not a value of 'wrap'; did you mean 'off'?"))
        shell.send("show settings\r")
        try shell.session.wait(for: "the standard") {
            $0.lines.contains { $0.hasPrefix("wrap") && $0.hasSuffix("standard") }
        }
    }

    @Test("an answer longer than the screen goes through the pager; a shorter one, or with the pager off, does not")
    func pager() throws {
        let folder = try TemporaryFolder([
            "notes.dossier": notes(30),
            "page.sh": "wc -l > paged; echo paging; read key < /dev/tty; echo \"left $key\"\n",
        ])
        let shell = try Shell(rows: 20, folder: folder, environment: ["DOSSIER_PAGER": "sh page.sh", "PAGER": "false"])
        try shell.ready()
        shell.send("replay notes.dossier\r")
        try shell.session.wait(for: "the pager's turn") { _ in folder.text(of: "paged")?.isEmpty == false }
        shell.send("x\r")
        try shell.shows("left x")
        try shell.ready("dossier +1> ")
        shell.send("show n1\r")
        try shell.shows("n1  note  note 1")
        try shell.ready("dossier +1> ")
        try shell.enter("set shell pager=off", answer: "shell  pager: on → off", prompt: "dossier +1> ")
        shell.send("show notes\r")
        try shell.shows("30 notes")
        try shell.ready("dossier +1> ")
    }

    @Test(
        "the pagers say at the foot of the screen how to leave them", .enabled(if: SystemProgram.isExpected("less")),
        arguments: ["less -FIRX", "less", "more"])
    func pagerSaysHowToLeave(command: String) throws {
        let folder = try TemporaryFolder(["notes.dossier": notes(30)])
        let shell = try Shell(rows: 20, folder: folder, environment: ["DOSSIER_PAGER": command])
        try shell.ready()
        shell.send("replay notes.dossier\r")
        try shell.session.wait(for: "how to leave the pager") { screen in
            screen.cursorLine.contains("q leaves") || screen.cursorLine.contains("'q' to quit")
        }
        shell.send("q")
        try shell.ready("dossier +1> ")
        try shell.enter("show n1", answer: "n1  note  note 1", prompt: "dossier +1> ")
    }

    @Test(
        "a prompt of the user's own is the one that less shows", .enabled(if: SystemProgram.isExpected("less")))
    func ownPrompt() throws {
        let folder = try TemporaryFolder(["notes.dossier": notes(30)])
        let shell = try Shell(rows: 20, folder: folder, environment: ["PAGER": "less", "LESS": "RX -Psmine alone"])
        try shell.ready()
        shell.send("replay notes.dossier\r")
        try shell.session.wait(for: "the user's own prompt") { $0.cursorLine.hasPrefix("mine alone") }
        shell.send("q")
        try shell.ready("dossier +1> ")
    }

    @Test(
        "a pager that is missing, or leaves at once, is no error, and the terminal is as before",
        arguments: ["no-such-pager", "true", "no-such | cat"])
    func missingPager(command: String) throws {
        let folder = try TemporaryFolder(["notes.dossier": notes(30), Self.config: "pager = \(command)\n"])
        let shell = try Shell(["s.json"], rows: 20, folder: folder)
        try shell.ready("s> ")
        shell.send("replay notes.dossier\r")
        try shell.ready("s +1> ")
        if command == "no-such-pager" { #expect(shell.session.screen.lines.contains("n30  note  note 30")) }
        shell.send("add note -- 북한")
        try shell.line("add note -- 북한", prompt: "s +1> ")
        shell.send("\r")
        try shell.ready("s +2> ")
    }

    @Test("Ctrl-C in the pager leaves the shell alive")
    func interruptedPager() throws {
        let folder = try TemporaryFolder(["notes.dossier": notes(30)])
        let shell = try Shell(
            rows: 20, folder: folder, environment: ["PAGER": "sh -c 'cat > got; echo paging; exec sleep 60'"])
        try shell.ready()
        shell.send("replay notes.dossier\r")
        try shell.session.wait(for: "the pager's turn") { _ in folder.text(of: "got")?.contains("n30") == true }
        shell.send("\u{3}")
        try shell.ready("dossier +1> ")
    }

    @Test("'edit' opens the editor on a private file, makes one command of what changed, and leaves no file")
    func edit() throws {
        let folder = try TemporaryFolder([
            "ed.sh": "stat -c %a \"$1\" > mode; echo \"$1\" > name; cat \"$1\" > seen; echo changed >> \"$1\"\n"
        ])
        let shell = try Shell(folder: folder, environment: ["EDITOR": "sh ed.sh", "TMPDIR": folder.path])
        try shell.enter("add note n1 -- first", answer: "n1  note  first", then: "dossier +1> ")
        shell.send("edit n1\r")
        try shell.ready("dossier +2> ")
        #expect(folder.text(of: "mode") == "600\n")
        #expect(folder.text(of: "seen") == "first\n")
        #expect(!folder.names.contains { $0.hasPrefix("dossier-") })
        shell.send("show n1\r")
        try shell.session.wait(for: "the text") {
            $0.lines.contains { $0.contains("changed") }
        }
    }

    @Test("an editor that fails changes nothing, and the shell goes on")
    func failingEditor() throws {
        let folder = try TemporaryFolder(["ed.sh": "echo changed >> \"$1\"; exit 3\n"])
        let shell = try Shell(
            folder: folder, environment: ["VISUAL": "sh ed.sh", "EDITOR": "true", "TMPDIR": folder.path])
        try shell.enter("add note n1 -- first", answer: "n1  note  first", then: "dossier +1> ")
        shell.send("edit n1\r")
        try shell.shows("error: the editor 'sh ed.sh' ended with code 3")
        try shell.ready("dossier +1> ")
        #expect(!folder.names.contains { $0.hasPrefix("dossier-") })
    }
}
