import DossierLanguage
import DossierModel

/// `as FORMAT`: the answer of `show` in another form than a table for the terminal.
package enum TableFormat {
    /// The formats.
    package static let names = ["table", "csv", "json", "markdown"]

    /// The value in a format.
    package static func render(_ answer: Answer, as format: Token) throws(Diagnostic) -> String {
        switch format.text {
        case "csv": CSVExporter.text(of: answer)
        case "json": answer.json.text + "\n"
        case "markdown": MarkdownText.text(of: answer)
        default: ""
        }
    }
}
