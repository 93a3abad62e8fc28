import DossierAnalysis
import DossierLanguage

/// `show settings`: what the user decided about the shell.
package struct SettingsView: View {
    package static let name = "settings"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, "the settings of the shell: the value of each, its meaning and where it comes from",
        examples: [
            Example(
                "all of them", "show settings",
                answer: """
                    setting      value   meaning                                                                                                                     from
                    ───────────  ──────  ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────  ────────
                    suggestions  on      shows the latest matching entry in faint type after the cursor (on|off)                                                     standard
                    pager        on      shows answers longer than the screen with $DOSSIER_PAGER, $PAGER or 'less -FIRX', or with a command (on|off|COMMAND)        standard
                    wrap         off     continues long cells of a table on the next line instead of cutting them (on|off)                                           standard
                    colour       auto    colour on a terminal only, everywhere, or nowhere (auto|always|never)                                                       standard
                    history      100000  how many entries are kept between runs; 0 keeps none (NUMBER)                                                               standard
                    plain        no      for a screen reader: words in place of drawings and colour, a table as one row a paragraph, lines without editing (yes|no)  standard
                    """)
        ])

    /// Nothing may follow the name.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        try request.expectNothing(after: SettingsView.definition)
    }

    /// Lists the settings.
    package func evaluate(in context: Context) -> Answer {
        let rows = Setting.allCases.map { setting in
            Table.Row([
                Table.Cell(StyledText(setting.rawValue, .identifier)),
                Table.Cell(StyledText(context.settings[setting])),
                Table.Cell(StyledText("\(setting.summary) (\(setting.usage))")),
                Table.Cell(StyledText(context.settings.origin(of: setting), .faint)),
            ])
        }
        let table = Table(
            columns: [
                Table.Column("setting", priority: 9), Table.Column("value", priority: 8),
                Table.Column("meaning", priority: 1), Table.Column("from", priority: 2),
            ], rows: rows)
        return Answer([.table(table)], json: table.json)
    }
}
