import TerminalTesting
import TestSupport

/// The demo program on a terminal, with a folder of its own as home and place of its history.
struct Demo {
    let session: TerminalSession
    let folder: TemporaryFolder

    init(
        columns: Int = 80, rows: Int = 24, terminal: String = "xterm-256color", folder: TemporaryFolder? = nil,
        arguments: [String] = [Demo.program], environment: [String: String] = [:]
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        var variables = [
            "TERM": terminal, "HOME": folder.path, "LC_ALL": "C.UTF-8", "DEMO_HISTORY": folder.file("history"),
            "PATH": "/usr/bin:/bin",
        ]
        variables.merge(environment) { $1 }
        variables.merge(BuiltProgram.variables) { own, _ in own }
        session = try TerminalSession(arguments, environment: variables, columns: columns, rows: rows)
    }

    /// The program.
    static let program = BuiltProgram.path(of: "EditorDemo")

    /// Waits for a prompt that nothing stands behind.
    @discardableResult
    func ready(_ prompt: String = "demo> ") throws -> Screen {
        try session.wait(for: "the prompt “\(prompt)”") {
            $0.textBeforeCursor == prompt && $0.cursorLine + " " == prompt && $0.takesBracketedPaste
        }
    }

    func send(_ keys: String) { session.send(keys) }

    /// Waits for the edited line. `|` stands for the cursor.
    @discardableResult
    func line(_ marked: String, prompt: String = "demo> ") throws -> Screen {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        return try session.wait(for: "the line “\(prompt)\(marked)”") { screen in
            let before = prompt + parts[0]
            let whole = before + (parts.count > 1 ? parts[1] : "")
            return screen.textBeforeCursor == before && screen.cursorLine == Demo.trimmed(whole)
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Waits until a row says that this was read.
    @discardableResult
    func read(_ text: String) throws -> Screen {
        try shows("line: <\(text)>")
    }

    /// Waits for a row with exactly this text.
    @discardableResult
    func shows(_ row: String) throws -> Screen {
        try session.wait(for: "the row “\(row)”") { $0.lines.contains(row) }
    }

    /// Types an entry and waits until it is read and the next prompt is there.
    func enter(_ entry: String) throws {
        try ready()
        send(entry)
        try line(entry + "|")
        send("\r")
        try read(entry)
        try ready()
    }
}
