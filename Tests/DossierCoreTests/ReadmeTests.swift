import Testing

@testable import DossierCore

@Suite struct ReadmeTests {
    @Test("the README holds the reference that the program makes of its tables")
    func referenceIsCurrent() {
        let readme = PackageFiles.text("README.md")
        #expect(readme.contains("<!-- reference -->\n" + Reference.markdown + "<!-- end of reference -->\n"))
    }
}
