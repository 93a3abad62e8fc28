import Glibc

/// SQLite inside a program of Python that adds one row at a time, each on the medium before it answers (WAL, FULL).
final class DurableSQLite {
    private let files: TemporaryFiles
    private let id: pid_t
    private let input: Int32
    private let output: Int32

    /// Starts it with a database at a path; nil where Python is not installed.
    init?(_ path: String) {
        files = TemporaryFiles(["program.py": DurableSQLite.program])
        let toChild = ChildProcess.pipe()
        let fromChild = ChildProcess.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = ["python3", files.path + "/program.py", path]
        var words = arguments.map { strdup($0) } + [nil]
        var id = pid_t()
        let result = posix_spawnp(&id, "python3", &actions, nil, &words, environ)
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        (self.id, input, output) = (id, toChild[1], fromChild[0])
        for end in [toChild[0], fromChild[1]] { close(end) }
        if result != 0 { return nil }
    }

    deinit {
        close(input)
        close(output)
        var status: Int32 = 0
        waitpid(id, &status, 0)
    }

    /// Adds a row with so many bytes of text; the seconds that it took, as Python tells.
    func append(_ count: Int) -> Double? {
        let line = Array("\(count)\n".utf8)
        if write(input, line, line.count) != line.count { return nil }
        var answer = [UInt8](repeating: 0, count: 64)
        let got = read(output, &answer, answer.count)
        return got > 0 ? Double(String(decoding: answer.prefix(got - 1), as: UTF8.self)) : nil
    }

    private static let program = """
        import sqlite3, sys, time
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=full")
        connection.execute("create table log (entry text)")
        for line in sys.stdin:
            text = "." * int(line)
            start = time.perf_counter()
            connection.execute("insert into log values (?)", (text,))
            print(time.perf_counter() - start, flush=True)
        """
}
