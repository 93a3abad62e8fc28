/// The page of the help about the shell, and the table of its keys in the reference.
enum ShellHelp {
    /// Keys, and what they do.
    static let keys: [(keys: String, meaning: String)] = [
        ("Tab", "completes; again, lists what may stand there"),
        ("Right, Ctrl-E", "takes the suggestion behind the cursor"),
        ("Up, Down", "older and newer entries that begin with what is typed"),
        ("Ctrl-R", "searches the history"),
        ("Ctrl-C", "drops the line; in a long command, twice: ends it, and the session is unchanged"),
        ("Ctrl-Z", "stops the program; 'fg' goes on with it"),
        ("Ctrl-D", "leaves, on an empty line"),
    ]

    /// The page.
    static var blocks: [Block] {
        [
            .prose(
                "The prompt has the session's name and counts the commands that changed it since it was saved: dprk +3>. A text between three quotation marks, or a line that ends in \\, goes on in the next line; what is pasted waits for Enter.",
                indent: 0),
            .line(""), .fields(keys.map { Block.Labelled(label: $0.keys, text: StyledText($0.meaning)) }),
            .line(""),
            .prose(
                "'show settings' lists what you may decide. 'set shell NAME=VALUE' holds until you leave, a line NAME = VALUE in ~/.config/dossier/config (or below $XDG_CONFIG_HOME) always:",
                indent: 0),
            .fields(
                Setting.allCases.map {
                    Block.Labelled(label: "\($0.rawValue)=\($0.usage)", text: StyledText($0.summary))
                }),
            .line(""),
            .prose(
                "'history' shows what was typed, 'edit e1' opens a text in $VISUAL or $EDITOR. What lasts longer than a second shows how far it is.",
                indent: 0),
        ]
    }
}
