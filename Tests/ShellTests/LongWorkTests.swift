import Glibc
import TestSupport
import Testing

@Suite("Long work on a terminal", .serialized)
struct LongWorkTests {
    /// A script that runs for long and is short to write: it calls another again and again.
    private func folder() throws -> TemporaryFolder {
        try TemporaryFolder([
            "long.dossier": String(repeating: "replay ten.dossier\n", count: 200_000),
            "ten.dossier": String(repeating: "add note -- one\n", count: 10),
        ])
    }

    @Test("the first Ctrl-C in a long command says what the second does: it ends, and the session is as it was")
    func cancelled() throws {
        let shell = try Shell(["s.json"], folder: try folder(), environment: ["NO_COLOR": ""])
        try shell.enter("add note n0 -- first", answer: "n0  note  first", prompt: "s> ", then: "s +1> ")
        shell.send("replay long.dossier\r")
        try shell.session.wait(for: "the progress") { screen in
            screen.cursorLine.hasPrefix("replaying long.dossier  ") && screen.cursorLine.hasSuffix(" left")
        }
        shell.send("\u{3}")
        try shell.shows("press Ctrl-C again to cancel")
        shell.send("\u{3}")
        try shell.session.wait(for: "the end") { $0.lines.contains { $0.hasSuffix("error: cancelled") } }
        let screen = try shell.ready("s +1> ")
        #expect(!screen.lines.contains { $0.hasPrefix("replaying") }, "the line of progress is erased")
        try shell.enter("show notes count by type", answer: "comment      1", prompt: "s +1> ")
        shell.send("undo\r")
        try shell.shows("dropped n0  note  first")
        try shell.ready("s +2> ")
    }

    @Test("a long import ends at the second Ctrl-C, and the session is as it was")
    func cancelledImport() throws {
        let folder = try TemporaryFolder(["long.csv": "text\n" + String(repeating: "one\n", count: 1_000_000)])
        let shell = try Shell(["s.json"], folder: folder, environment: ["NO_COLOR": ""])
        try shell.enter("add note n0 -- first", answer: "n0  note  first", prompt: "s> ", then: "s +1> ")
        shell.send("import csv long.csv kind=note text={text}\r")
        try shell.session.wait(for: "the progress") { $0.cursorLine.hasPrefix("importing long.csv  ") }
        shell.send("\u{3}")
        try shell.shows("press Ctrl-C again to cancel")
        shell.send("\u{3}")
        try shell.session.wait(for: "the end") { $0.lines.contains { $0.hasSuffix("error: cancelled") } }
        try shell.ready("s +1> ")
        try shell.enter("show notes count by type", answer: "comment      1", prompt: "s +1> ")
    }

    @Test("one Ctrl-C alone ends nothing")
    func once() throws {
        let folder = try TemporaryFolder(["a.dossier": String(repeating: "add note -- one\n", count: 2_000)])
        let shell = try Shell(folder: folder, environment: ["PAGER": "true"])
        try shell.ready()
        shell.send("replay a.dossier\r\u{3}")
        try shell.session.wait(for: "the word or the end") {
            $0.lines.contains("press Ctrl-C again to cancel") || $0.textBeforeCursor == "dossier +1> "
        }
        try shell.ready("dossier +1> ")
    }

    @Test("elsewhere than in the shell Ctrl-C ends the program, and nothing is half done")
    func ended() throws {
        let folder = try folder()
        let run = try Shell(
            ["replay", "long.dossier", "--into", "s.json", "--quiet"], folder: folder, environment: ["NO_COLOR": ""])
        try run.session.wait(for: "the progress") { $0.cursorLine.hasPrefix("replaying long.dossier  ") }
        run.send("\u{3}")
        #expect(try run.session.waitForExit() == -SIGINT)
        #expect(run.session.screen.lines.allSatisfy { !$0.hasPrefix("replaying") }, "the line of progress is erased")
        let shell = try Shell(["s.json"], folder: folder)
        try shell.enter("show notes", answer: "no notes", prompt: "s> ")
    }
}
