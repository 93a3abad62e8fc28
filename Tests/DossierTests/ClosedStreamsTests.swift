import Glibc
import TestSupport
import Testing

@Suite struct ClosedStreamsTests {
    /// Command lines on a session that holds two events and was saved, one step undone; its folder holds some files.
    private static let commandLines: [[String]] =
        [
            "show events", "show log", "add event e9 2025 \"Third\"", "link e1 precedes e2", "annotate e1 -- Why?",
            "set e1 title=Other", "drop e2", "merge a into b", "undo", "redo", "save", "save t.json", "open",
            "export csv", "export script to out.dossier", "import csv rows.csv kind=event",
            "import session other.json prefix=o-", "replay part.dossier", "record r.dossier", "record r.md",
            "record off",
            "check", "check --storage", "log verify", "help", "history", "edit e1", "quit", "nonsense",
            "add event bad-date 2024-13-45 \"x\"", "set shell pager=off",
        ].map { ["s.json", "-c", $0] } + [
            ["s.json"], ["s.json", "--read-only", "-c", "show events"], ["s.json", "--json", "-c", "show events"],
            ["s.json", "--quiet", "-c", "add note \"quiet\""],
            ["s.json", "-c", "add note \"a\"", "-c", "add note \"b\""],
            ["replay", "part.dossier", "--into", "n.json"], ["replay", "part.dossier", "--into", "s.json", "--append"],
            ["replay", "told.md", "--verify"], ["replay", "told.md", "--update"],
            ["repair", "s.json", "--into", "n.json"], ["compact", "s.json"], ["schema"], ["manual"],
            ["completions", "bash"], ["--help"], ["--version"], ["--nonsense"],
        ]

    private static let files = [
        "part.dossier": "add note \"from a script\"\nshow notes\n", "rows.csv": "title,when\nA row,2024\n",
        "other.json": "{\"dossier\": {\"format\": 1}, \"notes\": [{\"id\": \"n1\", \"text\": \"other\"}]}",
        "told.md": "# Told\n\n```dossier\n> add note \"x\"\nnot what it answers\n```\n",
    ]

    /// All subsets of the three streams but the empty one.
    private static let subsets: [[Int32]] = (1..<8).map { set in (0..<3).filter { set >> $0 & 1 == 1 } }

    /// What a command line comes to: the exit code, what is printed, and every file, times and hashes left out.
    private struct Outcome: Equatable {
        var code: Int32
        var printed: [Int32: String]
        var files: [String: String]
    }

    private func outcome(of arguments: [String], closing: [Int32]) throws -> Outcome {
        let folder = try TemporaryFolder(Self.files)
        let dossier = Dossier(folder)
        let setup = [
            "add event e1 2024 \"First\"", "add event e2 2024 \"Second\"", "add entity a \"A\"", "add entity b \"B\"",
            "save", "add note \"unsaved\"", "add note \"undone\"", "undo",
        ]
        #expect(try dossier.run(["s.json"] + setup.flatMap { ["-c", $0] }).code == 0)
        let run = try dossier.run(arguments, closing: closing)
        var files: [String: String] = [:]
        for name in folder.names { files[name] = Self.steady(folder.text(of: name) ?? "") }
        let printed = [(Int32(1), run.output), (2, run.errors)].filter { !closing.contains($0.0) }
        return Outcome(
            code: run.code, printed: Dictionary(uniqueKeysWithValues: printed.map { ($0, Self.steady($1, folder)) }),
            files: files)
    }

    /// A text without what differs from run to run.
    private static func steady(_ text: String, _ folder: TemporaryFolder? = nil) -> String {
        let text = text.replacing(#/"(at|hash|previous|modified|sha256)":"[^"]*"/#) { "\"\($0.output.1)\":" }
            .replacing(#/[0-9a-f]{64}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?Z?/#, with: "…")
        return folder.map { text.replacing($0.path, with: "") } ?? text
    }

    @Test(
        "a command line does the same, and ends with the same code, whichever streams are closed at its start",
        arguments: Effort.cases(commandLines, sampled: 24))
    func everySubset(arguments: [String]) throws {
        let open = try outcome(of: arguments, closing: [])
        for closing in Effort.cases(Self.subsets, sampled: 2) {
            let closed = try outcome(of: arguments, closing: closing)
            #expect(closed.code == open.code, "\(arguments) without \(closing)")
            #expect(closed.files == open.files, "\(arguments) without \(closing)")
            for (stream, text) in closed.printed {
                #expect(text == open.printed[stream], "\(arguments) without \(closing)")
            }
        }
    }
}
