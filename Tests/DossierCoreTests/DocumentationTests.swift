import Recording
import TestSupport
import Testing

@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierOutput

@Suite("the documentation") struct DocumentationTests {
    @Test("the reference holds what the program makes of its tables")
    func referenceIsCurrent() throws {
        let (begin, end) = ("<!-- reference -->\n", "<!-- end of reference -->\n")
        try expectRecorded(at: DocumentationPage.catalogue + "Reference.md") { text in
            let head = try #require(text.ranges(of: begin).first).upperBound
            let tail = try #require(text.ranges(of: end).first).lowerBound
            return text[..<head] + Reference.markdown + text[tail...]
        }
    }

    @Test("every command of every page answers what the page says", arguments: DocumentationPage.all)
    func notebooks(page: DocumentationPage) throws {
        try expectRecorded(at: page.path) { text in
            let files = page.files.merging([page.name: text]) { $1 }
            let check = try TestEngine(files: files).check(page.name, keepsDifferent: true)
            #expect(check.count >= page.leastCommands)
            return check.failed ? String(decoding: check.bytes, as: UTF8.self) : text
        }
    }

    @Test("the notebook of the article makes the session that its script makes, byte for byte")
    func sameSession() throws {
        let page = DocumentationPage("sessions/dprk-russia-2024.md")
        let engine = try TestEngine(files: page.files)
        try engine.replay(page.name)
        expectRecorded(engine.state, at: "sessions/dprk-russia-2024.json")
    }

    @Test("the README can be read at a sitting")
    func length() { #expect(DocumentationPage.readme.lines.count <= 150) }

    @Test("every link of every page leads to a file", arguments: DocumentationPage.all)
    func links(page: DocumentationPage) {
        #expect(page.links.filter { !PackageFiles.exists(page.folder + $0) } == [])
    }

    @Test("the README and the first page of the catalogue lead to every page of it")
    func nothingIsHidden() {
        let names = DocumentationPage.pages.map(\.name).filter { $0 != "dossier.md" }
        let first = DocumentationPage(DocumentationPage.catalogue + "dossier.md")
        #expect(Set(names).subtracting(first.links) == [])
        #expect(Set(names.map { DocumentationPage.catalogue + $0 }).subtracting(DocumentationPage.readme.links) == [])
    }

    @Test("every file and folder of the package that a page names is there", arguments: DocumentationPage.all)
    func paths(page: DocumentationPage) {
        #expect(page.paths.filter { !PackageFiles.exists($0) } == [])
        let sources = PackageFiles.paths(below: "Sources") + PackageFiles.paths(below: "Tests")
        let names = Set(sources.compactMap { $0.split(separator: "/").last.map(String.init) })
        let own = page.blocks(of: "swift").joined()
        let missing = page.swiftFiles.filter {
            !PackageFiles.exists($0) && !names.contains($0) && !own.contains("struct \($0.dropLast(6)):")
        }
        #expect(missing == [])
    }

    @Test("the code that a page shows is code that the tests compile and run", arguments: DocumentationPage.all)
    func code(page: DocumentationPage) {
        let compiled = PackageFiles.text("Tests/DossierCoreTests/DocumentedExtensions.swift")
        #expect(page.blocks(of: "swift").filter { !compiled.contains($0) } == [])
    }
}

@Suite("links, paths and blocks of a page") struct DocumentationPageTests {
    private let page = DocumentationPage(
        "a/b.md",
        text: """
            [one](x.md) and [two](https://example.org), `Sources/a` and `b.swift --x`.
            ```swift
            let code = [0](no.md)
            ```
            [three](../y.md) `.ci/run`
            """)

    @Test("links stand outside of blocks, and are to files")
    func links() { #expect(page.links == ["x.md", "../y.md"]) }

    @Test("paths and names of files stand in code")
    func paths() {
        #expect(page.paths == ["Sources/a", ".ci/run"])
        #expect(page.swiftFiles == [])
        #expect(DocumentationPage("a.md", text: "`b.swift`").swiftFiles == ["b.swift"])
    }

    @Test("blocks are found by their language")
    func blocks() {
        #expect(page.blocks(of: "swift") == ["let code = [0](no.md)\n"])
        #expect(page.blocks(of: "sh") == [])
    }
}
