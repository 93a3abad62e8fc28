import Glibc
import TestSupport
import Testing

@Suite("repair and compact") struct MaintenanceTests {
    @Test("repair saves a damaged session into a new one, tells what was lost, and ends with 1 where something was")
    func repair() throws {
        let folder = try TemporaryFolder()
        let dossier = Dossier(folder)
        for name in ["a", "b", "c"] { _ = try dossier.run("a.json", "-c", "add note \"\(name)\"") }
        let sound = try dossier.run("repair", "a.json", "--into", "sound.json")
        #expect(
            sound.code == 0 && sound.output.hasPrefix("saved: '\(folder.path)/sound.json' holds 3 records, its log 6 "))
        let log = folder.text(of: "a.log") ?? ""
        try folder.write(log.replacing("add note \\\"b\\\"", with: "add note \\\"B\\\""), to: "a.log")
        try folder.write("{", to: "a.json")
        let refused = try dossier.run("a.json", "-c", "show notes")
        #expect(
            refused.code == 65
                && refused.errors.contains("'dossier repair SESSION --into NEW' saves what can be verified"),
            "\(refused.errors)")
        let run = try dossier.run("repair", "a.json", "--into", "new.json")
        #expect(
            run.code == 1 && run.output.contains("\nlost: n2: it was made by entry 3, "), "\(run.output)\(run.errors)")
        #expect(
            try dossier.run("new.json", "-c", "show notes count by type as csv").output == "type,count\ncomment,1\n")
        let there = try dossier.run("repair", "a.json", "--into", "new.json")
        #expect(there.code == 73 && there.errors == "error: 'new.json' exists already; --overwrite replaces it\n")
        #expect(try dossier.run("repair", "a.json", "--into", "new.json", "--overwrite").code == 1)
        let own = try dossier.run("repair", "a.json", "--into", "a.json", "--overwrite")
        #expect(
            own.code == 73 && own.errors == "error: 'a.json' is the damaged session's state; choose another file\n")
        #expect(try dossier.run("repair", "none.json", "--into", "x.json").code == 66)
        #expect(try dossier.run("repair", "a.json", "--into", "x.json", "--json").output.hasPrefix("{\"saved\": ["))
    }

    @Test("compact folds a log and keeps it beside, or not; the session goes on")
    func compact() throws {
        let folder = try TemporaryFolder()
        let dossier = Dossier(folder)
        _ = try dossier.run("a.json", "-c", "add note \"a\"")
        let head = try dossier.run("a.json", "-c", "log verify").output.split(separator: " ").last {
            $0.utf8.count > 60
        }
        let hash = String(head?.prefix(64) ?? "")
        #expect(try dossier.run("compact", "a.json").output == "3 entries folded; 'a.log.1' keeps them\n")
        #expect(folder.names == ["a.json", "a.log", "a.log.1"])
        _ = try dossier.run("a.json", "-c", "add note \"b\"")
        #expect(
            try dossier.run("compact", "a.json", "--no-archive").output.hasSuffix(
                "entries folded; they were not kept\n"))
        #expect(try dossier.run("compact", "a.json").output == "there is nothing to fold\n")
        #expect(try dossier.run("a.json", "-c", "show notes count by type as csv").output == "type,count\ncomment,2\n")
        #expect(try dossier.run("a.json", "-c", "log verify \(hash)").code == 1)
        #expect(folder.names == ["a.json", "a.log", "a.log.1"])
        let pipes = try Pipes()
        let child = try pipes.start(dossier, ["a.json"])
        pipes.send("add note \"c\"\n")
        #expect(pipes.line() == "n3  note  c")
        let refused = try dossier.run("compact", "a.json", "--wait", "0")
        #expect(refused.code == 75 && refused.errors.contains("process \(child.id) (dossier) has it open"))
        pipes.finish()
        #expect(try child.wait() == 0)
    }

    @Test("a session is taken over from a process that was killed, never while it lives")
    func takeOver() throws {
        let folder = try TemporaryFolder()
        let holding = try Pipes()
        let holder = try holding.start(Dossier(folder), ["a.json"])
        holding.send("add note \"a\"\n")
        #expect(holding.line() == "n1  note  a")
        #expect(try Dossier(folder).run("a.json", "--wait", "0", input: "undo\n").code == 75)
        kill(holder.id, SIGKILL)
        #expect(try holder.wait() == -SIGKILL)
        let next = try Dossier(folder).run("a.json", "-c", "open", "-c", "add note \"b\"")
        #expect(next.output == "opened \(folder.path)/a.json  1 record\nn2  note  b\n" && next.code == 0)
    }

    @Test(
        "a command line that does not say what is to be done is an error of usage",
        arguments: [
            (["repair"], "dossier: 'repair' needs a session"),
            (["repair", "a.json"], "dossier: 'repair' needs '--into', the new session"),
            (["compact"], "dossier: 'compact' needs a session"),
            (["compact", "a.json", "b.json"], "dossier: unexpected word 'b.json': one session at a time"),
            (["compact", "a.json", "--into", "b"], "dossier: '--into' cannot be used with 'compact'"),
            (["--no-archive"], "dossier: '--no-archive' can be used only with 'compact'"),
        ])
    func usage(arguments: [String], message: String) throws {
        let run = try Dossier(try TemporaryFolder()).run(arguments)
        #expect(run.errors.hasPrefix(message + "\n") && run.code == 64, "\(run.errors)")
    }
}
