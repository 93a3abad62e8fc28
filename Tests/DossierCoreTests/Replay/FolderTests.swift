import Glibc
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierStorage

@Suite struct FolderTests {
    private func replay(_ folder: TemporaryFolder, _ name: String, writing: String? = nil) throws(Diagnostic) {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: folder.path, files: DiskFiles(PosixDisk()))
        let engine = Engine(surroundings: surroundings, disk: PosixDisk())
        try engine.replay(folder.path + "/" + name, writableFolder: writing) { _ in }
    }

    @Test("a symbolic link does not lead out of the folder of a script, for reading or writing")
    func symbolicLinks() throws {
        let folder = try TemporaryFolder()
        for name in ["in", "out", "other"] { mkdir(folder.path + "/" + name, 0o755) }
        try folder.write("secret", to: "other/secret.txt")
        symlink(folder.path + "/other", folder.path + "/in/link")
        symlink(folder.path + "/other/secret.txt", folder.path + "/in/file.txt")
        symlink(folder.path + "/other", folder.path + "/out/link")
        symlink(folder.path + "/other/new.json", folder.path + "/out/dangling.json")
        try folder.write("add source file=link/secret.txt\n", to: "in/a.dossier")
        try folder.write("add source file=file.txt\n", to: "in/b.dossier")
        try folder.write("export json to ../out/link/x.json\n", to: "in/c.dossier")
        try folder.write("export json to ../out/dangling.json\n", to: "in/d.dossier")
        for name in ["a", "b", "c"] {
            let error = #expect(throws: Diagnostic.self) {
                try replay(folder, "in/\(name).dossier", writing: folder.path + "/out")
            }
            #expect(error?.exit == .noPermission, "\(name)")
        }
        _ = try? replay(folder, "in/d.dossier", writing: folder.path + "/out")
        #expect(folder.text(of: "other/x.json") == nil && folder.text(of: "other/new.json") == nil)
    }

    @Test("links within the folder, and a folder that is reached by a link, are as good as any")
    func harmlessLinks() throws {
        let folder = try TemporaryFolder()
        mkdir(folder.path + "/in", 0o755)
        try folder.write("words", to: "in/text.txt")
        symlink("text.txt", folder.path + "/in/link.txt")
        symlink(folder.path + "/in", folder.path + "/way")
        try folder.write("add source file=link.txt\nexport json to out.json\n", to: "in/a.dossier")
        try replay(folder, "way/a.dossier", writing: folder.path + "/way")
        #expect(folder.text(of: "in/out.json") != nil)
    }
}
