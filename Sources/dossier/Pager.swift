import DossierLanguage
import DossierText

/// Shows a text that is longer than the screen.
struct Pager {
    private let command: String

    /// The pager that the settings name: `$DOSSIER_PAGER`, else `$PAGER`, else `less -FIRX`, where they only say that there
    /// is one; nil where they want none.
    init?(_ settings: Settings) {
        if settings.isPlain { return nil }
        switch settings[.pager] {
        case "off": return nil
        case "on":
            command = [environment("DOSSIER_PAGER"), environment("PAGER")].first { !$0.isEmpty } ?? "less -FIRX"
        case let own: command = own
        }
    }

    /// Whether a text leaves no row for the next prompt.
    func isWorthwhile(for text: String, on console: Console) -> Bool {
        guard let rows = console.rows, let columns = console.columns else { return false }
        var needed = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            needed += max(1, (Pager.width(of: line) + columns - 1) / columns)
            if needed >= rows { return true }
        }
        return false
    }

    /// Shows the text until the user leaves. False where the pager cannot be started.
    func show(_ text: String, on console: Console) -> Bool {
        guard let code = ForegroundProgram(command, variables: variables).run(input: text) else { return false }
        // What a signal ended, Ctrl-C as a rule, has left the cursor behind whatever it wrote last.
        if code >= 128 { console.print("\n") }
        return true
    }

    /// The environment in which less(1) and more(1) say how to leave them.
    private var variables: [String: String] {
        Pager.variables(less: environment("LESS"), more: environment("MORE"))
    }

    /// The options of the two pagers, before those that the user has set: a prompt of the user's own is the one that is shown.
    static func variables(less: String, more: String) -> [String: String] {
        let prompt = #"q leaves, Space next page, h help ?e(end):?pB%pB\%..%t$"#
        let prompts = ["-Ps", "-Pm", "-PM"].map { $0 + prompt }.joined()
        let own = less.isEmpty || less.hasPrefix("-") ? less : "-" + less
        return ["LESS": prompts + own, "MORE": more.isEmpty ? "-d" : "-d " + more]
    }

    /// The columns of a line, its colour sequences (ECMA-48, section 8.3.117) left out.
    private static func width(of line: Substring) -> Int {
        var plain = String.UnicodeScalarView()
        var isSequence = false
        for scalar in line.unicodeScalars {
            if scalar == "\u{1B}" { isSequence = true }
            if !isSequence { plain.append(scalar) }
            if scalar == "m" { isSequence = false }
        }
        return TextWidth.of(String(plain))
    }
}
