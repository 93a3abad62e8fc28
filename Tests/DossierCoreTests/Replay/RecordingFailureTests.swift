import Testing

@testable import DossierCore

@Suite struct RecordingFailureTests {
    @Test("a recording that cannot be written ends with a word; the command is done, and the script holds whole lines")
    func ends() throws {
        let notebook = try TestNotebook(opening: "/work/a.json", on: MemoryDisk())
        try notebook.run("add note \"a\"\nrecord r.dossier\nadd note \"b\"")
        // Only the recording syncs what a read leaves, so the session's own log is not touched.
        notebook.disk.fail("sync", "No space left on device")
        var notices: [String] = []
        try notebook.notebook.run(SourceText("show notes")) { notices += $0.notices }
        #expect(
            notices == [
                "the recording ended before this command: '/work/r.dossier' cannot be written: No space left on device"
            ])
        #expect(notebook.disk.text("/work/r.dossier") == "add note \"b\"\n")
        notebook.disk.fail("sync", nil)
        try notebook.run("add note \"c\"")
        #expect(notebook.disk.text("/work/r.dossier") == "add note \"b\"\n")
        #expect(notebook.session.count == 3)
    }
}
