extension Option {
    /// What the program is asked to do: the first word of the command line, or a session.
    enum Scope: String, Sendable, CaseIterable {
        case session, replay, repair, compact, schema

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
            }
        }
    }
}
