import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput

/// Notebooks: their commands run in order, and their answers are compared, or written anew.
extension Engine {
    /// Runs the commands of a notebook and compares what they answer with what stands under them.
    ///
    /// All commands run, those that fail too: an error is an answer.
    ///
    /// - Throws: a diagnostic where the notebook cannot be read. Where answers differ and `keepsDifferent` is not set,
    ///   nothing has changed.
    package func check(
        notebook path: String, writableFolder: String? = nil, keepsDifferent: Bool = false
    ) throws(Diagnostic) -> NotebookCheck {
        var check = NotebookCheck()
        try replay(path, at: nil, writableFolder: writableFolder) { (source) throws(Diagnostic) in
            let file = try NotebookFile(source)
            check = NotebookCheck(file, answers(of: file))
            return Replay(failed: check.failed, isKept: keepsDifferent || !check.failed)
        }
        return check
    }

    /// Runs all commands of a notebook; `quit` ends it, and what comes after answers nothing.
    private func answers(of file: NotebookFile) -> [NotebookAnswer] {
        var isOver = false
        return file.cells.map { cell in
            if isOver { return NotebookAnswer("", in: cell.fence) }
            return answer(to: cell.typed, in: cell.fence, cell.format) { isOver = isOver || $0.quits }
        }
    }

    /// What a notebook holds as the answer to a command.
    func answer(
        to command: SourceText, in fence: MarkdownFence, _ format: NotebookFormat, reply: (Reply) -> Void = { _ in }
    ) -> NotebookAnswer {
        let renderer = Renderer(width: format.width, palette: Palette(isColoured: false), isTerminal: true)
        var text = ""
        do throws(Diagnostic) {
            try run(command) { answer in
                if !format.isQuiet { text += renderer.text(of: answer.answer) }
                reply(answer)
            }
            return NotebookAnswer(text, in: fence)
        } catch {
            let lines = DiagnosticText(width: format.width).lines(of: error)
            for line in lines { text += renderer.palette.render(line) + "\n" }
            return NotebookAnswer(text, error: error, in: fence)
        }
    }

    /// Runs the commands of a notebook as those of a script; one of which the notebook says that it fails may fail.
    func runAll(_ file: NotebookFile, reply: (Reply) -> Void) throws(Diagnostic) -> Replay {
        var result = Replay()
        let work = surroundings.work("replaying the notebook", .commands, of: file.cells.count, stride: 1)
        for cell in file.cells.steps(of: work) {
            var quits = false
            do throws(Diagnostic) {
                try run(cell.expectsError ? cell.typed : cell.command) { answer in
                    result.failed = result.failed || answer.failed
                    quits = quits || answer.quits
                    if !cell.format.isQuiet { reply(answer) }
                }
            } catch {
                if surroundings.isCancelled { throw error }
                if cell.expectsError {
                    reply(Reply(answer: .error(error)))
                } else if let failure = scriptFailure {
                    failure(error)
                    result.failed = true
                } else {
                    throw error
                }
            }
            if quits { return result }
        }
        return result
    }
}

extension Answer {
    /// An error that a notebook tells of, as an answer.
    fileprivate static func error(_ diagnostic: Diagnostic) -> Answer {
        Answer(
            DiagnosticText().lines(of: diagnostic).map { .line($0) },
            json: .object(["error": .string(diagnostic.message)]))
    }
}
