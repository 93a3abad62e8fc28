import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierStorage

/// A session that does everything storage has to do with, over a disk on which something goes wrong.
struct FaultRun {
    /// Every sort of work that touches files.
    static let commands = [
        #"add source s1 "Seoul protests" published=2024-10-22 -- Rutte said "no"."#, #"add note "a""#, "set n1 text=b",
        "link s1 supports n1", "undo", "redo", "undo 2", "redo 2", "save", #"add entity nis "국가정보원""#,
        "replay b.dossier", "undo", "redo", "import csv c.csv kind=event title={what} place={where}", "undo", "redo",
        "export json to out.json", "export json to out.json --overwrite", "record r.dossier", #"add note "recorded""#,
        "record off", "save", "save c.json", #"add note "in the other""#, "open a.json", #"add note "here again""#,
    ]

    private static let script = "add note \"b\"\nset n1 text=changed\nadd note \"c\"\n"

    private static let rows = "what,where\nTalks,Seoul\n\"Talks, again\",Vladivostok\n"

    let memory = MemoryDisk(["/work/b.dossier": script, "/work/c.csv": rows])
    let disk: FaultyDisk
    /// What opening failed with.
    private(set) var openingError: String?
    private(set) var engine: Engine

    /// - Parameter chunkSize: how many bytes of a group go to another thread at a time.
    init(_ fault: FaultyDisk.Fault? = nil, at index: Int = 0, chunkSize: Int = 1 << 20) throws {
        disk = FaultyDisk(memory, fault: fault, at: index)
        do throws(StorageError) { engine = try FaultRun.open("/work/a.json", on: disk) } catch {
            openingError = error.problem
            disk.mend()
            engine = try FaultRun.open("/work/a.json", on: disk)
        }
        engine.journal.chunkSize = chunkSize
    }

    static func open(_ path: String, on disk: any Disk) throws(StorageError) -> Engine {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: "/work", files: DiskFiles(disk))
        return try Engine(opening: path, surroundings: surroundings, disk: disk)
    }

    /// What came of a command.
    struct AnswerContent {
        var error: String?
        var notices: [String] = []

        /// Whether it says a reason.
        func says(_ reason: String) -> Bool { ([error].compactMap(\.self) + notices).contains { $0.contains(reason) } }
    }

    /// Runs a command.
    func run(_ command: String) -> AnswerContent {
        var answer = AnswerContent()
        do throws(Diagnostic) {
            try engine.run(SourceText(command)) { answer.notices += $0.notices }
        } catch {
            answer.error = error.message
        }
        return answer
    }

    /// The state as it stands in memory.
    var state: String { FaultRun.text(of: engine) }

    /// The state after each command where all goes well.
    static func states() throws -> [String] {
        let run = try FaultRun()
        return commands.map { command in
            _ = run.run(command)
            return run.state
        }
    }

    static func text(of engine: Engine) -> String {
        String(decoding: SessionFile.bytes(of: engine.session), as: UTF8.self)
    }
}
