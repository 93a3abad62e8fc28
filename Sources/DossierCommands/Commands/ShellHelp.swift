import DossierLanguage

/// The page of the help about the shell, and the table of its keys in the reference.
enum ShellHelp {
    /// Keys, and what they do.
    static let keys: [(keys: String, meaning: String)] = [
        ("Tab", "completes a word; pressed again, lists the possibilities"),
        ("Right, Ctrl-E", "accepts the suggestion after the cursor"),
        ("Up, Down", "older and newer entries that begin with the typed text"),
        ("Ctrl-R", "searches the history"),
        ("Ctrl-C", "discards the line; pressed twice in a long command, cancels it without changes"),
        ("Ctrl-Z", "suspends the program; 'fg' resumes it"),
        ("Ctrl-D", "leaves, on an empty line"),
    ]

    /// The page.
    static var blocks: [Block] {
        [
            .prose(
                "The prompt shows the session's name and the number of commands that have changed it since it was saved: dprk +3>. A script or an import counts once, as 'undo' takes it back. A text between three quotation marks, or a line that ends in \\, continues on the next line; pasted text waits for Enter.",
                indent: 0),
            .line(""), .fields(keys.map { Block.Labelled(label: $0.keys, text: StyledText($0.meaning)) }),
            .line(""),
            .prose(
                "'show settings' lists the settings. 'set shell NAME=VALUE' applies until you leave; a line NAME = VALUE in ~/.config/dossier/config (or below $XDG_CONFIG_HOME) applies always:",
                indent: 0),
            .fields(
                Setting.allCases.map {
                    Block.Labelled(label: "\($0.rawValue)=\($0.usage)", text: StyledText($0.summary))
                }),
            .line(""),
            .prose(
                "'history' shows earlier commands; 'edit e1' opens a text in $VISUAL or $EDITOR. Work that takes over a second shows its progress.",
                indent: 0),
        ]
    }
}
