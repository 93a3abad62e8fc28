/// Which key calls which function.
///
/// Sequences that begin with ESC are what xterm and its kin, the Linux console, rxvt and the DEC terminals send for the
/// same key.
enum KeyBindings {
    /// A character that no key sends: the search answers with it for a key that it has dealt with itself.
    static let redraw: Unicode.Scalar = "\u{80}"
    /// What a vi user's ESC becomes when nothing follows it, because ESC also begins every arrow key.
    static let viEscape: Unicode.Scalar = "\u{81}"

    /// For every editing style and mode.
    static let common: [(function: String, keys: [String])] = [
        ("accept-entry", ["\r", "\n"]),
        ("interrupt-entry", ["\u{3}", "\u{1B}\u{3}"]),
        ("end-of-input-or-delete", ["\u{4}"]),
        ("suspend-process", ["\u{1A}"]),
        ("search-older", ["\u{12}"]),
        ("redraw-line", ["\u{80}"]),
        ("paste-text", ["\u{1B}[200~"]),
        ("older-entry", ["\u{1B}[A", "\u{1B}OA"]),
        ("newer-entry", ["\u{1B}[B", "\u{1B}OB"]),
        ("move-forward", ["\u{1B}[C", "\u{1B}OC"]),
        ("move-back", ["\u{1B}[D", "\u{1B}OD"]),
        ("move-to-line-start", ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
        ("move-to-line-end", ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]),
        ("delete-character", ["\u{1B}[3~"]),
        ("move-word-forward", ["\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}[5C", "\u{1B}Oc", "\u{1B}\u{1B}[C"]),
        ("move-word-back", ["\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}[5D", "\u{1B}Od", "\u{1B}\u{1B}[D"]),
        ("ignore-key", ["\u{1C}"] + idleKeys),
    ]

    /// Where characters are inserted as they are typed: emacs, and vi while it inserts.
    static let inserting: [(function: String, keys: [String])] = [
        ("complete-word", ["\t"]),
        ("delete-character-back", ["\u{7F}", "\u{8}"]),
        ("older-entry", ["\u{10}"]),
        ("newer-entry", ["\u{E}"]),
        ("search-newer", ["\u{13}"]),
    ]

    static let emacs: [(function: String, keys: [String])] = [
        ("move-back", ["\u{2}"]),
        ("move-forward", ["\u{6}"]),
        ("move-to-line-start", ["\u{1}"]),
        ("move-to-line-end", ["\u{5}"]),
        ("move-word-back", ["\u{1B}b", "\u{1B}B"]),
        ("move-word-forward", ["\u{1B}f", "\u{1B}F"]),
        ("older-entry", ["\u{1B}p", "\u{1B}P"]),
        ("newer-entry", ["\u{1B}n", "\u{1B}N"]),
    ]

    static let viInsert: [(function: String, keys: [String])] = [
        ("vi-command-mode", ["\u{81}"])
    ]

    static let viCommand: [(function: String, keys: [String])] = [
        ("ignore-key", ["\u{81}"]),
        ("older-entry", ["k"]),
        ("newer-entry", ["j"]),
        ("search-older", ["/"]),
        ("search-newer", ["?"]),
    ]

    /// Keys that do nothing here. Unbound, the end of what they send would stand in the line as text.
    private static let idleKeys: [String] =
        ["2", "5", "6", "11", "12", "13", "14", "15", "17", "18", "19", "20", "21", "23", "24", "201"].map {
            "\u{1B}[\($0)~"
        }
        + ["P", "Q", "R", "S"].map { "\u{1B}O\($0)" }
        + ["I", "O", "Z", "E", "[A", "[B", "[C", "[D", "[E"].map { "\u{1B}[\($0)" }
        + ["2A", "2B", "2C", "2D", "2F", "2H", "5A", "5B", "5F", "5H", "3A", "3B", "6A", "6B", "6C", "6D"].map {
            "\u{1B}[1;\($0)"
        }
        + ["3;5", "3;3", "3;2", "2;2", "5;2", "6;2", "5;5", "6;5"].map { "\u{1B}[\($0)~" }
}
