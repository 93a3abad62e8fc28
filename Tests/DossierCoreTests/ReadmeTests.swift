import Testing

@testable import DossierCore

@Suite struct ReadmeTests {
    @Test("the README holds the reference that the program makes of its tables")
    func referenceIsCurrent() throws {
        let path = SharedData.packageRoot + "/README.md"
        let readme = String(decoding: try PosixDisk().read(path), as: UTF8.self)
        #expect(readme.contains("<!-- reference -->\n" + Reference.markdown + "<!-- end of reference -->\n"))
    }
}
