import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("repairing a session") struct RepairTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    /// Six entries: three notes, a save, two more notes. The state holds all five.
    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for name in ["a", "b", "c"] { try engine.run("add note \"\(name)\"") }
        try engine.run("save")
        for name in ["d", "e"] { try engine.run("add note \"\(name)\"") }
        try engine.engine.close()
        return disk.unlocked
    }

    /// Repairs into `b.json`; the old files must be as they were, and what is made must be sound.
    private func repair(_ disk: MemoryDisk, trust: Trust = .neither) throws -> (
        report: SessionRepair.Report, made: TestEngine
    ) {
        let before = (disk[Self.path], disk[Self.log])
        let report = try SessionRepair(path: Self.path, disk: disk, trust: trust).save(
            into: "/work/b.json", at: "2024-10-24T09:00:00Z", by: "ana")
        #expect(disk[Self.path] == before.0 && disk[Self.log] == before.1, "the old files are not touched")
        let made = try TestEngine(opening: "/work/b.json", on: disk)
        #expect(made.engine.notices.isEmpty)
        #expect(try !made.run("check references quotes digests circles --storage").contains("error:"))
        return (report, made)
    }

    private func lines(_ disk: MemoryDisk) -> [String] {
        (disk.text(Self.log) ?? "").split(separator: "\n").map { $0 + "\n" }
    }

    @Test("a sound session is saved whole, with its log and its hashes")
    func sound() throws {
        let disk = try disk()
        let original = try TestEngine(opening: Self.path, on: disk)
        let (report, made) = try repair(disk)
        #expect(report.lost == [])
        #expect(report.saved[0] == "'/work/b.json' holds 5 records, its log 7 entries")
        #expect(made.state == original.state)
        let head = try #require(original.engine.journal.lines.last?.hash)
        #expect(try made.run("log verify \(head)").contains("descends from entry 7"))
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
        #expect(report.saved.contains("the state, as it is; nothing verifies it"))
        #expect(report.notes == ["'/work/a.log' is missing: nothing verifies the state"])
        disk["/work/b.json"] = nil
        #expect(try TestEngine(opening: "/work/b.json", on: disk.unlocked).state == made.state, "its log makes it")
        #expect(made.state == disk.text(Self.path))
    }

    @Test(
        "of a log that is damaged in the middle all is saved that the state proves, with the entries around the damage")
    func damagedLog() throws {
        let disk = try disk()
        let before = try TestEngine(opening: Self.path, on: disk)
        disk.flip(1, at: lines(disk)[0].utf8.count + 17, of: Self.log)
        let (report, made) = try repair(disk.unlocked)
        #expect(made.state == before.state)
        #expect(
            report.lost == [
                "history: 1 line of the log, from line 2 on; the changes made there are now one entry, and the records include them"
            ])
        #expect(report.saved[1] == "the state, which entry 7 names")
        try made.run("undo 3")
        #expect(made.session.count == 2, "the steps after the damage are there, with their numbers")
        #expect(try made.run("show log limit 20").contains("add note \"e\""))
        #expect(try made.run("undo").hasPrefix("undone: change from outside\n"))
        #expect(made.session.count == 1)
        let crashed = try TestEngine(opening: Self.path, on: disk.unlocked)
        try crashed.run("add note \"f\"\nundo\nredo")
        let (later, unsaved) = try repair(crashed.disk.unlocked)
        #expect(
            unsaved.state == crashed.state
                && later.saved[1] == "the state, which entry 7 names, with the 3 entries after it")
    }

    @Test("where steps before the damage were undone after it, one entry leads to what the state proves")
    func undoneOverTheDamage() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"a\"\nadd note \"b\"\nadd note \"c\"\nundo 2\nadd note \"d\"")
        try engine.engine.close()
        disk.flip(1, at: lines(disk)[0].utf8.count + 17, of: Self.log)
        let (report, made) = try repair(disk.unlocked)
        #expect(made.state == engine.state)
        #expect(report.lost.count == 1 && report.lost[0].hasPrefix("history: "))
        try made.run("undo 2")
        #expect(made.session.isEmpty)
    }

    @Test("without a state that proves more, the records of the entries after the damage are listed, each once")
    func lostRecords() throws {
        let disk = try disk()
        try TestEngine(opening: Self.path, on: disk).run("set n2 text=changed\nset n2 text=\"changed again\"")
        let damaged = disk.unlocked
        damaged.flip(1, at: lines(damaged)[0].utf8.count + 17, of: Self.log)
        damaged[Self.path] = damaged[Self.path]?.dropLast(40)
        let (report, made) = try repair(damaged)
        #expect(made.session.count == 1)
        #expect(
            report.lost == [
                "n2: it was changed by entry 9, 'changed again', which is not verified: set n2 text=\"changed again\"",
                "n3: it was made by entry 3, 'c', which is not verified: add note \"c\"",
                "n4: it was made by entry 5, 'd', which is not verified: add note \"d\"",
                "n5: it was made by entry 6, 'e', which is not verified: add note \"e\"",
            ])
        #expect(made.session.nextIdentifier(.note).text == "n6", "no lost id comes again")
        #expect(report.notes.count == 1 && report.notes[0].contains("is not a session"))
    }

    @Test("a state that no entry names is told by record, and taken with --trust state")
    func unnamedState() throws {
        let disk = try disk()
        disk.flip(1, at: lines(disk)[0].utf8.count + 17, of: Self.log)
        disk[Self.path] = Array((disk.text(Self.path) ?? "").replacing("\"d\"", with: "\"D\"").utf8)
        let other = disk.unlocked
        let (report, made) = try repair(disk)
        #expect(made.session.count == 1)
        #expect(report.lost.count == 4 && report.lost[0].hasPrefix("n2: it was made by entry 2"))
        let (_, whole) = try repair(other, trust: .state)
        #expect(whole.state == disk.text(Self.path))
        #expect(whole.session.nextIdentifier(.note).text == "n6")
    }

    @Test(
        "a file that is no session in the place of the state is left, and the log saved",
        arguments: ["a,b\n1,2\n", "{\"name\": 1}", ""])
    func otherFile(text: String) throws {
        let disk = try disk()
        let state = disk.text(Self.path)
        disk[Self.path] = Array(text.utf8)
        let (report, made) = try repair(disk)
        #expect(made.state == state && report.lost == [])
        #expect(
            report.notes.count == 1
                && report.notes[0].hasSuffix("; it was not used: the session is rebuilt from the verified entries"))
        #expect(!report.saved.contains { $0.contains("a.json' is") }, "nothing of it was saved")
    }

    @Test("a state of a newer program is refused, not taken for damage")
    func newer() throws {
        let disk = try disk()
        disk[Self.path] = Array("{\"dossier\": {\"format\": 9}}".utf8)
        let error = #expect(throws: StorageError.self) { try repair(disk) }
        #expect(error?.problem.contains("has format 9") == true)
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
        #expect(report.lost == [], "that the state was saved is no loss")
        #expect(report.saved.contains("the state matches the verified entries"))
    }

    @Test("both damaged: what the proved entries make is saved")
    func bothDamaged() throws {
        let disk = try disk()
        disk.flip(1, at: lines(disk)[0..<2].joined().utf8.count + 30, of: Self.log)
        disk[Self.path] = disk[Self.path]?.dropLast(40)
        let (report, made) = try repair(disk)
        #expect(made.session.count == 2)
        #expect(report.lost.map { String($0.prefix(3)) } == ["n3:", "n4:", "n5:"], "\(report.lost)")
    }

    @Test("a line that is missing is bridged by what the state proves; without one the entries after it are lost")
    func missingLine() throws {
        let disk = try disk()
        let state = disk.text(Self.path)
        var left = lines(disk)
        left.remove(at: 1)
        disk[Self.log] = Array(left.joined().utf8)
        let (report, made) = try repair(disk.unlocked)
        #expect(made.state == state && report.lost == [])
        disk[Self.path] = nil
        let (without, less) = try repair(disk)
        #expect(less.session.count == 1)
        #expect(without.lost.map { String($0.prefix(3)) } == ["n3:", "n4:", "n5:"], "\(without.lost)")
    }

    @Test("a line that stands twice loses nothing, nor does a torn end")
    func duplicatedLine() throws {
        let disk = try disk()
        var more = lines(disk)
        more.insert(more[1], at: 2)
        disk[Self.log] = Array((more.joined() + "{\"entry\":8,\"at").utf8)
        let (report, made) = try repair(disk)
        #expect(report.lost == [])
        #expect(report.notes.contains("line 3 of the log: entry 2 again"))
        #expect(report.notes.contains { $0.hasSuffix("an incomplete end of 14 bytes, which was never acknowledged") })
        #expect(made.state == disk.text(Self.path))
    }

    @Test("a folded log whose base is damaged is saved from its archive")
    func damagedBase() throws {
        let disk = try disk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        _ = try engine.engine.compact(keepsArchive: true)
        try engine.engine.close()
        let sound = try repair(disk.unlocked)
        #expect(sound.report.lost == [] && sound.made.state == engine.state)
        disk.flip(1, at: 30, of: Self.log)
        let (report, made) = try repair(disk)
        #expect(made.state == engine.state && report.saved.contains { $0.hasPrefix("the state, which entry ") })
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
