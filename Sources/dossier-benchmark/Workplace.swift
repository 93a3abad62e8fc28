import DossierAnalysis
import DossierEngine
import DossierLanguage
import DossierStorage
import Glibc

/// A folder with the data of one size; each file is made when it is first asked for, and goes with the folder.
final class Workplace {
    let path: String
    /// How many events there are, and how many of whatever else a line counts.
    let count: Int
    private var made: Set<String> = []

    init(count: Int, below folder: String) {
        self.count = count
        path = "\(folder)/dossier-benchmark-\(getpid())-\(count)"
        mkdir(path, 0o755)
    }

    deinit {
        let names = ChildProcess.run(["ls", "-A", path], capturing: true)?.text.split(separator: "\n") ?? []
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// The path of a file that a piece of work writes itself.
    func file(_ name: String) -> String { path + "/" + name }

    /// The path of a file that is made once.
    func file(_ name: String, made make: (String) -> Void) -> String {
        if made.insert(name).inserted { make(file(name)) }
        return file(name)
    }

    /// The session, with a log that names its state as in daily use; nobody changes it.
    var session: String {
        file("session.json") { path in
            SyntheticSession(count: count).write(to: path)
            Workplace.nameState(path)
        }
    }

    /// Works on a session once and leaves it, so that its log names the state.
    static func nameState(_ path: String) {
        guard let engine = engine(path) else { return }
        engine.ask("set session x.origin=synthetic")
        _ = try? engine.close()
    }

    /// Its events for peers, as JSON Lines.
    var lines: String { file("events.ndjson") { SyntheticSession(count: count).writeLines(to: $0) } }

    /// Its events for peers, as rows for `.import`.
    var rows: String { file("events.rows") { SyntheticSession(count: count).writeRows(to: $0) } }

    /// As many names, sorted, one a line.
    var names: String {
        file("names") { path in
            let names = (1...count).map { SyntheticWords.name($0) }
            Workplace.write(Array(names.sorted().map { $0 + "\n" }.joined().utf8), to: path)
        }
    }

    /// A session of an entity for each of these names.
    var nameSession: String {
        file("names.json") { path in
            let records = (1...count).map { "{\"id\": \"name-\($0)\", \"name\": \"\(SyntheticWords.name($0))\"}" }
            let text =
                "{\n\"dossier\": {\"format\": 1},\n\"sources\": [],\n\"entities\": [\n"
                + records.joined(separator: ",\n")
                + "\n],\n\"events\": [],\n\"claims\": [],\n\"notes\": [],\n\"links\": []\n}\n"
            Workplace.write(Array(text.utf8), to: path)
            Workplace.nameState(path)
        }
    }

    /// Its events as a database of SQLite; nil where SQLite is not installed.
    var database: String? {
        let path = file("events.sqlite") { SQLite.makeDatabase(at: $0, rows: rows) }
        return access(path, R_OK) == 0 ? path : nil
    }

    /// A session of its own to be changed: a copy of the state.
    func copy(as name: String) -> String {
        let path = file(name + ".json")
        unlink(file(name + ".log"))
        if let bytes = try? PosixDisk().read(session) { Workplace.write(bytes, to: path) }
        return path
    }

    static func write(_ bytes: [UInt8], to path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        bytes.withUnsafeBytes { FileStream.write($0, to: descriptor) }
        close(descriptor)
    }

    /// A notebook over a session on disk; nil where it cannot be opened.
    static func engine(_ path: String) -> Engine? {
        try? Engine(opening: path, surroundings: surroundings, disk: PosixDisk())
    }

    static var surroundings: Surroundings {
        Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "benchmark", folder: "/", files: DiskFiles(PosixDisk()))
    }

    /// The program, built beside this one; nil where it is not.
    static let dossier: String? = {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
        let path = own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/dossier"
        return access(path, X_OK) == 0 ? path : nil
    }()
}

extension Engine {
    /// Runs a command for its answer alone.
    func ask(_ command: String) {
        do { try run(SourceText(command)) { blackHole($0.answer.json) } } catch {
            print("  '\(command)' failed: \(error.message)")
        }
    }
}

/// Takes a value so that the work that made it is not left out.
@inline(never)
func blackHole(_ value: some Any) { withExtendedLifetime(value) {} }
