import DossierCore

/// The manual page, in the macros of man(7), made of the tables of options, verbs and codes.
enum ManualPage {
    static var text: String {
        var page = Page(title: #".TH DOSSIER 1 "" "\#(Program.version)" "User Commands""#)
        page.section("NAME")
        page.paragraph("dossier - an analyst's notebook for the terminal")
        page.section("SYNOPSIS")
        for scope in Option.Scope.allCases { page.line(scope.usage) }
        page.section("DESCRIPTION")
        page.paragraph(
            "A shell for work on reports: a small command language over a session of sources, entities, events, claims, notes and links, which is kept as JSON with a log. Without -c it reads commands from a terminal, else from standard input."
        )
        for scope in Option.Scope.allCases {
            page.item(scope == .session ? "dossier [SESSION.json]" : "dossier \(scope.rawValue)", scope.summary)
        }
        page.section("OPTIONS")
        for option in Option.all {
            let only = option.scopes.count == 1 ? option.scopes.first { $0 != .session } : nil
            page.item(option.usage, option.summary + "." + (only.map { " With \($0.rawValue) only." } ?? ""))
        }
        page.section("COMMANDS")
        page.paragraph("What can be typed in the shell, and stand in scripts and notebooks; 'help VERB' says more.")
        for command in CommandTable.all.map({ $0.definition }) { page.item(command.usage, command.summary) }
        page.section("NOTEBOOKS")
        for paragraph in Grammar.notebooks { page.paragraph(paragraph) }
        page.section("FILES")
        page.item("NAME.json", "The session; 'dossier schema' prints what may stand in it.")
        page.item("NAME.log", "Its log: every change, chained by SHA-256.")
        page.item("NAME.log.1", "What 'dossier compact' folded away; the highest number is the latest.")
        page.item(
            ".NAME.dossier-XXXXXXXXXXXXXXXX",
            "A file that is being written. The next write of NAME removes one that a crash left.")
        page.item("$XDG_STATE_HOME/dossier/history", "What was typed; else below ~/.local/state.")
        page.item("~/.editrc", "Keys of the line editor, editrc(5).")
        page.section("ENVIRONMENT")
        page.item("DOSSIER_AUTHOR", "Who works, as the log names it; else USER, LOGNAME.")
        page.item("NO_COLOR, TERM", "No colour where NO_COLOR is set and not empty, or TERM is dumb.")
        page.item("LC_ALL, LC_CTYPE, LANG", "Charts are drawn in ASCII where the locale is not one of UTF-8.")
        page.section("EXIT STATUS")
        for (code, meaning) in ExitCodes.all { page.item(String(code), meaning + ".") }
        page.section("EXAMPLES")
        for example in CommandLineExample.all { page.item(example.command, example.summary + ".") }
        page.section("SEE ALSO")
        page.paragraph("editrc(5), jq(1)")
        return page.text
    }
}

/// A page that grows.
private struct Page {
    private(set) var text: String

    init(title: String) { text = title + "\n" }

    mutating func section(_ name: String) { text += ".SH \"\(name)\"\n" }

    mutating func paragraph(_ words: String) { text += ".PP\n" + Page.escaped(words) + "\n" }

    mutating func line(_ words: String) { text += Page.escaped(words) + "\n.br\n" }

    mutating func item(_ head: String, _ words: String) {
        text += ".TP\n\\fB" + Page.escaped(head) + "\\fR\n" + Page.escaped(words) + "\n"
    }

    /// Text in which nothing is a request or an escape of roff(7); what is not ASCII stands by its number.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "`": escaped += "\\(ga"
            default:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                escaped +=
                    scalar.isASCII
                    ? String(Character(scalar))
                    : "\\[u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "]"
            }
        }
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }
}
