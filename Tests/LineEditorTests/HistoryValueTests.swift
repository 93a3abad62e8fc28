import Glibc
import TestSupport
import Testing

@testable import LineEditor

@Suite("History without a terminal")
struct HistoryValueTests {
    @Test("an entry comes back from its line as it was")
    func roundTrip() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let entry = random.text(
                of: ["\\", "n", "r", "\n", "한", " ", "\t", "\"", "e\u{301}"], count: random.below(20))
            let line = HistoryLine.encode(entry)
            #expect(!line.utf8.contains(UInt8(ascii: "\n")))
            #expect(HistoryLine.decode(Array(line.utf8)[...]) == entry, "seed \(seed)")
        }
    }

    @Test("a line written by hand reads as it looks")
    func byHand() {
        #expect(HistoryLine.decode(Array("a\\tb\\".utf8)[...]) == "a\\tb\\")
        #expect(HistoryLine.decode([0x61, 0xFF, 0x00, 0x1B, 0x62]) == "a\u{FFFD}b")
    }

    @Test("a file that grew well beyond the limit is cut to the newest entries, and stays private")
    func trimming() throws {
        let folder = try TemporaryFolder()
        try folder.write((0..<200).map { "entry \($0)\n" }.joined().utf8, to: "history")
        chmod(folder.file("history"), 0o644)
        let file = HistoryFile(path: folder.file("history"), limit: 100)
        #expect(try file.load() == (100..<200).map { "entry \($0)" })
        #expect(folder.text(of: "history") == (100..<200).map { "entry \($0)\n" }.joined())
        #expect(folder.mode(of: "history") == 0o600)
        try file.append("new")
        #expect(try file.load() == (101..<200).map { "entry \($0)" } + ["new"])
    }

    @Test("a history that is a symbolic link stays one when it is cut")
    func link() throws {
        let folder = try TemporaryFolder()
        try folder.write((0..<20).map { "\($0)\n" }.joined().utf8, to: "target")
        symlink(folder.file("target"), folder.file("history"))
        #expect(try HistoryFile(path: folder.file("history"), limit: 10).load().count == 10)
        #expect(folder.text(of: "target") == (10..<20).map { "\($0)\n" }.joined())
        var status = stat()
        lstat(folder.file("history"), &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test("entries appended while others cut the file are not lost")
    func appendedWhileCut() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("history")
        try folder.write((0..<1_000).map { "old \($0)\n" }.joined().utf8, to: "history")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<100 { try HistoryFile(path: path, limit: 700).append("\(writer) \(number)") }
                }
            }
            group.addTask { for _ in 0..<50 { _ = try HistoryFile(path: path, limit: 700).load() } }
            try await group.waitForAll()
        }
        let kept = Set(try HistoryFile(path: path, limit: 10_000).load())
        for writer in 0..<4 {
            for number in 0..<100 { #expect(kept.contains("\(writer) \(number)")) }
        }
    }

    /// The limits are those of a build without optimisation on a busy machine.
    @Test("a hundred thousand entries are read and searched without a wait to be felt")
    func large() throws {
        let folder = try TemporaryFolder()
        let lines = (0..<100_000).map { "link event \($0) 서울 회담 relation=causes grade=B2\n" }.joined()
        try folder.write(lines.utf8, to: "history")
        let clock = ContinuousClock()
        var history = History(path: nil, limit: 0)
        let loading = clock.measure { history = History(path: folder.file("history"), limit: 100_000) }
        let suggesting = clock.measure { #expect(history.suggestion(for: "link event x") == nil) }
        var search = HistorySearch(from: history, original: "", direction: .older)
        let searching = clock.measure { for scalar in "없다".unicodeScalars { search.append(scalar, in: history) } }
        #expect(search.failed)
        print("100,000 entries: loaded in \(loading), suggestion in \(suggesting), search in \(searching)")
        #expect(loading < .seconds(20) && suggesting < .seconds(10) && searching < .seconds(20))
    }

    @Test("a walk goes over entries with the same beginning, and never over the same text twice in a row")
    func walk() {
        var history = History(path: nil, limit: 100)
        for entry in ["a1", "b1", "a2", "b2", "a2"] { history.remember(entry) }
        var walk = HistoryWalk(from: history, prefix: "a", draft: "a")
        let back = (0..<3).map { _ in step { walk.goBack(in: history) } + walk.shown }
        #expect(back == ["moved to a2", "moved to a1", "stayed at a1"])
        let forward = (0..<3).map { _ in step { walk.goForward(in: history) } + walk.shown }
        #expect(forward == ["moved to a2", "moved to a", "stayed at a"])
    }

    private func step(_ move: () -> Bool) -> String {
        move() ? "moved to " : "stayed at "
    }

    @Test("no more entries are kept than the limit says")
    func limit() {
        var history = History(path: nil, limit: 2)
        for entry in ["1", "2", "3"] { history.remember(entry) }
        #expect(history.entries == ["2", "3"])
        var none = History(path: nil, limit: 0)
        none.remember("1")
        #expect(none.entries.isEmpty)
    }
}
