import Glibc
import Synchronization

/// A program that is driven through pipes and killed: a command goes in, its answer comes out.
///
/// Its errors come through the same pipe as its answers, so that their order is kept.
final class DrivenProgram {
    /// The lines that came out, each a whole one.
    private(set) var lines: [String] = []
    private let id: pid_t
    private var input: Int32
    private let output: Int32
    private var pending: [UInt8] = []
    private var isAtEnd = false

    /// Held while descriptors are made or handed on, so that no other child keeps the end of a pipe.
    private static let spawning = Mutex(())

    /// How waiting for an answer ended.
    enum Waiting { case answered, ended, late }

    /// Starts a program in a folder, some of its standard streams closed.
    init(
        _ program: String, _ arguments: [String], in folder: String, closing: [Int32] = []
    ) throws(CrashFailure) {
        signal(SIGPIPE, SIG_IGN)
        let started = DrivenProgram.spawning.withLock { _ in
            DrivenProgram.spawn(program, arguments, folder, closing)
        }
        guard let started else { throw CrashFailure("'\(program)' cannot be started") }
        (id, input, output) = started
    }

    deinit { for end in [input, output] where end >= 0 { close(end) } }

    private static func spawn(
        _ program: String, _ arguments: [String], _ folder: String, _ closing: [Int32]
    ) -> (pid_t, Int32, Int32)? {
        guard let path = realpath(program, nil) else { return nil }
        defer { free(path) }
        var (toChild, fromChild): ([Int32], [Int32]) = ([0, 0], [0, 0])
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
        for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { for end in [toChild[0], fromChild[1]] { close(end) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDERR_FILENO)
        for stream in closing { posix_spawn_file_actions_addclose(&actions, stream) }
        // The library's way to start a program in a folder is not seen from Swift.
        var words = (["env", "-C", folder, String(cString: path)] + arguments).map { strdup($0) } + [nil]
        var variables = [strdup("DOSSIER_AUTHOR=ana"), nil]
        defer { for word in words + variables { free(word) } }
        var id = pid_t()
        guard posix_spawn(&id, "/usr/bin/env", &actions, nil, &words, &variables) == 0 else { return nil }
        return (id, toChild[1], fromChild[0])
    }

    /// The answers so far: whether each is an error.
    var answers: [Bool] { lines.compactMap(DrivenProgram.isError) }

    /// Whether a line that begins an answer is an error; nil where it begins none.
    private static func isError(_ line: String) -> Bool? {
        if let first = line.utf8.first, "{[\"".utf8.contains(first) { return false }
        return !line.hasPrefix(" ") && line.contains("error: ") ? true : nil
    }

    /// Sends a command.
    func send(_ command: String) {
        var rest = Array((command + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Ends its input.
    func finish() {
        close(input)
        input = -1
    }

    /// Waits until one more command is answered, or all that it writes has come.
    func waitForAnswer(microseconds: Int) -> Waiting {
        let wanted = answers.count + 1
        let deadline = Clock.microseconds + microseconds
        while true {
            let left = deadline - Clock.microseconds
            if left <= 0 { return .late }
            receive(microseconds: left)
            if answers.count >= wanted { return .answered }
            if isAtEnd { return .ended }
        }
    }

    /// Waits until it has ended by itself; false where it still runs after a time.
    func waitForEnd(microseconds: Int) -> Bool {
        let end = Clock.microseconds + microseconds
        var information = siginfo_t()
        while true {
            information.si_signo = 0
            // It is left to be waited for.
            if waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0, information.si_signo != 0 {
                return true
            }
            if Clock.microseconds >= end { return false }
            usleep(50)
        }
    }

    /// Kills it, and takes in what it had written.
    func kill() {
        Glibc.kill(id, SIGKILL)
        while !isAtEnd { receive(microseconds: 10_000_000) }
        var status: Int32 = 0
        waitpid(id, &status, 0)
    }

    /// Waits for its end after the end of its input; gives its exit code, minus the signal where one ended it.
    func waitForExit() -> Int32 {
        while waitForAnswer(microseconds: 30_000_000) == .answered {}
        var status: Int32 = 0
        waitpid(id, &status, 0)
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }

    /// Takes in what comes within a time. Times below what `poll` knows are slept away in short pieces.
    private func receive(microseconds: Int) {
        var wanted = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        if poll(&wanted, 1, Int32(microseconds / 1_000)) != 1 {
            if microseconds < 1_000 { usleep(UInt32(min(microseconds, 50))) }
            return
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(read(output, buffer.baseAddress, buffer.count), 0)
        }
        if bytes.isEmpty { isAtEnd = true }
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            lines.append(String(decoding: pending + bytes[start..<end], as: UTF8.self))
            pending = []
            start = end + 1
        }
        pending += bytes[start...]
    }
}

/// The clock that never goes back.
enum Clock {
    static var microseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
}
