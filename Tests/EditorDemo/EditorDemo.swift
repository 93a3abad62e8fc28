import Glibc
import LineEditor

/// Reads entries and says what it read, so that a test sees on the screen what the editor made of the keys.
@main
struct EditorDemo {
    static func main() throws {
        var settings = LineEditor.Settings()
        settings.programName = "demo"
        settings.historyPath = environment("DEMO_HISTORY")
        settings.suggestions = environment("DEMO_SUGGESTIONS") != "off"
        settings.color = environment("DEMO_COLOR") != "off"
        let editor = try LineEditor(settings: settings)
        editor.complete = DemoCompletion.complete
        editor.isComplete = { !$0.hasSuffix("\\") }
        let prompt = environment("DEMO_PROMPT") ?? "demo> "
        while true {
            switch editor.read(prompt: prompt, continuation: "....> ") {
            case .text(let text):
                say("line: <\(shown(text))>")
                editor.remember(text)
                run(text, editor)
            case .interrupted: say("interrupted")
            case .endOfInput:
                say("end of input")
                return
            }
        }
    }

    private static func run(_ command: String, _ editor: LineEditor) {
        switch command {
        case "history": for entry in editor.history { say("- \(shown(entry))") }
        case "columns": say("columns: \(editor.columns)")
        case "mode": say("mode: \(terminalMode())")
        case "work": work()
        default: break
        }
    }

    /// Waits for Ctrl-C, as a long command does.
    private static func work() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigprocmask(SIG_BLOCK, &signals, nil)
        say("working")
        var signal: Int32 = 0
        sigwait(&signals, &signal)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        say("cancelled")
    }

    private static func terminalMode() -> String {
        var mode = termios()
        tcgetattr(STDIN_FILENO, &mode)
        let flags: [(String, Int32)] = [("isig", ISIG), ("icanon", ICANON), ("echo", ECHO)]
        return flags.map { name, flag in mode.c_lflag & tcflag_t(flag) != 0 ? name : "-\(name)" }.joined(separator: " ")
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func shown(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "⏎"
            case "\t": "⇥"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": "{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined()
    }

    private static func say(_ text: String) {
        print(text)
        fflush(nil)
    }
}
