import Glibc
import LineEditor

/// Standard output and standard error. Output is kept until a reply is whole, then written at once.
final class Console {
    private var buffer: [UInt8] = []
    private var readerIsGone = false
    private var wasCut = false
    /// Why standard output could not be written; then some of it is lost, and nothing more is written.
    private var failure: String?
    let isTerminal = isatty(STDOUT_FILENO) == 1
    /// Shows how far long work has come; off where colour is, since what moves disturbs the same readers.
    let watch = TerminalWatch(isShown: Console.isColoured(STDERR_FILENO))

    /// Adds text to the output.
    func print(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > 1 << 16 { flush() }
    }

    /// Writes what was printed. A reader that has gone is no error, and no reason to leave work half done; anything else that
    /// keeps answers from being written ends the command that runs.
    func flush() {
        if buffer.isEmpty { return }
        watch.erase()
        if !readerIsGone, failure == nil, let code = write(buffer, to: STDOUT_FILENO) {
            if code == EPIPE { readerIsGone = true } else { lose(code) }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Whether some of the output is lost, so that no more commands should run.
    var hasLost: Bool { failure != nil }

    /// Writes what is left and closes standard output: a file on a network may tell only then that it is full.
    ///
    /// - Returns: the code with which the program ends: 74 where output is lost, else the one that is given.
    func finish(_ code: Int32) -> Int32 {
        flush()
        if !readerIsGone, failure == nil, close(STDOUT_FILENO) != 0, errno != EINTR { lose(errno) }
        guard let failure else { return code }
        fail("dossier: standard output cannot be written: \(failure)")
        return 74
    }

    private func lose(_ code: Int32) {
        failure = String(cString: strerror(code))
        watch.endAll()
    }

    /// Whether output was left out because the user wanted it to end; told once.
    func takeCut() -> Bool {
        defer { wasCut = false }
        return wasCut
    }

    /// Writes a line to standard error, after what was printed before. Where that fails there is no one to tell it to; the
    /// exit code still does.
    func fail(_ line: String) {
        flush()
        watch.erase()
        _ = write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes all of the bytes, unless the user wants an answer to end.
    ///
    /// - Returns: the error, errno(3), that ended it; nil where there was none.
    private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            if descriptor == STDOUT_FILENO, watch.isCancelled {
                wasCut = true
                return nil
            }
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// The columns of the terminal; nil where the output is none.
    var columns: Int? { isTerminal ? Console.columns(of: STDOUT_FILENO) : nil }

    /// The rows of the screen; nil where the output is no terminal, one that can only print, or one that does not say.
    var rows: Int? { isTerminal && LineEditor.hasScreen ? Console.size(of: STDOUT_FILENO)?.rows : nil }

    /// The columns of a terminal; 80 where it does not say.
    static func columns(of descriptor: Int32) -> Int { size(of: descriptor)?.columns ?? 80 }

    private static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Whether the terminal shows more than ASCII: its locale is one of UTF-8. What goes elsewhere is always UTF-8.
    var isUnicode: Bool {
        guard isTerminal else { return true }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(environment).first { !$0.isEmpty } ?? ""
        let name = locale.lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }

    /// Whether colour is wanted: on a terminal that has it, and not declined.
    static func isColoured(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && environment("NO_COLOR").isEmpty && LineEditor.hasScreen
    }
}

/// A variable of the environment; empty where it is not set.
func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
}
