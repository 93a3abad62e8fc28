import DossierEngine
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage
import Glibc
import LineEditor

/// The interactive shell: reads an entry, runs it, shows the answer.
struct Shell {
    let engine: Engine
    let output: Output

    static var isPossible: Bool { LineEditor.hasPerson }

    func run() -> Int32 {
        engine.settings = output.settings
        let editor: LineEditor
        do throws(LineEditorError) {
            editor = try LineEditor(settings: settings)
        } catch {
            output.note("the line editor cannot start: \(error)")
            return StandardInput(engine: engine, output: output, keepGoing: true).run()
        }
        editor.isComplete = Lexer.isComplete
        editor.complete = { text, cursor in
            let result = engine.completer(files: PathList.paths).complete(text, at: cursor)
            return LineEditor.Completion(
                range: result.range,
                candidates: result.candidates.map { candidate in
                    LineEditor.Candidate(
                        replacement: candidate.text, label: candidate.text, detail: candidate.detail,
                        isFinal: candidate.isWhole)
                })
        }
        for problem in editor.takeProblems() { output.note(problem) }
        engine.shell = TypedShell(editor: editor)
        output.mayPage = true
        output.console.watch.takeInterrupts()
        // What it holds must end with the shell, so that the terminal is given back as it was.
        defer { engine.shell = nil }
        greet(isNew: editor.history.isEmpty)
        repeat { loop(editor) } while !mayLeave(editor)
        output.console.watch.giveInterruptsBack()
        do throws(StorageError) {
            for notice in try engine.close() { output.note(notice) }
            return 0
        } catch {
            return output.fail(error)
        }
    }

    private var settings: LineEditor.Settings {
        var settings = LineEditor.Settings()
        let state = environment("XDG_STATE_HOME")
        let home = environment("HOME")
        if !state.isEmpty || !home.isEmpty {
            settings.historyPath = (state.isEmpty ? home + "/.local/state" : state) + "/dossier/history"
        }
        apply(engine.settings, to: &settings)
        return settings
    }

    private func apply(_ chosen: Settings, to settings: inout LineEditor.Settings) {
        settings.color = output.palette.isColoured
        settings.isPlain = chosen.isPlain
        settings.suggestions = chosen.isOn(.suggestions)
        settings.historyLimit = chosen.historyLimit
    }

    /// What to type first, for who has never typed anything; of a session with a name, what it holds.
    private func greet(isNew: Bool) {
        if let line = OpeningText.line(of: engine) { output.say(line) }
        guard engine.session.isEmpty, engine.path == nil else { return }
        let lines = [
            "A session in memory; 'save NAME.json' keeps it. Tab completes at the cursor.",
            "  help tutorial                            eleven steps through a real article",
            #"  add source s1 "TITLE" file=article.txt   the document you are reading"#,
            "  help                                     the list of commands",
        ]
        for line in isNew ? lines[...] : lines.prefix(1) { output.console.print(line + "\n") }
        output.console.flush()
    }

    private func loop(_ editor: LineEditor) {
        while true {
            apply(engine.settings, to: &editor.settings)
            switch editor.read(prompt: prompt, continuation: "     ...> ") {
            case .interrupted: continue
            case .endOfInput:
                output.console.print("\n")
                output.console.flush()
                return
            case .text(let text):
                editor.remember(text)
                for problem in editor.takeProblems() { output.note(problem) }
                let mended = { (error: Diagnostic) in withLabel(text, after: error, editor).map { SourceText($0) } }
                if output.run(SourceText(text), in: engine, or: mended).quits { return }
            }
        }
    }

    /// An export that needs a label, with the one that the person gives it; nil where that is not what is missing, or none is
    /// given.
    private func withLabel(_ text: String, after error: Diagnostic, _ editor: LineEditor) -> String? {
        guard error.code == .labelNeeded, !text.contains("\n") else { return nil }
        let labels = Marking.allCases.map(\.description).joined(separator: ", ")
        output.say(error.message)
        guard
            case .text(let answer) = editor.read(prompt: "Label (\(labels); Enter exports nothing): ", continuation: "")
        else { return nil }
        let label = answer.split(whereSeparator: \.isWhitespace).joined()
        if label.isEmpty { return nil }
        let whole = "\(text) tlp=\(label)"
        editor.remember(whole)
        return whole
    }

    private var prompt: String {
        let text = PromptText(
            path: engine.path, changes: engine.changeCount, isReadOnly: engine.readOnlyReason != nil
        ).text
        return output.palette.render(text)
    }

    /// A session in memory with work in it is not left without a question.
    private func mayLeave(_ editor: LineEditor) -> Bool {
        if output.console.hasLost { return true }
        guard engine.path == nil, !engine.session.isEmpty else { return true }
        output.console.print("The session is in memory only; 'save NAME.json' keeps it.\n")
        output.console.flush()
        switch editor.read(prompt: "Leave and lose it? [y/N] ", continuation: "") {
        case .text(let answer):
            let word = answer.lowercased()
            if word.hasPrefix("y") { return true }
            if word.hasPrefix("save ") { return output.run(SourceText(answer), in: engine).code == 0 }
            return false
        case .interrupted: return false
        case .endOfInput:
            // Ctrl-D means no, as Enter does; a terminal that is gone will give no other answer.
            output.console.print("\n")
            output.console.flush()
            return isatty(STDIN_FILENO) == 0
        }
    }
}
