import DossierLanguage
import DossierModel

/// `as FORMAT`: the answer of `show` in another form than a table for the terminal.
package enum TableFormat {
    /// The formats.
    package static let names = ["table", "csv", "json", "markdown"]

    /// The value in a format.
    package static func render(_ value: Value, as format: Token) throws(Diagnostic) -> String {
        switch format.text {
        case "csv": CSVExporter.text(of: value)
        case "json": value.json.text + "\n"
        case "markdown": MarkdownText.text(of: value)
        default: ""
        }
    }
}
