import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct OpeningTests {
    /// Why a session with these files cannot be opened.
    private func refusal(_ files: [String: String], trust: Trust = .neither) -> StorageError? {
        let disk = MemoryDisk(files)
        do throws(StorageError) { _ = try TestEngine(opening: "/work/a.json", on: disk, trust: trust) } catch {
            return error
        }
        return nil
    }

    private static let empty = "{\"dossier\": {\"format\": 1}}"

    @Test(
        "a file that is no session is an error that says why, and bad data",
        arguments: [
            ("", "'/work/a.json' is not a session: line 1, column 1: "),
            ("{", "'/work/a.json' is not a session: line 1, column 2: "),
            ("[]", "'/work/a.json' is not a session: there is no \"dossier\" in it"),
            ("{\"name\": \"x\"}", "'/work/a.json' is not a session: there is no \"dossier\" in it"),
            ("{\"dossier\": {}}", "'/work/a.json' is not a session: it does not state its format"),
            ("{\"dossier\": {\"format\": 2}}", "'/work/a.json' has format 2; this program reads up to 1"),
            (
                "{\"dossier\": {\"format\": 1}, \"events\": {}}",
                "'/work/a.json' is not a session: line 1, column 38: \"events\" must be a list"
            ),
            (
                "{\"dossier\": {\"format\": 1}, \"events\": [{}]}",
                "'/work/a.json' is not a session: line 1, column 39: an event has no id"
            ),
            (
                "{\"dossier\": {\"format\": 1}, \"events\": [{\"id\": \"e1\", \"when\": \"2024-02-30\"}]}",
                "'/work/a.json' is not a session: line 1, column 39: 'when' of e1: "
            ),
            (
                "{\"dossier\": {\"format\": 1}, \"events\": [{\"id\": \"e1\"}, {\"id\": \"e1\"}]}",
                "'/work/a.json' is not a session: line 1, column 53: the id 'e1' occurs twice"
            ),
            (
                "{\"dossier\": {\"format\": 1}, \"events\": [{\"id\": \"n1\"}]}",
                "'/work/a.json' is not a session: line 1, column 39: 'n1' is the form of an id for a note, not for an event"
            ),
        ])
    func noSession(text: String, problem: String) throws {
        let error = try #require(refusal(["/work/a.json": text]))
        #expect(error.problem.hasPrefix(problem), "\(error.problem)")
        #expect(error.exit == .badData)
    }

    @Test("bytes that are not UTF-8 are an error with line and column")
    func notUTF8() throws {
        let disk = MemoryDisk()
        disk["/work/a.json"] = Array("{\n\"x\": \"".utf8) + [0xFF] + Array("\"}".utf8)
        let error = #expect(throws: StorageError.self) { try TestEngine(opening: "/work/a.json", on: disk) }
        #expect(
            error?.problem.hasPrefix("'/work/a.json' is not a session: line 2, column 7: ") == true,
            "\(error?.problem ?? "")")
        #expect(error?.exit == .badData)
    }

    /// A session on disk with two saved notes and one that is in the log only.
    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in ["add note \"a\"", "add note \"b\"", "save", "add note \"c\""] { try engine.run(command) }
        return disk.unlocked
    }

    @Test("a torn last line is dropped with a word, and what is added later stands in its place")
    func tornLine() throws {
        let disk = try disk()
        let whole = try #require(disk["/work/a.log"])
        disk["/work/a.log"] = whole.dropLast(7)
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        #expect(engine.engine.notices.count == 1)
        #expect(engine.engine.notices[0].hasPrefix("the last line of '/work/a.log' is incomplete ("))
        #expect(engine.session.count == 2)
        try engine.run("add note \"d\"")
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(again.engine.notices.isEmpty)
        #expect(again.state == engine.state)
        #expect(again.session.count == 3)
    }

    @Test("a log cut anywhere opens as the entries that are whole, or is an error; it never invents")
    func cutAnywhere() throws {
        let disk = try disk()
        let whole = try #require(disk["/work/a.log"])
        let ends = whole.indices.filter { whole[$0] == 0x0A }
        for length in stride(from: 0, through: whole.count, by: 5) {
            let cut = MemoryDisk()
            cut["/work/a.log"] = Array(whole.prefix(length))
            let engine = try TestEngine(opening: "/work/a.json", on: cut)
            let count = ends.count { $0 < length }
            #expect(engine.engine.journal.lines.count == count)
            #expect(engine.session.count == [0, 1, 2, 2, 3][count])
        }
    }

    @Test("damage before the last line, where it is read, is an error that names line and byte, and touches nothing")
    func damageInTheMiddle() throws {
        let disk = try disk()
        disk["/work/a.json"] = nil
        let whole = try #require(disk["/work/a.log"])
        let first = try #require(whole.firstIndex(of: 0x0A))
        for (offset, line, byte) in [(10, 1, 1), (first + 40, 2, first + 2)] {
            var bytes = whole
            bytes[offset] ^= 1
            disk["/work/a.log"] = bytes
            let error = #expect(throws: StorageError.self) { try TestEngine(opening: "/work/a.json", on: disk) }
            #expect(
                error?.problem.hasPrefix("'/work/a.log' is damaged at entry \(line), line \(line), byte \(byte): ")
                    == true,
                "\(error?.problem ?? "")")
            #expect(error?.exit == .badData)
            #expect(disk["/work/a.log"] == bytes)
        }
    }

    @Test("a line that is missing, twice or from another log is an error with its place")
    func chainBroken() throws {
        let disk = try disk()
        let lines = (disk.text("/work/a.log") ?? "").split(separator: "\n").map { $0 + "\n" }
        let wrong = [
            (
                [lines[0], lines[2], lines[3]],
                "entry 2, line 2, byte \(lines[0].utf8.count + 1): it is entry 3 in place of entry 2"
            ),
            (
                [lines[0], lines[0]],
                "entry 2, line 2, byte \(lines[0].utf8.count + 1): it is entry 1 in place of entry 2"
            ),
        ]
        for (lines, problem) in wrong {
            let error = try #require(refusal(["/work/a.log": lines.joined()]))
            #expect(error.problem == "'/work/a.log' is damaged at " + problem)
        }
        let error = try #require(refusal(["/work/a.log": "not ours\n"]))
        #expect(error.problem == "'/work/a.log' is damaged at entry 1, line 1, byte 1: it does not end in a hash")
    }

    @Test("a group that was not finished is dropped with a word, and later entries stand in its place")
    func unfinishedGroup() throws {
        let disk = MemoryDisk(["/work/b.dossier": "add note \"b\"\nadd note \"c\"\n"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"")
        try engine.replay("b.dossier")
        let lines = (disk.text("/work/a.log") ?? "").split(separator: "\n").map { $0 + "\n" }
        #expect(lines.count == 5)
        for count in 2...4 {
            let cut = MemoryDisk(["/work/a.log": lines.prefix(count).joined()])
            let again = try TestEngine(opening: "/work/a.json", on: cut)
            #expect(again.session.count == 1)
            #expect(
                again.engine.notices.contains {
                    $0.contains("ends in a group that was not finished (\(count - 2) commands)")
                })
            try again.run("add note \"d\"")
            let third = try TestEngine(opening: "/work/a.json", on: cut.unlocked)
            #expect(third.state == again.state && third.session.count == 2)
        }
    }

    @Test("a state that was changed outside is refused, and opens as the one that is trusted")
    func changedOutside() throws {
        let disk = try disk()
        let state = (disk.text("/work/a.json") ?? "").replacing("\"text\": \"b\"", with: "\"text\": \"B!\"")
        let log = disk.text("/work/a.log") ?? ""
        let error = try #require(refusal(["/work/a.json": state, "/work/a.log": log]))
        #expect(
            error.problem
                == "'/work/a.json' was changed outside the program: compared with its log, 0 records were added, 1 removed, 1 changed"
        )
        #expect(
            error.notes == [
                "--trust state accepts the file, as a change that 'undo' can reverse; --trust log rebuilds it from the log",
                "in the shell: 'open PATH trust=state' or 'open PATH trust=log'",
            ])
        #expect(error.exit == .badData)
        let trusting = MemoryDisk(["/work/a.json": state, "/work/a.log": log])
        let file = try TestEngine(opening: "/work/a.json", on: trusting, trust: .state)
        #expect(file.state == state)
        #expect(file.session.nextIdentifier(.note).text == "n4")
        try file.run("add note \"after\"")
        let again = try TestEngine(opening: "/work/a.json", on: trusting.unlocked)
        #expect(again.state == file.state, "the log names the state that was trusted")
        let other = MemoryDisk(["/work/a.json": state, "/work/a.log": log])
        let fromLog = try TestEngine(opening: "/work/a.json", on: other, trust: .log)
        #expect(fromLog.session.count == 3)
        try fromLog.engine.close()
        #expect(try TestEngine(opening: "/work/a.json", on: other).state == fromLog.state)
    }

    @Test("a state of the same bytes with another time is the one that the log names")
    func touched() throws {
        let disk = try disk()
        disk["/work/a.json"] = disk["/work/a.json"]
        #expect(try TestEngine(opening: "/work/a.json", on: disk).session.count == 3)
    }

    @Test("a damaged state is made again from the log; the file of something else is not overwritten")
    func damagedState() throws {
        let disk = try disk()
        let log = disk.text("/work/a.log") ?? ""
        let damaged = MemoryDisk([
            "/work/a.json": String((disk.text("/work/a.json") ?? "").dropLast(40)), "/work/a.log": log,
        ])
        let engine = try TestEngine(opening: "/work/a.json", on: damaged)
        #expect(engine.session.count == 3)
        #expect(engine.engine.notices.contains { $0.hasSuffix("the session was rebuilt from its log") })
        for other in ["{\"name\": 1}", "{\"dossier\": {\"format\": 9}}"] {
            let error = try #require(refusal(["/work/a.json": other, "/work/a.log": log]))
            #expect(error.exit == .badData)
        }
    }

    @Test("a log that goes on from a state which is gone does not stand for it")
    func stateIsGone() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: "/work/a.json", on: disk)
        try first.run("add note \"a\"")
        try first.engine.close()
        disk["/work/a.log"] = nil
        let second = try TestEngine(opening: "/work/a.json", on: disk)
        try second.run("add note \"b\"")
        #expect(
            try TestEngine(opening: "/work/a.json", on: disk.unlocked).state == second.state,
            "a crash before the save")
        let error = try #require(refusal(["/work/a.log": disk.text("/work/a.log") ?? ""]))
        #expect(error.problem == "the log of '/work/a.json' continues from a state that no longer exists")
        #expect(refusal(["/work/a.log": disk.text("/work/a.log") ?? ""], trust: .log) == nil)
    }

    @Test("a state alone knows its highest ids")
    func stateAlone() throws {
        let state = "{\"dossier\": {\"format\": 1}, \"events\": [{\"id\": \"e7\"}, {\"id\": \"own\"}]}"
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk(["/work/a.json": state]))
        #expect(engine.session.nextIdentifier(.event).text == "e8")
        #expect(engine.session.nextIdentifier(.note).text == "n1")
    }
}
