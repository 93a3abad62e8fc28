import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// The reference of the language in Markdown, as the README holds it: made from the tables of the program.
package enum Reference {
    /// The verbs with what they take, the views, the rules, the kinds with their fields, the formats, the keys and the
    /// settings.
    package static var markdown: String {
        var text = "| verb | what it does |\n| --- | --- |\n"
        for definition in CommandTable.all.map({ $0.definition }) {
            text += row(code(definition.usage), definition.summary)
        }
        text += "\n| view | what it shows |\n| --- | --- |\n"
        for definition in ViewTable.all.map({ $0.definition }) {
            let usage = definition.usage.isEmpty ? "" : " " + definition.usage
            text += row(code("show \(definition.name)\(usage)"), definition.summary)
        }
        text += "\n| rule of `check` | if broken | what it requires |\n| --- | --- | --- |\n"
        for definition in CheckTable.all.map({ $0.definition }) {
            let severity = definition.severity == .error ? "an error" : "a \(definition.severity.rawValue)"
            text += row(code(definition.name), severity, definition.summary)
        }
        text += "\n| kind | what it is | fields |\n| --- | --- | --- |\n"
        for kind in Kind.listed {
            let fields = kind.definition.fields.filter { $0.type != .digest }.map {
                code($0.name.text + ($0.holdsMany ? "…" : ""))
            }
            text += row(kind.rawValue, kind.definition.summary, fields.joined(separator: " "))
        }
        text += "\n| format | what it is |\n| --- | --- |\n"
        for definition in ExporterTable.all.map({ $0.definition }) {
            text += row(code("export \(definition.name)"), definition.summary)
        }
        for definition in ImporterTable.all.map({ $0.definition }) {
            text += row(code("import \(definition.name)"), definition.summary)
        }
        text += "\n| setting of an import | what it means |\n| --- | --- |\n"
        for setting in ImportPlan.settings + ImporterTable.settings {
            text += row(code("\(setting.name)="), setting.summary)
        }
        text += "\n| key | what it does in the shell |\n| --- | --- |\n"
        for key in ShellHelp.keys { text += row(key.keys, key.meaning) }
        text += "\n| setting | what it means |\n| --- | --- |\n"
        for setting in Setting.allCases { text += row(code("\(setting.rawValue)=\(setting.usage)"), setting.summary) }
        return text
    }

    private static func row(_ cells: String...) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    /// Code in a cell: a `|` would end the cell.
    private static func code(_ text: String) -> String {
        "`" + text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + "`"
    }
}
