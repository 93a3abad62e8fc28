import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("folding the log") struct CompactionTests {
    private static let path = "/work/a.json"

    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in ["add entity own \"Own\"", "drop own", "add note \"a\"", "add note \"b\"", "drop n2", "undo"] {
            try engine.run(command)
        }
        return disk.unlocked
    }

    private func head(_ engine: TestEngine) throws -> String {
        guard case .object(let object) = try engine.json("log verify"), case .string(let head)? = object["head"]
        else {
            return ""
        }
        return head
    }

    @Test("the session is the same, entries go on counting, ids stay given, and the archive keeps what was folded")
    func folding() throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        let (state, old) = (engine.state, try head(engine))
        let compaction = try engine.engine.compact(keepsArchive: true)
        #expect(compaction == Compaction(folded: 7, archive: "a.log.1"))
        try engine.engine.close()
        #expect((disk.text("/work/a.log.1") ?? "").split(separator: "\n").count == 7)
        #expect((disk.text("/work/a.log") ?? "").split(separator: "\n").count == 2)
        let again = try TestEngine(opening: Self.path, on: disk)
        #expect(again.state == state && again.engine.notices.isEmpty)
        try again.run("add note \"c\"")
        #expect(again.engine.journal.nextNumber == 11)
        #expect(again.session.nextIdentifier(.note).text == "n4" && again.session.wasGiven(Identifier(known: "own")))
        #expect(
            try again.run("log verify \(old)")
                == "the session descends from entry 6 of 2024-10-23T09:00:00Z; 4 entries since\n")
        #expect(try again.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
        #expect(try again.run("show log").contains("entries 1 to 7 folded"))
        try again.run("undo")
        #expect(
            again.error("undo").hasSuffix(
                "  the steps before entry 8 were folded by 'dossier compact'; 'a.log.1' keeps them\n"))
    }

    @Test("the log alone makes the session again after folding, without the archive")
    func logAlone() throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        _ = try engine.engine.compact(keepsArchive: false)
        try engine.engine.close()
        #expect(disk["/work/a.log.1"] == nil)
        let more = try TestEngine(opening: Self.path, on: disk)
        try more.run("add note \"c\"")
        try more.engine.close()
        disk[Self.path] = nil
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == more.state)
        #expect(again.session.nextIdentifier(.note).text == "n4")
    }

    @Test("without its archive a folded log knows the hash on which it was folded, and says what it does not know")
    func withoutArchive() throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        let early = try head(engine)
        try engine.run("save")
        let last = try head(engine)
        _ = try engine.engine.compact(keepsArchive: true)
        try engine.engine.close()
        let archive = disk["/work/a.log.1"]
        disk["/work/a.log.1"] = nil
        let again = try TestEngine(opening: Self.path, on: disk)
        #expect(try again.run("log verify").contains("'a.log.1', which contains them, is missing"))
        #expect(
            try again.run("log verify \(early)").hasSuffix(
                "not checked: entries 1 to 8: 'a.log.1', which contains them, is missing\n"))
        #expect(last != early)
        #expect(
            try again.run("check references quotes digests circles --storage").hasPrefix(
                "warning: 'a.log.1' is missing"))
        disk["/work/a.log.1"] = archive
        #expect(try again.run("log verify \(last)").hasPrefix("the session descends from entry 7"))
        disk.flip(1, at: 20, of: "/work/a.log.1")
        #expect(again.error("log verify").contains("'/work/a.log.1' is damaged at entry 1, line 1, byte 1: "))
    }

    @Test("a second folding goes on from the first, and the chain leads through both archives")
    func twice() throws {
        let disk = try disk()
        var heads: [String] = []
        for number in 1...2 {
            let engine = try TestEngine(opening: Self.path, on: disk)
            try engine.run("add note \"\(number)\"")
            heads.append(try head(engine))
            #expect(try engine.engine.compact(keepsArchive: true).archive == "a.log.\(number)")
            try engine.engine.close()
            let idle = try TestEngine(opening: Self.path, on: disk)
            #expect(try idle.engine.compact(keepsArchive: true).folded == 0)
            try idle.engine.close()
        }
        let again = try TestEngine(opening: Self.path, on: disk)
        for head in heads { #expect(try again.run("log verify \(head)").hasPrefix("the session descends from entry ")) }
        #expect(try again.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
    }

    @Test("a crash at any step leaves the session as it was, with a chain that holds")
    func crash() throws {
        let disk = try disk()
        let before = try TestEngine(opening: Self.path, on: disk.unlocked)
        let head = try head(before)
        var steps = 0
        while true {
            let copy = disk.unlocked
            let crashing = CrashingDisk(copy, after: steps)
            do {
                let engine = try crashing.engine(Self.path)
                _ = try engine.compact(keepsArchive: true)
            } catch { #expect(crashing.hasCrashed) }
            if !crashing.hasCrashed { break }
            let again = try TestEngine(opening: Self.path, on: copy.unlocked)
            #expect(again.state == before.state, "step \(steps)")
            #expect(try again.run("log verify \(head)").hasPrefix("the session descends from entry 6"), "step \(steps)")
            #expect(
                try !again.run("check references quotes digests circles --storage").contains("error:"), "step \(steps)")
            try again.run("add note \"after\"")
            _ = try again.engine.compact(keepsArchive: true)
            try again.engine.close()
            let third = try TestEngine(opening: Self.path, on: again.disk.unlocked)
            #expect(try third.run("log verify \(head)").hasPrefix("the session descends from entry 6"), "step \(steps)")
            steps += 1
        }
        #expect(steps > 10, "\(steps)")
    }

    @Test(
        "a folding that fails leaves the old log, and no archive beside it",
        arguments: ["write", "sync", "rename", "link"])
    func failure(operation: String) throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("save")
        disk.fail(operation, "Input/output error", code: 5)
        #expect(throws: StorageError.self) { try engine.engine.compact(keepsArchive: true) }
        disk.fail(operation, nil)
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == engine.state)
        #expect(try again.run("log verify").contains("entries  "))
    }

    @Test("where the file system has no links the archive is a copy")
    func copy() throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        disk.fail("link", "Operation not permitted", code: 1)
        #expect(try engine.engine.compact(keepsArchive: true).archive == "a.log.1")
        #expect((disk.text("/work/a.log.1") ?? "").split(separator: "\n").count == 7)
    }

    @Test("a session that another has open is not folded")
    func locked() throws {
        let disk = try disk()
        let first = try TestEngine(opening: Self.path, on: disk)
        let second = try TestEngine(opening: Self.path, on: disk)
        let error = #expect(throws: StorageError.self) { try second.engine.compact(keepsArchive: true) }
        #expect(
            error?.problem == "'/work/a.json' cannot change: process 4321 has it open" && error?.exit == .noPermission)
        #expect(first.engine.readOnlyReason == nil)
    }
}
