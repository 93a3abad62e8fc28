import CPseudoTerminal
import Glibc

/// A program that runs on a pseudo-terminal, and the screen that it has drawn.
public final class TerminalSession {
    /// How long a wait may last, in seconds. Only a failing test waits that long.
    public static let limit = 20.0

    private let terminal: Int32
    private let process: pid_t
    private var parser: ScreenParser
    private var exitStatus: Int32?
    private var isOpen = true

    /// Starts a program with these arguments, the path being the first, and with exactly this environment.
    public init(
        _ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24
    ) throws(TerminalFailure) {
        parser = ScreenParser(screen: Screen(columns: columns, rows: rows))
        var started: pid_t = 0
        let opened = Self.withCStrings(arguments) { arguments in
            Self.withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
                pseudo_terminal_spawn(
                    arguments[0], arguments, environment, UInt16(columns), UInt16(rows), &started)
            }
        }
        guard opened >= 0 else { throw .notStarted(errno) }
        terminal = opened
        process = started
    }

    deinit {
        hangUp()
        if exitStatus == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(copies)
    }

    /// The screen after all that has come so far.
    public var screen: Screen { parser.screen }

    /// The number of the process, for signals.
    public var processIdentifier: pid_t { process }

    /// Sends keys.
    public func send(_ keys: String) {
        send(Array(keys.utf8))
    }

    /// Sends bytes, which need not be whole characters.
    public func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, min($0.count, 1024)) }
            if count < 0 { return }
            rest = rest.dropFirst(count)
            receive(within: 0)
        }
    }

    /// Changes the size of the terminal and of the screen.
    public func resize(columns: Int, rows: Int) {
        receive(within: 0)
        parser.resize(columns: columns, rows: rows)
        _ = pseudo_terminal_resize(terminal, UInt16(columns), UInt16(rows))
    }

    /// Closes the terminal, as when its window is closed.
    public func hangUp() {
        if isOpen { close(terminal) }
        isOpen = false
    }

    /// Reads what the program writes until the screen is as described.
    @discardableResult
    public func wait(for awaited: String, _ condition: (Screen) -> Bool) throws(TerminalFailure) -> Screen {
        let deadline = Self.now + Self.limit
        while !condition(parser.screen) {
            let left = deadline - Self.now
            guard left > 0, receive(within: Int32(left * 1000) + 1) else {
                if condition(parser.screen) { break }
                throw .timedOut(awaited: awaited, screen: parser.screen)
            }
        }
        return parser.screen
    }

    /// Waits until the program has ended. The answer is its exit status, or the negative number of the signal that ended it.
    public func waitForExit() throws(TerminalFailure) -> Int32 {
        let deadline = Self.now + Self.limit
        while exitStatus == nil {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
                break
            }
            guard Self.now < deadline else { throw .timedOut(awaited: "the end of the program", screen: parser.screen) }
            if isOpen { receive(within: 10) } else { poll(nil, 0, 10) }
        }
        // What the program wrote last may still be on its way when the program is gone.
        while receive(within: 1_000) {}
        return exitStatus ?? 0
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Takes in what comes within the milliseconds given. `false` where nothing came, or nothing more can.
    @discardableResult
    private func receive(within milliseconds: Int32) -> Bool {
        guard isOpen else { return false }
        var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) == 1, wait.revents & Int16(POLLIN) != 0 else { return false }
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(read(terminal, buffer.baseAddress, buffer.count), 0)
        }
        parser.feed(bytes)
        return !bytes.isEmpty
    }
}
