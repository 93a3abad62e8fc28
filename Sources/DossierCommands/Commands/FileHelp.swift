import DossierLanguage

/// `help files`: what lies beside a session, and what happens where others use it too.
enum FileHelp {
    static var blocks: [Block] {
        var blocks: [Block] = [.heading("files of a session NAME.json")]
        blocks.append(rows(files))
        blocks += [.line(""), .heading("if another program changes them")]
        blocks.append(rows(changes))
        blocks += [.line(""), .heading("if two programs want to write")]
        blocks.append(rows(writers))
        return blocks
    }

    private static func rows(_ rows: KeyValuePairs<String, String>) -> Block {
        .fields(rows.map { Block.Labelled(label: $0.key, text: StyledText($0.value)) })
    }

    /// The files, whether they follow from others, and whether they belong into a version control system.
    private static let files: KeyValuePairs<String, String> = [
        "NAME.json": "The state: the records. It can be rebuilt from the log. Commit it.",
        "NAME.log":
            "The log: every change, who made it and when. It cannot be rebuilt; without it the records remain, but 'undo', 'at' and verification are lost. Commit it if the team wants the history.",
        "NAME.log.1, .2":
            "Entries that 'dossier compact' folded. Without them the session is complete, but 'undo' ends at the fold.",
        "NAME.outside.json":
            "A file that was found in place of the state and set aside in favour of the log: it was not a session, or 'trust=log' was chosen. Look at it, then delete it.",
        "NAME.kept.json, .log":
            "The session of a program whose log another program replaced. Compare it with NAME.json, then delete one.",
    ]

    private static let changes: KeyValuePairs<String, String> = [
        "the log is replaced, removed or changed":
            "The next command fails and changes nothing. 'open' reads the files again; 'save PATH' continues in another file. When you leave or use 'open', changes that are not in the files are kept as NAME.kept.json.",
        "the state is edited while it is open":
            "'save' fails and leaves the file as it is; every command is in the log. 'open trust=state' accepts the file, 'open trust=log' sets it aside.",
        "the state is edited while it is closed":
            "Opening fails and counts the differences. '--trust state' (in the shell 'open PATH trust=state') accepts the file as one entry of the log, which 'show log' dates and 'undo' reverses. '--trust log' sets the file aside as NAME.outside.json.",
        "the state is removed": "The session is rebuilt from the log; the next save writes the file again.",
        "only the order of records or the layout changes": "The session is the same.",
        "either is damaged": "'dossier repair NAME.json --into NEW.json' saves what can be verified.",
    ]

    private static let writers: KeyValuePairs<String, String> = [
        "a shell":
            "It opens the session read-only and names the writer. 'open' allows changes once that program has ended.",
        "-c, replay, compact, piped commands":
            "They wait 5 s, or '--wait SECONDS', then exit with code 75. Commands that only ask ('-c \"show …\"') and '--read-only' need no lock.",
        "a symbolic link to a session": "It is that same session, with one lock and one log.",
    ]
}
