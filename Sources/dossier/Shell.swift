import DossierEngine
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage
import Glibc
import LineEditor

/// The interactive shell: reads an entry, runs it, shows the answer.
struct Shell {
    let notebook: Notebook
    let output: Output

    static var isPossible: Bool { LineEditor.hasPerson }

    func run() -> Int32 {
        notebook.settings = output.settings
        let editor: LineEditor
        do throws(LineEditorError) {
            editor = try LineEditor(settings: settings)
        } catch {
            output.note("the line editor cannot start: \(error)")
            return StandardInput(notebook: notebook, output: output, keepGoing: true).run()
        }
        editor.isComplete = Lexer.isComplete
        editor.complete = { text, cursor in
            let result = notebook.completer(files: PathList.paths).complete(text, at: cursor)
            return LineEditor.Completion(
                range: result.range,
                candidates: result.candidates.map { candidate in
                    LineEditor.Candidate(
                        replacement: candidate.text, label: candidate.text, detail: candidate.detail,
                        isFinal: candidate.isWhole)
                })
        }
        for problem in editor.takeProblems() { output.note(problem) }
        notebook.shell = TypedShell(editor: editor)
        output.mayPage = true
        output.console.watch.takeInterrupts()
        // What it holds must end with the shell, so that the terminal is given back as it was.
        defer { notebook.shell = nil }
        greet(isNew: editor.history.isEmpty)
        repeat { loop(editor) } while !mayLeave(editor)
        output.console.watch.giveInterruptsBack()
        do throws(StorageError) {
            for notice in try notebook.close() { output.note(notice) }
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
        apply(notebook.settings, to: &settings)
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
        if let line = OpeningText.line(of: notebook) { output.say(line) }
        guard notebook.session.isEmpty, notebook.path == nil else { return }
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
            apply(notebook.settings, to: &editor.settings)
            switch editor.read(prompt: prompt, continuation: "     ...> ") {
            case .interrupted: continue
            case .endOfInput:
                output.console.print("\n")
                output.console.flush()
                return
            case .text(let text):
                editor.remember(text)
                for problem in editor.takeProblems() { output.note(problem) }
                if output.run(SourceText(text), in: notebook).quits { return }
            }
        }
    }

    private var prompt: String {
        let text = PromptText(
            path: notebook.path, changes: notebook.changeCount, isReadOnly: notebook.readOnlyReason != nil
        ).text
        return output.palette.render(text)
    }

    /// A session in memory with work in it is not left without a question.
    private func mayLeave(_ editor: LineEditor) -> Bool {
        if output.console.hasLost { return true }
        guard notebook.path == nil, !notebook.session.isEmpty else { return true }
        output.console.print("The session is in memory only; 'save NAME.json' keeps it.\n")
        output.console.flush()
        switch editor.read(prompt: "Leave and lose it? [y/N] ", continuation: "") {
        case .text(let answer):
            let word = answer.lowercased()
            if word.hasPrefix("y") { return true }
            if word.hasPrefix("save ") { return output.run(SourceText(answer), in: notebook).code == 0 }
            return false
        case .interrupted: return false
        case .endOfInput: return true
        }
    }
}
