import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

/// The acceptance script, which stands beside the package.
private enum Acceptance {
    static let script = String(SharedData.folder.dropLast("data".count)) + "acceptance/dprk-russia-2024.dossier"
    static let isThere = (try? PosixDisk().read(script)) != nil
}

@Suite(.enabled(if: Acceptance.isThere, "the acceptance script is absent"))
struct AcceptanceTests {
    private func replayed(_ scripts: [String]) throws -> Notebook {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: "/", files: DiskFiles(PosixDisk()))
        let notebook = Notebook(surroundings: surroundings, disk: PosixDisk())
        for script in scripts { #expect(try !notebook.replay(script) { _ in }.failed) }
        return notebook
    }

    @Test("the article's script runs as it stands, twice to the same bytes, and its own script makes them again")
    func article() throws {
        let path = Acceptance.script
        let notebook = try replayed([path])
        let bytes = SessionFile.bytes(of: notebook.session)
        #expect(notebook.session.count(of: .claim) == 8 && notebook.session.count(of: .event) == 5)
        #expect(SessionFile.bytes(of: try replayed([path]).session) == bytes)
        var script = ""
        try notebook.run(SourceText("export script")) { reply in
            if case .string(let text) = reply.value.json { script = text }
        }
        let folder = try TemporaryFolder()
        try folder.write(script, to: "again.dossier")
        #expect(SessionFile.bytes(of: try replayed([folder.path + "/again.dossier"]).session) == bytes)
    }
}
