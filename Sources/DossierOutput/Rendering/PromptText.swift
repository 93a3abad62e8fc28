import DossierLanguage

/// The prompt of the shell: the session's name, how much changed since it was saved last, and whether it can change.
package struct PromptText: Sendable {
    /// The session's file; nil where it is in memory only.
    package let path: String?
    /// How many commands changed the session since it was saved.
    package let changes: Int
    /// Whether the session cannot change.
    package let isReadOnly: Bool

    /// Makes a prompt from its parts.
    package init(path: String?, changes: Int, isReadOnly: Bool) {
        self.path = path
        self.changes = changes
        self.isReadOnly = isReadOnly
    }

    /// What a session is called: the name of its file, without what every session ends with.
    package static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    }

    /// The prompt: `dprk +3> `.
    package var text: StyledText {
        var text = StyledText(path.map(PromptText.name) ?? "dossier", .strong)
        if isReadOnly {
            text += StyledText(" (read-only)", .faint)
        } else if changes > 0 {
            text += StyledText(" +\(changes)", .doubtful)
        }
        return text + "> "
    }
}
