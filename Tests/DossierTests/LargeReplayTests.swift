import Glibc
import TestSupport
import Testing

/// A script or an import whose log is chained and written by a second thread, piece by piece, while it runs.
@Suite(.serialized) struct LargeReplayTests {
    private static let count = 12_000

    private static let script =
        "add entity nis \"National Intelligence Service\"\n"
        + (1...count).map { number in
            number % 5 == 0
                ? "set e\(number - number / 5 - 1) status=disputed\n"
                : "add event 2024-10-21 \"Something that happened \(number)\" actor=nis #troops -- more words about it\n"
        }.joined()

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// What is killed.
    enum Work: CaseIterable { case script, rows }

    @Test(
        "one that is killed while its log is written is not there at all, and runs again",
        arguments: Effort.cases(Work.allCases, sampled: 1), Effort.seeds([1], sampled: 0))
    func kills(work: Work, seed: UInt64) throws {
        switch work {
        case .script: try killScript(seed)
        case .rows: try killImport(seed)
        }
    }

    private func killScript(_ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let dossier = Dossier(folder)
        try folder.write(LargeReplayTests.script, to: "a.dossier")
        let arguments = ["replay", "a.dossier", "--into", "s.json", "--quiet"]
        try prove(arguments, dossier, seed, finished: "disputed", entries: LargeReplayTests.count + 4)
    }

    private func killImport(_ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let count = LargeReplayTests.count / 3
        let words = String(repeating: "more words about it ", count: 20)
        let rows = (1...count).map { "\($0),2024-10-21,Actor \($0 % 50),\(words)\n" }.joined()
        try folder.write("id,day,who,text\n" + rows, to: "a.csv")
        let command =
            "import csv a.csv kind=event id=r-{id} when={day} actor={who} text={text} title={id} status=disputed"
        let arguments = ["s.json", "-c", command, "--quiet"]
        try prove(arguments, Dossier(folder), seed, finished: "disputed", entries: count + 4)
    }

    /// Kills a command again and again while its log grows, then lets it run.
    private func prove(
        _ arguments: [String], _ dossier: Dossier, _ seed: UInt64, finished: String, entries: Int
    ) throws {
        let folder = dossier.folder
        var random = SplitMix64(seed: seed)
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        var interrupted = 0
        for _ in 0..<3 {
            for name in ["s.json", "s.log"] { unlink(folder.file(name)) }
            let child = try dossier.spawn(arguments, null, null, null)
            // The log grows by a piece of about a megabyte at a time.
            let enough = Int.random(in: 1...2_500_000, using: &random)
            var code: Int32 = 0
            while size(of: folder.file("s.log")) < enough, waitpid(child.id, &code, WNOHANG) == 0 { usleep(100) }
            kill(child.id, SIGKILL)
            waitpid(child.id, &code, 0)
            let shown = try dossier.run("s.json", "-c", "show events count by status", "--json")
            #expect(shown.code == 0, "\(shown.errors), seed \(seed)")
            if size(of: folder.file("s.json")) == 0 {
                #expect(!shown.output.contains(finished), "seed \(seed)")
                interrupted += 1
            }
        }
        #expect(interrupted > 0, "seed \(seed)")
        for name in ["s.json", "s.log"] { unlink(folder.file(name)) }
        #expect(try dossier.run(arguments).code == 0)
        let proof = try dossier.run("s.json", "-c", "check --storage", "-c", "log verify")
        #expect(proof.code == 0, "\(proof.output)\(proof.errors)")
        #expect(proof.output.contains("\(entries)"), "\(proof.output)")
    }
}
