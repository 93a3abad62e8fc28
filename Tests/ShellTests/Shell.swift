import TerminalTesting
import TestSupport

/// The program on a terminal, in a folder of its own, which is its home too.
struct Shell {
    let session: TerminalSession
    let folder: TemporaryFolder

    init(
        _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, folder: TemporaryFolder? = nil,
        environment: [String: String] = [:]
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        var variables = [
            "TERM": "xterm-256color", "HOME": folder.path, "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
            "PATH": "/usr/bin:/bin",
            "USER": "ana",
        ]
        variables.merge(environment) { $1 }
        variables.merge(BuiltProgram.variables) { own, _ in own }
        let command =
            "cd '\(folder.path)' && exec '\(Shell.program)' " + arguments.map { "'\($0)'" }.joined(separator: " ")
        session = try TerminalSession(["/bin/sh", "-c", command], environment: variables, columns: columns, rows: rows)
    }

    /// The program.
    static let program = BuiltProgram.path(of: "dossier")

    func send(_ keys: String) { session.send(keys) }

    /// Waits for a prompt that nothing stands behind.
    @discardableResult
    func ready(_ prompt: String = "dossier> ") throws -> Screen {
        try session.wait(for: "the prompt “\(prompt)”") {
            $0.textBeforeCursor == prompt && $0.cursorLine + " " == prompt && $0.takesBracketedPaste
        }
    }

    /// Waits for the line with the cursor at its end.
    @discardableResult
    func line(_ text: String, prompt: String = "dossier> ") throws -> Screen {
        try session.wait(for: "the line “\(prompt)\(text)”") { $0.textBeforeCursor == prompt + text }
    }

    /// Waits for a row with exactly this text.
    @discardableResult
    func shows(_ row: String) throws -> Screen {
        try session.wait(for: "the row “\(row)”") { $0.lines.contains(row) }
    }

    /// Types a command and waits for the row that answers it, and for the next prompt, another one where `then` says so.
    func enter(_ command: String, answer: String, prompt: String = "dossier> ", then next: String? = nil) throws {
        try ready(prompt)
        send(command + "\r")
        try shows(answer)
        try ready(next ?? prompt)
    }
}
