/// `help files`: what lies beside a session, and what happens where others use it too.
enum FileHelp {
    static var blocks: [Block] {
        var blocks: [Block] = [.heading("files of a session NAME.json")]
        blocks.append(rows(files))
        blocks += [.line(""), .heading("where another program changes them")]
        blocks.append(rows(changes))
        blocks += [.line(""), .heading("where two want to write")]
        blocks.append(rows(writers))
        return blocks
    }

    private static func rows(_ rows: KeyValuePairs<String, String>) -> Block {
        .fields(rows.map { Block.Labelled(label: $0.key, text: StyledText($0.value)) })
    }

    /// The files, whether they follow from others, and whether they belong into a version control system.
    private static let files: KeyValuePairs<String, String> = [
        "NAME.json": "The state: the records. The log makes it again. Commit it.",
        "NAME.log":
            "The log: every change, who made it and when. Nothing makes it again; without it 'undo', 'at' and the proof are gone, the records stay. Commit it if the team wants the history.",
        "NAME.log.1, .2":
            "Entries that 'dossier compact' folded. Without them the session is whole, and 'undo' ends at the fold.",
        "NAME.outside.json":
            "A file that stood in the place of the state and was given up for the log: it was no session, or 'trust=log' was chosen. Delete it once you have looked at it.",
        "NAME.kept.json, .log":
            "What a program held when another replaced the log under it. Compare it with NAME.json, then delete one.",
    ]

    private static let changes: KeyValuePairs<String, String> = [
        "the log is replaced, removed or changed":
            "The next command fails and changes nothing. 'open' reads the files again, 'save PATH' goes on elsewhere. On leaving, or on 'open', what the files do not hold is kept as NAME.kept.json.",
        "the state is edited while it is open":
            "'save' fails and leaves the file as it is; every command is in the log. 'open trust=state' accepts the file, 'open trust=log' gives it up.",
        "the state is edited while it is closed":
            "Opening fails and counts what differs. '--trust state' (in the shell 'open PATH trust=state') accepts the file: one entry of the log, which 'show log' dates and 'undo' takes back. '--trust log' gives the file up; it is kept as NAME.outside.json.",
        "the state is removed": "The log makes the session; the next save writes the file again.",
        "only the order of records or the layout changes": "The session is the same.",
        "either is damaged": "'dossier repair NAME.json --into NEW.json' saves what can be verified.",
    ]

    private static let writers: KeyValuePairs<String, String> = [
        "a shell": "It reads only, and says who writes. 'open' takes the session over once that program has ended.",
        "-c, replay, compact, piped commands":
            "They wait 5 s, or '--wait SECONDS', then end with 75. Questions alone ('-c \"show …\"') and '--read-only' need no lock.",
        "a symbolic link to a session": "It is that session: one lock, one log.",
    ]
}
