import DossierEngine
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage
import Glibc

/// Shows answers and errors in the form that the command line and the settings ask for.
final class Output {
    let console: Console
    private let invocation: Invocation
    /// What the user decided, as it stands now.
    var settings = Settings() { didSet { console.watch.setPlain(settings.isPlain) } }
    /// Whether a person types each command and can leave a pager.
    var mayPage = false

    init(console: Console, invocation: Invocation) {
        self.console = console
        self.invocation = invocation
    }

    /// How meanings look in the answers.
    var palette: Palette { palette(for: STDOUT_FILENO) }

    private var errorPalette: Palette { palette(for: STDERR_FILENO) }

    private func palette(for descriptor: Int32) -> Palette {
        if invocation.noColor || settings.isPlain { return Palette(isColoured: false) }
        switch settings[.colour] {
        case "always": return Palette(isColoured: true)
        case "never": return Palette(isColoured: false)
        default: return Palette(isColoured: Console.isColoured(descriptor))
        }
    }

    private var width: Int? { invocation.width ?? console.columns }

    /// Runs the commands of a text and shows each answer. Where one cannot be shown, no more should run.
    ///
    /// - Parameter mended: what to run in place of a command that failed, if a person can say it; the error is shown where not.
    func run(
        _ source: SourceText, in engine: Engine, or mended: (Diagnostic) -> SourceText? = { _ in nil }
    ) -> (code: Int32, quits: Bool) {
        var code: Int32 = 0
        var quits = false
        console.watch.begin()
        defer { console.watch.end() }
        do throws(Diagnostic) {
            try engine.run(source) { reply in
                settings = engine.settings
                show(reply)
                if reply.failed { code = 1 }
                quits = quits || reply.quits
            }
        } catch {
            if let other = mended(error) { return run(other, in: engine) }
            code = fail(error)
        }
        return (code, quits || console.hasLost)
    }

    /// Shows an answer, and writes it out; where answers follow one another they may wait for more of them.
    func show(_ reply: Reply, mayWait: Bool = false) {
        for notice in reply.notices { note(notice) }
        if invocation.quiet, reply.changed { return }
        if invocation.json {
            for remark in reply.answer.remarks { note(remark) }
            let json = reply.answer.json
            if json != .null { console.print(json.text + "\n") }
        } else {
            var renderer = Renderer(
                width: width, palette: palette, isTerminal: console.isTerminal,
                isASCII: invocation.ascii || !console.isUnicode, wrapsCells: settings.isOn(.wrap))
            renderer.watch = console.watch
            renderer.isPlain = settings.isPlain
            let text = renderer.text(of: reply.answer)
            if mayPage, !console.watch.isCancelled, let pager = Pager(settings),
                pager.isWorthwhile(for: text, on: console)
            {
                console.flush()
                if !pager.show(text, on: console) { console.print(text) }
            } else {
                console.print(text)
            }
        }
        if !mayWait || console.isTerminal { console.flush() }
        if console.takeCut() { note("cancelled: the rest of the answer is not shown") }
    }

    /// Says something beside the answers.
    func note(_ text: String) {
        console.fail(errorPalette.render(StyledText("note: ", .doubtful) + StyledText(text)))
    }

    /// Says something beside the answers that is no remark on them.
    func say(_ text: String) { console.fail(errorPalette.render(StyledText(text, .faint))) }

    /// Shows an error of the language.
    @discardableResult
    func fail(_ diagnostic: Diagnostic) -> Int32 {
        // It was ended for the loss of its output, which is told at the end.
        if diagnostic.code == .cancelled, console.hasLost { return diagnostic.exit.rawValue }
        let width = isatty(STDERR_FILENO) == 1 ? width : invocation.width
        for line in DiagnosticText(width: width, isPlain: settings.isPlain).lines(of: diagnostic) {
            console.fail(errorPalette.render(line))
        }
        return diagnostic.exit.rawValue
    }

    /// Shows an error that has no place in a command.
    func fail(_ problem: String, code: Int32) -> Int32 {
        console.fail(errorPalette.render(StyledText("error: ", .bad) + StyledText(problem)))
        return code
    }

    /// Shows an error of the files.
    func fail(_ error: StorageError) -> Int32 {
        console.fail(errorPalette.render(StyledText("error: ", .bad) + StyledText(error.problem)))
        for note in error.notes { console.fail(errorPalette.render(StyledText("  " + note))) }
        return error.exit.rawValue
    }
}
