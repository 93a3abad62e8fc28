import DossierStorage
import Glibc

/// A program of the user's that has the terminal to itself until it ends: a pager, an editor.
struct ForegroundProgram {
    private let words: [String]
    /// What its environment holds otherwise than that of this program.
    private let variables: [String: String]

    /// A command as it stands in `$PAGER` or `$EDITOR`: words, or a line for the shell where it holds more than words.
    init(_ command: String, arguments: [String] = [], variables: [String: String] = [:]) {
        self.variables = variables
        if command.utf8.contains(where: { Array("|&;<>()$`\\\"'*?[#~=%\n".utf8).contains($0) }) {
            words = ["/bin/sh", "-c", command + (arguments.isEmpty ? "" : " \"$@\""), "sh"] + arguments
        } else {
            words = command.split(separator: " ").map(String.init) + arguments
        }
    }

    /// Runs it to its end, with a text as its standard input or with the terminal; the terminal is then as it was before.
    ///
    /// Ctrl-C and Ctrl-\ are the program's alone while it runs. A program that leaves before it has read all is no error.
    ///
    /// - Returns: its exit code, or 128 and the signal that ended it; nil where it cannot be started.
    func run(input: String? = nil) -> Int32? {
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        // Who started this program may ignore the end of children; how they ended is then not told.
        let child = signal(SIGCHLD, SIG_DFL)
        var terminal = termios()
        let hasTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
        defer {
            if hasTerminal { while tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal) != 0, errno == EINTR {} }
            signal(SIGCHLD, child)
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        var ends: [Int32] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { return nil }
        }
        // A program that had the end that is written to would never come to the end of its input.
        let isPrivate = ends.allSatisfy { $0 < 0 || fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
        let process = isPrivate ? start(input: ends[0]) : nil
        if ends[0] >= 0 { close(ends[0]) }
        if let input, process != nil {
            try? PosixDisk().writeAll(Array(input.utf8)[...], to: ends[1], path: words.joined(separator: " "))
        }
        if ends[1] >= 0 { close(ends[1]) }
        return process.flatMap(ForegroundProgram.code)
    }

    private func start(input: Int32) -> pid_t? {
        guard let program = words.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if input >= 0, posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) != 0 { return nil }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments = words.map { strdup($0) } + [nil]
        var environment = self.environment.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var process = pid_t()
        return posix_spawnp(&process, program, &actions, &attributes, &arguments, &environment) == 0 ? process : nil
    }

    /// The environment of this program with the variables of the other, as `NAME=VALUE`.
    private var environment: [String] {
        var texts = variables.map { "\($0.key)=\($0.value)" }
        var entry = environ
        while let text = entry.pointee.map({ String(cString: $0) }) {
            if variables[String(text.prefix { $0 != "=" })] == nil { texts.append(text) }
            entry += 1
        }
        return texts
    }

    /// Waits for the end, nil where that is not told; a shell says with 127 that it found no such program.
    private static func code(of process: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return nil }
        }
        let signal = status & 0x7F
        let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return code == 127 ? nil : code
    }
}
