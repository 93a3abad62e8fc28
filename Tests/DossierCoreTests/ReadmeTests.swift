import TestSupport
import Testing

@testable import DossierCore

@Suite struct ReadmeTests {
    private static let readme = PackageFiles.text("README.md")

    @Test("the README holds the reference that the program makes of its tables")
    func referenceIsCurrent() {
        #expect(Self.readme.contains("<!-- reference -->\n" + Reference.markdown + "<!-- end of reference -->\n"))
    }

    @Test(
        "every notebook of the package answers what it says", arguments: ["README.md", "sessions/dprk-russia-2024.md"])
    func notebooks(path: String) throws {
        let names = [path] + PackageFiles.paths(below: "sessions").map { "sessions/" + $0 }
        let files = Dictionary(names.map { ($0, PackageFiles.text($0)) }) { first, _ in first }
        let notebook = try TestNotebook(files: files)
        let check = try notebook.check(path)
        #expect(check.count > 10)
        #expect(!check.failed, "\(Renderer(palette: Palette(isColoured: false)).text(of: check.comparison.value))")
    }

    @Test("the notebook of the article makes the session that its script makes, byte for byte")
    func sameSession() throws {
        let names = PackageFiles.paths(below: "sessions").map { "sessions/" + $0 }
        let files = Dictionary(names.map { ($0, PackageFiles.text($0)) }) { first, _ in first }
        let notebook = try TestNotebook(files: files)
        try notebook.replay("sessions/dprk-russia-2024.md")
        #expect(notebook.state == PackageFiles.text("sessions/dprk-russia-2024.json"))
    }
}
