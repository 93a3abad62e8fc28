import DossierAnalysis
import DossierEngine
import DossierLanguage
import DossierModel
import DossierStorage

/// The same session in memory, to which the same is done: what the one on disk must equal.
struct Twin {
    private let engine: Engine
    private let folder: String

    init(folder: String) {
        self.folder = folder
        engine = Engine(surroundings: Twin.surroundings(folder), disk: PosixDisk())
    }

    private static func surroundings(_ folder: String) -> Surroundings {
        Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: folder, files: DiskFiles(PosixDisk()))
    }

    /// The state as it would stand in a file.
    var state: [UInt8] { SessionFile.bytes(of: engine.session) }

    /// The ids that it does not give. Two sessions of one state may differ in them: an id that was given and dropped is not
    /// free, and is free again where that was undone.
    var given: GivenIdentifiers { engine.session.given }

    /// Does a command, but for what only concerns files; gives whether it fails.
    @discardableResult
    func run(_ command: String) -> Bool {
        if ["save", "export", "quit"].contains(where: { command.hasPrefix($0) }) { return false }
        do throws(Diagnostic) {
            try engine.run(SourceText(command)) { _ in }
            return false
        } catch {
            return true
        }
    }

    /// What `export json` writes.
    var export: [UInt8] {
        var text = ""
        try? engine.run(SourceText("export json")) { reply in
            for case .document(let document) in reply.answer.blocks { text += document }
        }
        return Array(text.utf8)
    }

    /// Reads a session on disk without taking its lock.
    static func read(_ path: String, folder: String, trust: Trust = .neither) throws(StorageError) -> Engine {
        try Engine(
            opening: path, surroundings: surroundings(folder), disk: PosixDisk(), access: .reader, trust: trust)
    }
}
