import Glibc

/// A pane of tmux(1), on a server of its own: a terminal that others wrote, which says where its cursor is.
public final class TmuxPane {
    private let folder: String
    private var server: pid_t?

    /// Starts a command for sh(1) in a folder, where the server's socket is too.
    public init(_ command: String, in folder: String, columns: Int = 80, rows: Int = 24) {
        self.folder = folder
        // The server outlives a test that is killed, but not for long.
        let limited = "exec timeout --foreground 120 sh -c \(TmuxPane.quoted(command))"
        tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder, limited])
        server = pid_t(value(of: "#{pid}"))
    }

    // By its number: the folder with the socket may be gone before.
    deinit { if let server { kill(server, SIGKILL) } }

    /// Types a text.
    public func type(_ text: String) { tmux(["send-keys", "-l", "--", text]) }

    /// Presses a key by its name in tmux: `Enter`, `C-d`.
    public func press(_ key: String) { tmux(["send-keys", key]) }

    /// What a format of tmux comes to: `#{cursor_x}`.
    public func value(of format: String) -> String {
        String(tmux(["display-message", "-p", format]).prefix { $0 != "\n" })
    }

    /// The column of the cursor, counted from zero.
    public var cursorColumn: Int? { Int(value(of: "#{cursor_x}")) }

    /// The rows of the screen, without the blanks at their ends.
    public var lines: [String] {
        tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Asks the pane until something is so.
    public func wait(for awaited: String, _ condition: () -> Bool) throws(TerminalFailure) {
        var left = Int(TerminalSession.limit * 1000)
        while !condition() {
            guard left > 0 else {
                throw .notSeen(awaited: awaited, rows: lines, column: cursorColumn)
            }
            poll(nil, 0, 5)
            left -= 5
        }
    }

    /// Runs the client of tmux, and returns what it prints.
    @discardableResult
    private func tmux(_ words: [String]) -> String {
        // The server must not hold what this process has open: pipes that others wait for, locks.
        let closing = (3...9).map { "exec \($0)>&-; " }.joined()
        let client = closing + "unset TMUX; TMUX_TMPDIR=\(TmuxPane.quoted(folder)) HOME=\(TmuxPane.quoted(folder)) "
        let settings = "LC_ALL=C.UTF-8 TERM=xterm-256color NO_COLOR=1 exec tmux -u -f /dev/null "
        let line = client + settings + words.map(TmuxPane.quoted).joined(separator: " ") + " 2>&1"
        guard let stream = popen(line, "re") else { return "" }
        defer { pclose(stream) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { output += buffer.prefix(count) }
        return String(decoding: output, as: UTF8.self)
    }

    /// A word for sh(1), in which nothing is expanded.
    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
