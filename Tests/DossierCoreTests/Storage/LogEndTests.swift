import Testing

@testable import DossierEngine
@testable import DossierStorage

/// What a power cut leaves of an append that was written and not synced, and what is damage that came later.
@Suite struct LogEndTests {
    private static let log = "/work/a.log"
    private static let script = (1...6).map { "add note \"\($0)\"\n" }.joined()

    /// A session with one note, then a script: the bytes of the log before and after it, and the state before.
    private func group() throws -> (before: [UInt8], after: [UInt8], state: String) {
        let disk = MemoryDisk(["/work/b.dossier": Self.script])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"")
        let (before, state) = (try #require(disk[Self.log]), engine.state)
        try engine.replay("b.dossier")
        return (before, try #require(disk[Self.log]), state)
    }

    private func open(_ log: [UInt8]) throws -> TestEngine {
        let disk = MemoryDisk()
        disk[Self.log] = log
        return try TestEngine(opening: "/work/a.json", on: disk)
    }

    /// Opens as the state before, with a word; and goes on from there.
    private func expectDropped(_ log: [UInt8], _ state: String, _ place: String) throws {
        let engine = try open(log)
        #expect(engine.state == state, "\(place)")
        #expect(
            engine.engine.notices.contains { $0.contains("incomplete") || $0.contains("not finished") }, "\(place)")
        try engine.run("add note \"later\"")
        let again = try TestEngine(opening: "/work/a.json", on: engine.disk.unlocked)
        #expect(again.state == engine.state && again.engine.notices.count == 1, "\(place)")
    }

    @Test("pages of a group that were never written drop the group, wherever they are", arguments: [64, 512])
    func pagesOfZeros(size: Int) throws {
        let (before, after, state) = try group()
        let begun = try #require(after[before.count...].firstIndex(of: 0x0A)) + 1
        for start in stride(from: before.count, to: after.count, by: size) {
            for end in stride(from: start + size, to: after.count + size, by: 3 * size) {
                var log = after
                for index in start..<min(end, after.count) { log[index] = 0 }
                try expectDropped(log, state, "zeros from \(start) to \(end)")
                if start < begun { continue }
                try expectDropped(log.dropLast(1_000), state, "zeros from \(start) to \(end), and cut")
            }
        }
    }

    @Test("a group without an end that goes on with what stood there before is dropped")
    func oldContents() throws {
        let (before, after, state) = try group()
        let lines = after.split(separator: 0x0A).map { $0 + [0x0A] }
        for count in 3..<lines.count - 1 {
            let log = lines.prefix(count).flatMap(\.self) + Array("what stood there\nbefore\n".utf8)
            #expect(log.starts(with: before))
            try expectDropped(log, state, "\(count) lines")
        }
    }

    @Test("a last entry with zeros in it is torn")
    func lastEntry() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"")
        let (before, state) = (try #require(disk[Self.log]), engine.state)
        try engine.run("add note \"b\"")
        let after = try #require(disk[Self.log])
        for start in stride(from: before.count, to: after.count, by: 20) {
            var log = after
            for index in start..<min(start + 20, after.count) { log[index] = 0 }
            try expectDropped(log, state, "zeros from \(start)")
        }
    }

    @Test(
        "a bit that turned over in a group that was finished is damage, not a power cut; so are zeros before later entries"
    )
    func damage() throws {
        let (before, after, _) = try group()
        for offset in stride(from: before.count + 30, to: after.count - 3, by: 50) {
            var log = after
            log[offset] ^= 1
            #expect(throws: StorageError.self, "byte \(offset)") { try open(log) }
        }
        let engine = try open(after)
        try engine.run("add note \"later\"\nsave")
        let later = try #require(engine.disk[Self.log])
        for offset in stride(from: 30, to: after.count - 3, by: 50) {
            var log = later
            log[offset] = 0
            #expect(throws: StorageError.self, "byte \(offset)") { try open(log) }
        }
    }
}
