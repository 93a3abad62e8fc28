import Glibc

/// Measures texts by the cursor of a tmux pane.
public final class TmuxRuler {
    private let pane: TmuxPane
    private let pipe: Int32
    private var count = 0

    /// Opens a pane that shows what is written into a pipe in the folder.
    public init(in folder: String) throws(TerminalFailure) {
        let path = folder + "/ruler"
        // Both ends are opened here, so that opening waits for nobody.
        guard mkfifo(path, 0o600) == 0, case let opened = open(path, O_RDWR | O_CLOEXEC), opened >= 0 else {
            throw .notStarted(errno)
        }
        pipe = opened
        pane = TmuxPane("stty raw -echo; exec cat ruler", in: folder, columns: 200, rows: 5)
    }

    deinit { close(pipe) }

    /// The columns that a text takes: where the cursor is after it, in a row that was blank.
    public func columns(of text: String) throws(TerminalFailure) -> Int {
        count += 1
        // The title of the pane comes after the text, so that who sees it sees the cursor behind the text.
        let mark = "mark\(count)"
        let bytes = Array("\u{1B}[H\u{1B}[2J\(text)\u{1B}]2;\(mark)\u{1B}\\".utf8)
        guard write(pipe, bytes, bytes.count) == bytes.count else { throw .notStarted(errno) }
        var column: Int?
        try pane.wait(for: "the cursor behind “\(text)”") {
            let words = pane.value(of: "#{pane_title} #{cursor_x}").split(separator: " ")
            if words.first.map(String.init) == mark { column = words.last.flatMap { Int($0) } }
            return column != nil
        }
        return column ?? 0
    }
}
