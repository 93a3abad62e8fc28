import Testing

@testable import DossierCore

@Suite("repairing a session") struct RepairTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    /// Six entries: three notes, a save, two more notes. The state holds all five.
    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        for name in ["a", "b", "c"] { try notebook.run("add note \"\(name)\"") }
        try notebook.run("save")
        for name in ["d", "e"] { try notebook.run("add note \"\(name)\"") }
        try notebook.notebook.close()
        return disk.unlocked
    }

    /// Repairs into `b.json`; the old files must be as they were, and what is made must be sound.
    private func repair(_ disk: MemoryDisk, trust: Trust = .neither) throws -> (
        report: SessionRepair.Report, made: TestNotebook
    ) {
        let before = (disk[Self.path], disk[Self.log])
        let report = try SessionRepair(path: Self.path, disk: disk, trust: trust).save(
            into: "/work/b.json", at: "2024-10-24T09:00:00Z", by: "ana")
        #expect(disk[Self.path] == before.0 && disk[Self.log] == before.1, "the old files are not touched")
        let made = try TestNotebook(opening: "/work/b.json", on: disk)
        #expect(made.notebook.notices.isEmpty)
        #expect(try !made.run("check references quotes digests circles --storage").contains("error:"))
        return (report, made)
    }

    private func lines(_ disk: MemoryDisk) -> [String] {
        (disk.text(Self.log) ?? "").split(separator: "\n").map { $0 + "\n" }
    }

    @Test("a sound session is saved whole, with its log and its hashes")
    func sound() throws {
        let disk = try disk()
        let original = try TestNotebook(opening: Self.path, on: disk)
        let (report, made) = try repair(disk)
        #expect(report.lost == [])
        #expect(report.saved[0] == "'/work/b.json' holds 5 records, its log 7 proved entries")
        #expect(made.state == original.state)
        let head = try #require(original.notebook.journal.lines.last?.hash)
        #expect(try made.run("log verify \(head)").contains("grew from entry 7"))
        try made.run("undo 5")
        #expect(made.session.isEmpty)
    }

    @Test("a state that is gone, torn or turned over comes whole out of the log", arguments: ["gone", "torn", "bit"])
    func damagedState(damage: String) throws {
        let disk = try disk()
        let state = disk.text(Self.path)
        switch damage {
        case "gone": disk[Self.path] = nil
        case "torn": disk[Self.path] = disk[Self.path]?.dropLast(40)
        default: disk[Self.path] = Array((state ?? "").replacing("\"d\"", with: "\"D\"").utf8)
        }
        let (report, made) = try repair(disk)
        #expect(report.lost == [], "\(damage)")
        #expect(made.state == state)
    }

    @Test("a log that is gone leaves the state, which nothing proves")
    func missingLog() throws {
        let disk = try disk()
        disk[Self.log] = nil
        let (report, made) = try repair(disk)
        #expect(report.lost == [])
        #expect(
            report.saved.contains("'/work/a.log' is not there: nothing proves the state, which is taken as it stands"))
        #expect(made.state == disk.text(Self.path))
    }

    @Test("of a log that is damaged in the middle the entries before are saved, the others listed with their records")
    func damagedLog() throws {
        let disk = try disk()
        let start = lines(disk)[0].utf8.count
        disk.flip(1, at: start + 17, of: Self.log)
        let other = disk.unlocked
        let (report, made) = try repair(disk)
        #expect(made.session.count == 1)
        #expect(report.lost.count == 7, "six lines, and what the state holds beyond")
        #expect(
            report.lost[0]
                == "line 2, byte \(start + 1): its hash is not that of its bytes; it says entry 2, add note \"b\" (n2)")
        #expect(report.lost[1].hasSuffix("it is entry 3 where 2 belongs; it says entry 3, add note \"c\" (n3)"))
        #expect(
            report.lost[6].hasPrefix(
                "no proved entry names the state; what it holds otherwise was not taken: n2, n3, n4, n5"))
        let (_, whole) = try repair(other, trust: .state)
        #expect(whole.state == disk.text(Self.path))
        #expect(whole.session.nextIdentifier(.note).text == "n6")
    }

    @Test("a state that a proved entry names is saved, though the log is damaged after it")
    func namedState() throws {
        let disk = try disk()
        let lines = lines(disk)
        disk.flip(1, at: lines[0..<6].joined().utf8.count + 30, of: Self.log)
        disk[Self.path] = Array(disk.text(Self.path)?.utf8 ?? "".utf8)
        let copy = disk.unlocked
        let (report, made) = try repair(copy)
        #expect(made.session.count == 5)
        #expect(report.lost.count == 1 && report.lost[0].hasPrefix("line 7, "))
        #expect(report.saved.contains("the state is the one that the proved entries make"))
    }

    @Test("both damaged: what the proved entries make is saved")
    func bothDamaged() throws {
        let disk = try disk()
        disk.flip(1, at: lines(disk)[0..<2].joined().utf8.count + 30, of: Self.log)
        disk[Self.path] = disk[Self.path]?.dropLast(40)
        let (report, made) = try repair(disk)
        #expect(made.session.count == 2 && report.lost.count == 5)
    }

    @Test("a line that is missing breaks the proof of those after it")
    func missingLine() throws {
        let disk = try disk()
        var left = lines(disk)
        left.remove(at: 1)
        disk[Self.log] = Array(left.joined().utf8)
        let (report, made) = try repair(disk)
        #expect(made.session.count == 1)
        #expect(report.lost.count == 6)
    }

    @Test("a line that stands twice loses nothing, nor does a torn end")
    func duplicatedLine() throws {
        let disk = try disk()
        var more = lines(disk)
        more.insert(more[1], at: 2)
        disk[Self.log] = Array((more.joined() + "{\"entry\":8,\"at").utf8)
        let (report, made) = try repair(disk)
        #expect(report.lost == [])
        #expect(report.saved.contains("line 3: entry 2 once more"))
        #expect(report.saved.contains { $0.hasSuffix("a torn end of 14 bytes, which was never acknowledged") })
        #expect(made.state == disk.text(Self.path))
    }

    @Test("a folded log whose base is damaged is saved from its archive")
    func damagedBase() throws {
        let disk = try disk()
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        _ = try notebook.notebook.compact(keepsArchive: true)
        try notebook.notebook.close()
        let sound = try repair(disk.unlocked)
        #expect(sound.report.lost == [] && sound.made.state == notebook.state)
        disk.flip(1, at: 30, of: Self.log)
        let (report, made) = try repair(disk)
        #expect(report.lost.count == 2)
        #expect(made.state == notebook.state)
    }

    @Test("a new session that is there, and an old one that is not, are refused")
    func refusals() throws {
        let disk = try disk()
        func refusal(_ path: String, _ new: String) -> StorageError? {
            do throws(StorageError) {
                _ = try SessionRepair(path: path, disk: disk, trust: .neither).save(into: new, at: "", by: "")
                return nil
            } catch { return error }
        }
        #expect(refusal(Self.path, Self.path)?.exit == .cannotCreate)
        #expect(refusal("/work/none.json", "/work/b.json")?.exit == .noInput)
        disk["/work/x.json"] = Array("{\"name\": 1}".utf8)
        #expect(refusal("/work/x.json", "/work/b.json")?.exit == .badData)
        disk["/work/y.json"] = Array("{".utf8)
        disk["/work/y.log"] = Array("not ours\n".utf8)
        #expect(refusal("/work/y.json", "/work/b.json")?.exit == .badData)
        #expect(disk["/work/b.json"] == nil && disk["/work/b.log"] == nil)
    }
}
