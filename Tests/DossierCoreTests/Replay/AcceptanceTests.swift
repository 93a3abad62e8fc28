import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct AcceptanceTests {
    /// Scripts of whole articles: the one of this package, and the one that stands beside it where it is there.
    private static let scripts =
        [PackageFiles.root + "/sessions/dprk-russia-2024.dossier"]
        + (SharedData.exists(shared) ? [SharedData.folder + "/" + shared] : [])
    private static let shared = "../acceptance/dprk-russia-2024.dossier"

    private func replayed(_ scripts: [String]) throws -> Engine {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: "/", files: DiskFiles(PosixDisk()))
        let engine = Engine(surroundings: surroundings, disk: PosixDisk())
        for script in scripts { #expect(try !engine.replay(script) { _ in }.failed) }
        return engine
    }

    @Test(
        "an article's script runs as it stands, twice to the same bytes, and its own script makes them again",
        arguments: scripts)
    func article(path: String) throws {
        let engine = try replayed([path])
        let bytes = SessionFile.bytes(of: engine.session)
        #expect(engine.session.count(of: .claim) >= 8 && engine.session.count(of: .event) >= 5)
        #expect(SessionFile.bytes(of: try replayed([path]).session) == bytes)
        var script = ""
        try engine.run(SourceText("export script")) { reply in
            if case .string(let text) = reply.answer.json { script = text }
        }
        let folder = try TemporaryFolder()
        try folder.write(script, to: "again.dossier")
        #expect(SessionFile.bytes(of: try replayed([folder.path + "/again.dossier"]).session) == bytes)
    }
}
