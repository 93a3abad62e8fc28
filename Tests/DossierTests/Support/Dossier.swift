import Glibc
import Synchronization
import TestSupport
import Testing

/// The built program, run as a person or another program runs it.
struct Dossier {
    /// The folder it is started in.
    let folder: TemporaryFolder
    /// What its environment holds besides a path and a name.
    var environment: [String: String] = [:]

    /// What came of a run.
    struct Run {
        var output: String
        var errors: String
        var code: Int32
    }

    /// The program.
    static let program = BuiltProgram.path(of: "dossier")

    /// Held while descriptors are made or handed on, so that no other child keeps the end of a pipe.
    static let spawning = Mutex(())

    init(_ folder: TemporaryFolder) { self.folder = folder }

    /// Runs it to its end; standard input holds a text, or is empty. Streams may be closed at its start.
    func run(
        program: String = Dossier.program, _ arguments: [String], input: [UInt8] = [], closing: [Int32] = []
    ) throws -> Run {
        let names = ["in", "out", "err"].map { folder.path + "/." + $0 }
        try folder.write(input, to: ".in")
        let files = [O_RDONLY, O_WRONLY, O_WRONLY].enumerated().map { index, mode in
            open(names[index], mode | O_CREAT | O_TRUNC * (index == 0 ? 0 : 1) | O_CLOEXEC, 0o600)
        }
        defer { for file in files { close(file) } }
        let child = try spawn(program: program, arguments, files[0], files[1], files[2], closing: closing)
        let code = try child.wait()
        defer { for name in names { unlink(name) } }
        return Run(output: folder.text(of: ".out") ?? "", errors: folder.text(of: ".err") ?? "", code: code)
    }

    /// Runs it to its end, with a text as standard input.
    func run(_ arguments: String..., input: String) throws -> Run { try run(arguments, input: Array(input.utf8)) }

    /// Runs it to its end, standard input empty.
    func run(_ arguments: String...) throws -> Run { try run(arguments) }

    /// Starts it with descriptors as its standard input, output and errors, of which some may be closed.
    func spawn(
        program: String = Dossier.program, _ arguments: [String], _ input: Int32, _ output: Int32, _ errors: Int32,
        closing: [Int32] = []
    ) throws -> Child {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file, Int32(target))
        }
        for stream in closing { posix_spawn_file_actions_addclose(&actions, stream) }
        let pairs = environment.merging(["PATH": "/usr/bin:/bin", "DOSSIER_AUTHOR": "ana"]) { own, _ in own }
            .merging(BuiltProgram.variables) { own, _ in own }
        var words = (["env", "-C", folder.path, program] + arguments).map { strdup($0) } + [nil]
        var variables = pairs.map { strdup($0 + "=" + $1) } + [nil]
        defer { for word in words + variables { free(word) } }
        var id = pid_t()
        let result = Dossier.spawning.withLock { _ in
            posix_spawn(&id, "/usr/bin/env", &actions, nil, &words, &variables)
        }
        try #require(result == 0, "\(Dossier.program) cannot be started")
        return Child(id: id, folder: folder)
    }
}

/// A process that was started.
struct Child {
    let id: pid_t
    /// Kept as long as the process may need it.
    let folder: TemporaryFolder

    /// Its exit code; minus the signal where one ended it. A process that hangs is ended, and the test fails.
    func wait(seconds: Int = 60) throws -> Int32 {
        var status: Int32 = 0
        for _ in 0..<(seconds * 200) {
            if waitpid(id, &status, WNOHANG) == id {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
            }
            usleep(5_000)
        }
        kill(id, SIGKILL)
        waitpid(id, &status, 0)
        throw Hung()
    }

    /// The process did not end.
    struct Hung: Error {}
}
