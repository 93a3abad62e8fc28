@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

/// A log in which nothing was done.
private struct EmptyLog: LogReading {
    let count = 0

    func entries(last limit: Int?, at place: Place) -> [LogEntry] { [] }

    func chain(at place: Place) -> LogChain { LogChain() }

    func faults() -> [StorageFault] { [] }
}

/// A notebook with a pinned clock, author and folder, over a disk in memory.
struct TestEngine {
    let disk: MemoryDisk
    let engine: Engine

    /// A session in memory; `files` stand in the folder `/work`.
    init(files: [String: String] = [:], setting: [String] = []) throws(Diagnostic) {
        self.init(MemoryDisk(files.reduce(into: [:]) { $0["/work/" + $1.key] = $1.value }))
        for command in setting { try run(command) }
    }

    init(_ disk: MemoryDisk) {
        self.disk = disk
        engine = Engine(surroundings: TestEngine.surroundings(disk), disk: disk)
    }

    /// A session that was made elsewhere.
    init(holding session: Session) {
        disk = MemoryDisk()
        engine = Engine(holding: session, surroundings: TestEngine.surroundings(disk), disk: disk)
    }

    /// A session on the disk.
    init(
        opening path: String, on disk: MemoryDisk, readOnly: Bool = false, trust: Trust = .neither,
        watch: StubWatch? = nil
    ) throws(StorageError) {
        self.disk = disk
        var surroundings = TestEngine.surroundings(disk)
        surroundings.watch = watch
        engine = try Engine(
            opening: path, surroundings: surroundings, disk: disk, access: readOnly ? .reader : .person(waiting: 0),
            trust: trust)
    }

    private static func surroundings(_ disk: MemoryDisk) -> Surroundings {
        Surroundings(now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: "/work", files: DiskFiles(disk))
    }

    var session: Session { engine.session }

    /// What a command is evaluated in, as the session stands, with nothing selected.
    var context: Context {
        Context(
            session: session, selection: Selection(), surroundings: TestEngine.surroundings(disk),
            log: EmptyLog())
    }

    /// The state as it would stand in a file.
    var state: String { String(decoding: SessionFile.bytes(of: session), as: UTF8.self) }

    /// Runs commands and gives what they answer, plain.
    @discardableResult
    func run(_ text: String, width: Int? = nil) throws(Diagnostic) -> String {
        var answer = ""
        let renderer = Renderer(width: width, palette: Palette(isColoured: false))
        try engine.run(SourceText(text)) { answer += renderer.text(of: $0.answer) }
        return answer
    }

    /// Runs commands and gives what they answer to programs.
    func json(_ text: String) throws(Diagnostic) -> JSONValue {
        var answer = JSONValue.null
        try engine.run(SourceText(text)) { answer = $0.answer.json }
        return answer
    }

    /// Runs a script that stands in the folder.
    @discardableResult
    func replay(_ name: String, writableFolder: String? = nil) throws(Diagnostic) -> String {
        var answer = ""
        let renderer = Renderer(palette: Palette(isColoured: false))
        try engine.replay("/work/" + name, writableFolder: writableFolder) { answer += renderer.text(of: $0.answer) }
        return answer
    }

    /// Compares the answers of a notebook that stands in the folder.
    func check(_ name: String, keepsDifferent: Bool = false) throws(Diagnostic) -> NotebookCheck {
        try engine.check(notebook: "/work/" + name, keepsDifferent: keepsDifferent)
    }

    /// What the shell shows for a command, be it an answer or an error.
    func answer(_ text: String, width: Int) -> String {
        do throws(Diagnostic) { return try run(text, width: width) } catch {
            return DiagnosticText(width: width).lines(of: error).map { $0.plain + "\n" }.joined()
        }
    }

    /// The error of a command that fails, as the shell shows it.
    func error(_ text: String) -> String {
        do throws(Diagnostic) {
            let answer = try run(text)
            return "no error, but: " + answer
        } catch {
            return TestEngine.text(of: error)
        }
    }

    static func text(of diagnostic: Diagnostic) -> String {
        DiagnosticText().lines(of: diagnostic).map { $0.plain + "\n" }.joined()
    }
}

extension Engine {
    /// What is wrong with the files of the session.
    var storageFaults: [StorageFault] { JournalReader(engine: self).faults().filter { $0.severity == .error } }

    /// The steps that can be taken back and again.
    func steps() throws(Diagnostic) -> StepHistory { try told(at: SourceText("undo").place(0..<4)) }
}
