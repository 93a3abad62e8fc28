import Glibc
import Testing

/// Pipes to a program that is driven: a command goes in, and the next waits until its answer has come out.
final class Pipes {
    private var input: (read: Int32, write: Int32)
    private var output: (read: Int32, write: Int32)
    private var pending: [UInt8] = []

    init() throws {
        signal(SIGPIPE, SIG_IGN)
        (input, output) = try Dossier.spawning.withLock { _ in (try Pipes.pair(), try Pipes.pair()) }
    }

    private static func pair() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    deinit { for end in [input.read, input.write, output.read, output.write] where end >= 0 { close(end) } }

    /// Starts the program; its errors go to its output or nowhere.
    func start(_ dossier: Dossier, _ arguments: [String], errorsToo: Bool = false) throws -> Child {
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        let child = try dossier.spawn(arguments, input.read, output.write, errorsToo ? output.write : nowhere)
        for end in [nowhere, input.read, output.write] { close(end) }
        input.read = -1
        output.write = -1
        return child
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(write(input.write, bytes, bytes.count) == bytes.count)
    }

    /// Ends the input.
    func finish() {
        close(input.write)
        input.write = -1
    }

    /// Closes the end that is read from.
    func stopReading() {
        close(output.read)
        output.read = -1
    }

    /// Lets whoever writes to the output have an error in the place of a wait.
    func makeOutputNonBlocking() {
        _ = fcntl(output.write, F_SETFL, O_NONBLOCK)
        // F_SETPIPE_SZ, which the library's header hides: less room than an answer needs.
        _ = fcntl(output.write, 1_031, 4_096)
    }

    /// The next line of the output; nil where none comes in time.
    func line(seconds: Int32 = 30) -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            var wanted = pollfd(fd: output.read, events: Int16(POLLIN), revents: 0)
            guard poll(&wanted, 1, seconds * 1_000) == 1 else { return nil }
            var block = [UInt8](repeating: 0, count: 4_096)
            let count = read(output.read, &block, block.count)
            if count <= 0 { return nil }
            pending += block[..<count]
        }
    }
}
