import DossierLanguage
import DossierModel
import DossierOutput

/// What `--help` prints: examples, how to call, the options. Each task has its own page, so that all of it stays on a screen of
/// 24 rows with the prompt below it.
struct CommandLineHelp {
    let scope: Option.Scope

    /// The page, at most 80 columns wide.
    var text: String {
        Renderer(width: 80, palette: Palette(isColoured: false)).text(of: Answer(blocks, json: .null))
    }

    private var blocks: [Block] {
        var blocks = examples.map { Block.line(StyledText($0)) }
        if !blocks.isEmpty { blocks.append(.line("")) }
        blocks.append(.line(StyledText(scope.usage)))
        if scope != .session { blocks.append(.prose(StyledText(scope.summary), indent: 0)) }
        blocks.append(.fields(scope.options.map { .init(label: $0.usage, text: StyledText($0.summary)) }))
        return scope == .session ? blocks + CommandLineHelp.pointers : blocks
    }

    /// For a session one command of each of the commonest tasks, in two columns; for a task its own, each below its summary.
    private var examples: [String] {
        guard scope == .session else {
            return CommandLineExample.all.filter { $0.command.hasPrefix("dossier \(scope.rawValue) ") }
                .flatMap { ["# \($0.summary)", $0.command] }
        }
        let first = CommandLineExample.all.prefix(5)
        let column = first.map(\.command.count).max() ?? 0
        return first.map { "\($0.command.padded(toWidth: column))  \($0.summary)" }
    }

    private static var pointers: [Block] {
        let tasks = CompletionShell.named.map(\.rawValue).joined(separator: ", ")
        return [
            .line(""),
            .line("Without -c, a terminal gets the shell; other input is read as commands."),
            .line(StyledText("Tasks with a --help: \(tasks).")),
            .line(#"'dossier manual' prints all; 'dossier -c "help tutorial"' takes the first steps."#),
        ]
    }
}
