/// A shell that completes the words of the command line, from a script that is made of the tables of options and scopes.
enum CompletionShell: String, CaseIterable, Sendable {
    case bash, zsh, fish

    static var names: [String] { allCases.map(\.rawValue) }

    /// The script, which the shell reads at its start.
    var script: String {
        switch self {
        case .bash: BashCompletion.script
        case .zsh: ZshCompletion.script
        case .fish: FishCompletion.script
        }
    }

    /// The scopes that a first word names.
    static var named: [Option.Scope] { Option.Scope.allCases.filter { $0 != .session } }

    /// A text between apostrophes, as all three shells take it.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
