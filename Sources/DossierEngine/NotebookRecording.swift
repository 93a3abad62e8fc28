import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// A notebook that is being recorded.
///
/// Each command is rehearsed in a session of its own, under the rules of a replay, and what it answers there is what the
/// notebook holds: so the notebook answers the same when it is replayed.
final class NotebookRecording: Recording {
    let path: String
    let file: GrowingFile
    private let rehearsal: Engine
    private let format = NotebookFormat()
    private let fence = MarkdownFence(words: [NotebookFormat.name])
    private var standing = Standing.atStart
    /// What makes the session that was there, until it is written before the first command: the notebook itself begins with
    /// what its author types first.
    private var setup: [String]

    /// What the file ends with.
    private enum Standing {
        case atStart, inProse, inBlock
    }

    /// Begins a notebook.
    ///
    /// - Throws: a storage error where it cannot be written, or the commands do not run where it stands.
    init(
        _ output: OutputFile, at path: String, on disk: any Disk, rehearsal: Engine, of session: Session
    ) throws(StorageError) {
        self.path = path
        self.rehearsal = rehearsal
        setup = try NotebookRecording.setup(of: session, in: rehearsal)
        _ = try output.write([])
        file = try GrowingFile(output, on: disk)
    }

    /// The lines that make a session, folded away where Markdown is shown, after they have made it for the rehearsal.
    private static func setup(of session: Session, in rehearsal: Engine) throws(StorageError) -> [String] {
        let request = ExportRequest(session: session, content: .session(Array(session.records)), settings: [])
        let script = ScriptExporter(request).text()
        if script.isEmpty { return [] }
        do throws(Diagnostic) { try rehearsal.run(SourceText(script)) { _ in } } catch {
            throw StorageError(
                "the notebook could not rebuild the session from its folder: \(error.message)",
                notes: ["record it in the folder that holds the documents"], exit: error.exit)
        }
        let fence = MarkdownFence(words: [NotebookFormat.name, "quiet"])
        let head = ["<details>", "<summary>The session at the beginning</summary>", "", fence.text]
        return head + NotebookCell.lines(of: script) + [fence.end, "", "</details>"]
    }

    func append(_ command: String) throws(DiskFailure) -> [String] {
        let answer = rehearsal.answer(to: SourceText(command), in: fence, format)
        if let error = answer.error { return ["left out of the notebook: \(error.message)"] }
        try writeSetup()
        var lines: [String] = []
        if standing == .inProse { lines.append("") }
        if standing != .inBlock { lines.append(fence.text) }
        try write(lines + NotebookCell.lines(of: command) + answer.lines)
        standing = .inBlock
        return []
    }

    /// Text becomes a line of a paragraph, and no text ends it. A line that would begin a block stands behind a `\`.
    func remark(_ text: String) throws(DiskFailure) {
        let typed = text.hasPrefix(" ") ? String(text.dropFirst()) : text
        let line = NotebookAnswer.trimmed(MarkdownBlock.begins(with: typed) ? "\\" + typed : typed)
        try write((standing == .inBlock ? [fence.end, ""] : []) + [line])
        standing = .inProse
    }

    /// Writes what makes the session that was there, once.
    private func writeSetup() throws(DiskFailure) {
        if setup.isEmpty { return }
        try write((standing == .inProse ? [""] : []) + setup)
        setup = []
        standing = .inProse
    }

    private func write(_ lines: [String]) throws(DiskFailure) { try file.write(lines.map { $0 + "\n" }.joined()) }

    func close() {
        // A block that is not closed ends with the file, so that nothing is lost where this fails.
        if standing == .inBlock { try? write([fence.end]) }
        try? writeSetup()
        file.close()
    }
}
