/// What other programs call what a verb of Dossier does.
enum ForeignVerb {
    /// The verb that does what was meant; nil where the word is not known.
    static func own(_ word: String) -> String? {
        let plain = word.lowercased().drop { "\\:./".contains($0) }
        return table.first { $0.words.contains(String(plain)) || $0.words.contains(word) }?.verb
    }

    /// How the verb is typed for it, where its name alone does not tell.
    static func advice(_ word: String) -> String? {
        switch word.lowercased() {
        case "rename", "mv", "move": "'set REFERENCE id=NEW' renames a record"
        case "find", "search", "grep", "look", "filter", "query":
            "'show KIND WORDS' finds the records that contain the words"
        case "count": "'show KIND count by FIELD' counts"
        default: nil
        }
    }

    /// All words that lead to a verb of ours.
    static var words: [String] { table.flatMap(\.words) }

    private static let table: [(verb: String, words: [String])] = [
        ("quit", ["exit", "bye", "logout", "leave", "q", "qa", "wq", "x", "end", "stop", "close"]),
        ("help", ["?", "h", "man", "info", "usage", "commands", "tutorial"]),
        (
            "show",
            [
                "list", "ls", "ll", "dir", "find", "search", "grep", "look", "filter", "query", "get", "select", "view",
                "print", "display", "cat", "describe", "desc", "tables", "count", "l", "d", "dt", "p",
            ]
        ),
        ("drop", ["delete", "del", "remove", "rm", "erase", "discard", "destroy"]),
        ("add", ["new", "create", "insert", "make", "touch", "append"]),
        ("set", ["update", "change", "modify", "rename", "mv", "move", "alter", "put", "assign", "tag"]),
        ("link", ["connect", "relate", "join", "ln", "edge"]),
        ("annotate", ["comment", "note", "remark"]),
        ("merge", ["dedupe", "combine", "unify"]),
        ("import", ["read", "upload", "ingest"]),
        ("export", ["dump", "output", "download"]),
        ("replay", ["source", "run", "exec", "execute", "include", "script", "i"]),
        ("open", ["load", "use", "attach", "restore"]),
        ("save", ["write", "store", "commit", "w", "backup"]),
        ("undo", ["revert", "rollback", "back"]),
        ("check", ["validate", "lint", "verify", "test", "diagnose"]),
        ("record", ["spool", "tee"]),
    ]
}
