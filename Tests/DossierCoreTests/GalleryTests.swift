import Recording
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage

@Suite("the gallery of errors") struct GalleryTests {
    private static let folder = "Tests/DossierCoreTests/Gallery/"
    private static let names = PackageFiles.paths(below: folder).map { String($0.dropLast(4)) }

    @Test("every error has an entry, and every entry an error")
    func isWhole() {
        let rules = Diagnostic.Code.allCases.map(\.rawValue)
        #expect(Set(rules).subtracting(Self.names).sorted() == [], "errors without an entry")
        #expect(Set(Self.names).subtracting(rules).sorted() == [], "entries without an error")
    }

    @Test("an input has exactly the message that its entry gives", arguments: names)
    func messages(rule: String) throws {
        try expectRecorded(at: Self.folder + rule + ".txt") { text in
            try GalleryEntry.entries(of: text).map { entry in
                let (message, thrown) = try GalleryTests.outcome(of: entry)
                #expect(thrown == rule, "\(entry.input ?? entry.script ?? "")")
                return entry.text(with: message)
            }.joined(separator: "===\n")
        }
    }

    @Test("at least ten entries are scripts, whose messages begin with file, line and column")
    func scripts() {
        let entries = Self.names.flatMap {
            GalleryEntry.entries(of: PackageFiles.text(Self.folder + $0 + ".txt"))
        }
        let scripts = entries.filter { entry in
            entry.input == nil && entry.message.hasPrefix((entry.script ?? "?") + ":")
        }
        #expect(scripts.count >= 10)
    }

    /// The message of what an entry does, and the rule of the error.
    static func outcome(of entry: GalleryEntry) throws -> (message: String, rule: String?) {
        let disk = MemoryDisk()
        for (name, bytes) in entry.files { disk["/work/" + name] = bytes }
        let engine = TestEngine(disk)
        try engine.run(entry.setup)
        if entry.isCancelled { engine.engine.surroundings.watch = StubWatch(endingAfter: 0) }
        do throws(Diagnostic) {
            let before = engine.state
            do throws(Diagnostic) {
                if let input = entry.input {
                    try engine.run(input)
                } else if let script = entry.script {
                    try engine.replay(script)
                }
            } catch {
                #expect(engine.state == before, "a command that fails changes nothing")
                throw error
            }
            return ("no error", nil)
        } catch {
            return (TestEngine.text(of: error), error.code.rawValue)
        }
    }
}
