import Glibc

/// A program that is run to its end.
struct ChildProcess {
    /// How long it ran.
    let seconds: Double
    /// The most memory that it held, in bytes; what its parent holds is the least that the system tells.
    let peak: Int
    /// What it wrote to its standard output, where that was kept.
    let text: String

    /// Runs a program; nil where it is not installed or fails.
    ///
    /// - Parameter input: the path of a file that is its standard input.
    static func run(_ arguments: [String], input: String = "/dev/null", capturing: Bool = false) -> ChildProcess? {
        let ends = capturing ? pipe() : [-1, -1]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        if capturing {
            posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id = pid_t()
        let start = Measurement.now
        let result = posix_spawnp(&id, arguments[0], &actions, nil, &words, environ)
        if capturing { close(ends[1]) }
        defer { if capturing { close(ends[0]) } }
        guard result == 0 else { return nil }
        var bytes: [UInt8] = []
        if capturing {
            var block = [UInt8](repeating: 0, count: 65_536)
            while case let count = read(ends[0], &block, block.count), count > 0 { bytes += block[..<count] }
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(id, &status, 0, &usage)
        let seconds = Measurement.now - start
        guard status == 0 else { return nil }
        return ChildProcess(
            seconds: seconds, peak: usage.ru_maxrss * 1_024, text: String(decoding: bytes, as: UTF8.self))
    }

    /// A pipe whose ends no child keeps: where it is read, and where it is written.
    static func pipe() -> [Int32] {
        var ends: [Int32] = [-1, -1]
        Glibc.pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    /// The most memory that a program holds, told by a small process that starts it.
    static func peak(of arguments: [String], input: String = "/dev/null") -> Int? {
        guard let run = run(["/proc/self/exe", "--peak"] + arguments, input: input, capturing: true) else { return nil }
        return run.text.split(separator: "\n").last.flatMap { Int($0) }
    }
}
