extension Option {
    /// What the program is asked to do: the first word of the command line, or a session.
    enum Scope: String, Sendable, CaseIterable {
        case session, replay, repair, compact, schema, manual, completions

        /// Where a session is worked with.
        static let working: [Scope] = [.session, .replay, .repair, .compact]

        /// The scope of a first word; a session has none.
        static func named(_ word: String) -> Scope? { allCases.first { $0 != .session && $0.rawValue == word } }

        /// How it stands on the command line.
        var usage: String {
            switch self {
            case .session: "dossier [SESSION.json] [-c COMMAND]… [OPTION]…"
            case .replay: "dossier replay SCRIPT… [--into SESSION.json] [--verify | --update] [OPTION]…"
            case .repair: "dossier repair SESSION.json --into NEW.json [--trust state] [OPTION]…"
            case .compact: "dossier compact SESSION.json [--no-archive] [OPTION]…"
            case .schema: "dossier schema"
            case .manual: "dossier manual"
            case .completions: "dossier completions \(CompletionShell.names.joined(separator: "|"))"
            }
        }

        /// What a shell may put in as its arguments.
        var completion: WordCompletion {
            switch self {
            case .session, .repair, .compact: .files(["json"])
            case .replay: .files(["dossier", "md"])
            case .completions: .words(CompletionShell.names)
            case .schema, .manual: .nothing
            }
        }

        /// The options that may stand with it.
        var options: [Option] { Option.all.filter { $0.scopes.contains(self) } }

        /// What it does, in one sentence.
        var summary: String {
            switch self {
            case .session: "Opens a session, which is created at the first change; without SESSION, works in memory."
            case .replay: "Runs scripts and notebooks whole or not at all; compares or updates answers."
            case .repair: "Saves what can be verified of damaged files into a new session, and lists what was lost."
            case .compact: "Folds a long log into a base that contains the state; the old log is kept as NAME.log.1."
            case .schema: "Prints the JSON Schema (2020-12) of a session."
            case .manual: "Prints the manual page, for man(1)."
            case .completions: "Prints the completions of the command line for a shell."
            }
        }
    }
}

/// What a shell may put in for a word of the command line.
enum WordCompletion {
    case words([String]), files([String]), folders, nothing
}
