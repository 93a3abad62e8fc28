import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("opening from the end of the log") struct LogTailTests {
    private static let path = "/work/a.json"
    private static let log = "/work/a.log"

    /// A session with many entries before its last save and two after it.
    private func disk(entries: Int = 3_000) throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"first\"")
        for number in 2...entries { try engine.run("set n1 text=\(number)") }
        try engine.run("save")
        for number in 1...2 { try engine.run("add note \"after \(number)\"") }
        return disk.unlocked
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do { try body() } catch let error as StorageError { return error.problem } catch let error as Diagnostic {
            return error.message
        } catch { return "\(error)" }
        return nil
    }

    @Test("opening reads the end of the log only, and goes on from there")
    func readsTheEnd() throws {
        let disk = try disk()
        let size = try #require(disk[Self.log]?.count)
        let engine = try TestEngine(opening: Self.path, on: disk)
        #expect(disk.bytesRead(of: Self.log) < size / 4)
        #expect(engine.engine.journal.lines.count == 3)
        #expect(engine.session.count == 3 && engine.engine.unsavedCount == 2)
        try engine.run("add note \"more\"")
        #expect(disk.bytesRead(of: Self.log) < size / 4, "nor does a command read what is before")
        #expect(try engine.run("show log limit 1 groups=open").contains(" 3007  "))
        #expect(try engine.run("show log limit 4").contains(" 3004  "))
        #expect(disk.bytesRead(of: Self.log) < size / 4, "nor does the view of the last entries")
        #expect(try engine.run("show log limit 5").contains(" 3003  "))
        #expect(disk.bytesRead(of: Self.log) > size, "which reads the others where it shows them")
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == engine.state)
        #expect(try again.json("log verify").text.contains("\"entries\": 3007"))
    }

    @Test("the session is the one that the whole log makes, and undo goes back to its first entry")
    func undoToTheBeginning() throws {
        let disk = try disk(entries: 400)
        let engine = try TestEngine(opening: Self.path, on: disk)
        let whole = try TestEngine(opening: Self.path, on: disk.unlocked, trust: .log)
        #expect(engine.state == whole.state)
        #expect(engine.session.nextIdentifier(.note) == whole.session.nextIdentifier(.note))
        try engine.run("undo 402")
        #expect(engine.session.isEmpty)
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.session.isEmpty)
        try again.run("redo 402")
        #expect(again.state == whole.state)
        #expect(try again.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
    }

    @Test("damage in the part that was not read is an error of whoever reads it, and touches nothing")
    func damageBefore() throws {
        let disk = try disk()
        let bytes = try #require(disk[Self.log])
        let second = try #require(bytes.firstIndex(of: 0x0A)) + 1
        disk.flip(1, at: second + 40, of: Self.log)
        let damaged = try #require(disk[Self.log])
        let place = "'/work/a.log' is damaged at entry 2, line 2, byte \(second + 1): "
        let engine = try TestEngine(opening: Self.path, on: disk)
        #expect(engine.engine.notices.isEmpty && engine.session.count == 3)
        for command in ["show log", "undo 3", "log verify", "save b.json"] {
            #expect(refusal { try engine.run(command) }?.hasPrefix(place) == true, "\(command)")
        }
        #expect(try engine.run("check references quotes digests circles --storage").contains("error: " + place))
        #expect(refusal { _ = try engine.engine.compact(keepsArchive: true) }?.hasPrefix(place) == true)
        #expect(
            refusal { _ = try TestEngine(opening: Self.path, on: disk.unlocked, trust: .log) }?.hasPrefix(place)
                == true)
        #expect(disk[Self.log] == damaged && disk["/work/b.json"] == nil && disk["/work/a.log.1"] == nil)
        disk[Self.path] = nil
        #expect(refusal { _ = try TestEngine(opening: Self.path, on: disk.unlocked) }?.hasPrefix(place) == true)
    }

    @Test("damage in the part that is read is an error of opening, whose line is counted from the file's beginning")
    func damageAfter() throws {
        let disk = try disk(entries: 20)
        let bytes = try #require(disk[Self.log])
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }
        for entry in [21, 22, 23] {
            let copy = disk.unlocked
            let start = ends[entry - 2] + 1
            copy.flip(1, at: start + 30, of: Self.log)
            let problem = refusal { _ = try TestEngine(opening: Self.path, on: copy) }
            let place = "'/work/a.log' is damaged at entry \(entry), line \(entry), byte \(start + 1): "
            #expect(problem?.hasPrefix(place) == true, "\(problem ?? "none")")
        }
    }

    @Test("where the last entry that names a state names another, an earlier one counts")
    func earlierSave() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in ["add note \"a\"", "save", "add note \"b\""] { try engine.run(command) }
        let old = disk[Self.path]
        for command in ["save", "add note \"c\""] { try engine.run(command) }
        disk[Self.path] = old
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == engine.state)
        #expect(again.engine.journal.lines.count == 4, "from the first save on")
    }

    @Test("a log that another process wrote anew since it was opened is not mistaken for the old one")
    func writtenAnew() throws {
        let disk = try disk(entries: 20)
        let reader = try TestEngine(opening: Self.path, on: disk, readOnly: true)
        let writer = try TestEngine(opening: Self.path, on: disk)
        _ = try writer.engine.compact(keepsArchive: false)
        #expect(refusal { try reader.run("show log") } == "'/work/a.log' is not the log that was opened")
    }
}
