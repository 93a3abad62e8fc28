import Testing

@testable import DossierStorage

@Suite("names in a path") struct PathNamesTests {
    @Test("a mark that joins the `/` before it to one character begins a name all the same")
    func marks() {
        #expect("/a/\u{FF9F}b.json".pathNames == ["a", "\u{FF9F}b.json"])
        #expect("../\u{300}x/.".pathNames == ["..", "\u{300}x", "."])
        #expect(AtomicFile.folder(of: "/a/\u{FF9F}b.json") == "/a" && AtomicFile.name(of: "/a/\u{301}") == "\u{301}")
        #expect(AtomicFile.folder(of: "b.json") == "." && AtomicFile.folder(of: "/b") == "/")
    }
}
