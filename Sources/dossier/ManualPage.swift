import DossierAnalysis
import DossierCommands
import DossierLanguage

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
            "A shell for working on reports: a small command language for a session of sources, entities, events, claims, notes and links, which is kept as JSON with a log. Without -c it reads commands from a terminal or from standard input."
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
        page.paragraph("The commands of the shell, of scripts and of notebooks; 'help VERB' explains one.")
        for command in CommandTable.all.map({ $0.definition }) { page.item(command.usage, command.summary) }
        page.section("NOTEBOOKS")
        for paragraph in Grammar.notebooks { page.paragraph(paragraph) }
        page.section("FILES")
        page.item("NAME.json", "The session; 'dossier schema' prints its JSON Schema.")
        page.item("NAME.log", "Its log: every change, chained by SHA-256.")
        page.item("NAME.log.1", "The entries that 'dossier compact' folded; the highest number is the latest.")
        page.item(
            ".NAME.dossier-XXXXXXXXXXXXXXXX",
            "A file that is being written. If a crash leaves one behind, the next write of NAME removes it.")
        page.item("$XDG_STATE_HOME/dossier/history", "The history of the shell; by default below ~/.local/state.")
        page.item("~/.editrc", "Keys of the line editor, editrc(5).")
        page.section("ENVIRONMENT")
        page.item("DOSSIER_AUTHOR", "The author named in the log; else USER, LOGNAME.")
        page.item("NO_COLOR, TERM", "No colour if NO_COLOR is set and not empty, or TERM is dumb.")
        page.item("LC_ALL, LC_CTYPE, LANG", "Charts are drawn in ASCII if the locale is not a UTF-8 one.")
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
    /// Whether a section has just begun, which begins a paragraph and a line by itself.
    private var isAtSectionStart = false

    init(title: String) { text = title + "\n" }

    mutating func section(_ name: String) {
        text += ".SH \"\(name)\"\n"
        isAtSectionStart = true
    }

    mutating func paragraph(_ words: String) { add(words, after: ".PP\n") }

    mutating func line(_ words: String) { add(words, after: ".br\n") }

    private mutating func add(_ words: String, after request: String) {
        text += (isAtSectionStart ? "" : request) + Page.escaped(words) + "\n"
        isAtSectionStart = false
    }

    mutating func item(_ head: String, _ words: String) {
        text += ".TP\n\\fB" + Page.escaped(head) + "\\fR\n" + Page.escaped(words) + "\n"
        isAtSectionStart = false
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
