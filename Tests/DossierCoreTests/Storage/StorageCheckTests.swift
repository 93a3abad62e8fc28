import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("check --storage") struct StorageCheckTests {
    private static let path = "/work/a.json"
    private static let log = "/work/a.log"

    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in ["add source s1 \"T\" -- some words", "add claim \"c\" source=s1 quote=words", "save", "undo"] {
            try engine.run(command)
        }
        try engine.engine.close()
        return disk.unlocked
    }

    /// Whether opening finds something wrong, and whether the check does.
    private func findings(_ disk: MemoryDisk) throws -> (opening: Bool, check: Bool) {
        guard let engine = try? TestEngine(opening: Self.path, on: disk) else { return (true, false) }
        var failed = false
        try engine.engine.run(SourceText("check --storage")) { failed = $0.failed }
        return (!engine.engine.notices.isEmpty, failed)
    }

    @Test("a sound session has no findings, opened in any way")
    func sound() throws {
        let disk = try disk()
        for trust in [Trust.neither, .log] {
            let engine = try TestEngine(opening: Self.path, on: disk.unlocked, trust: trust)
            #expect(
                try engine.run("check references quotes digests circles --storage")
                    == "nothing found: references, quotes, digests, circles, storage\n")
            try engine.run("add note \"more\"")
            #expect(try engine.run("check quotes --storage") == "nothing found: quotes, storage\n")
        }
    }

    @Test("a letter of the state or of the log that changes its case is found, by opening or by the check")
    func everyByte() throws {
        let disk = try disk()
        var foundByCheck = 0
        for file in [Self.path, Self.log] {
            for index in Effort.cases(0..<(disk[file]?.count ?? 0), sampled: 300) {
                let copy = disk.unlocked
                copy.flip(0x20, at: index, of: file)
                let found = try findings(copy)
                #expect(found.opening || found.check, "\(file), byte \(index + 1)")
                if !found.opening, found.check { foundByCheck += 1 }
            }
        }
        #expect(foundByCheck > Effort.number(sampled: 10, full: 100), "opening alone does not read all")
    }

    @Test("a state that its log does not name is told with the records in which it differs")
    func otherState() throws {
        let disk = try disk()
        let state = try #require(disk.text(Self.path))
        let engine = try TestEngine(opening: Self.path, on: disk)
        disk[Self.path] = Array(state.replacing("\"T\"", with: "\"U\"").utf8)
        #expect(
            try engine.run("check references quotes digests circles --storage").hasPrefix(
                "error: '/work/a.json' is not the state that its log names: the SHA-256 differs; it differs in s1"))
        #expect(
            try engine.json("check --storage").text.contains(
                "\"rule\": \"storage\", \"severity\": \"error\", \"text\""))
    }

    @Test("what cannot be proved is a warning: no log, a state from elsewhere")
    func warnings() throws {
        let disk = try disk()
        let alone = MemoryDisk([Self.path: disk.text(Self.path) ?? ""])
        let engine = try TestEngine(opening: Self.path, on: alone)
        #expect(
            try engine.run("check references quotes digests circles --storage")
                == "warning: there is no log to verify '/work/a.json'  (storage)\n1 warning\n")
        try engine.run("add note \"b\"")
        #expect(
            try engine.run("check references quotes digests circles --storage").hasPrefix(
                "warning: the log continues at entry 1 from a state that its entries do not lead to  (storage)\n"))
    }
}
