import DossierLanguage
import DossierModel
import DossierTime

/// Comma-separated values (RFC 4180), and those between tabs or semicolons.
package struct CSVImporter: Importer {
    package static let name = "csv"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name, "values separated by commas (RFC 4180), tabs or semicolons, one record per row",
        settings: [
            FieldDefinition(
                FieldName("delimiter"), .word(delimiters),
                "what separates cells: comma, tab, semicolon or another character; detected by default"),
            FieldDefinition(
                FieldName("header"), .word(.yesOrNo), "header=no: the file has no row of names; the columns are 1, 2, 3"
            ),
            FieldDefinition(
                FieldName("raw"), .word(.yesOrNo),
                "raw=yes: the file was written by 'export csv raw=yes', without escaped formulas"),
        ], endings: ["csv", "tsv"])

    private static let delimiters = Vocabulary(
        "delimiter", isOpen: true,
        ["comma": "spreadsheets, most programs", "tab": "TSV", "semicolon": "spreadsheets of much of Europe"])

    /// Reads the settings and the header.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        try file.checkEncoding()
        let delimiter: UInt8
        if let given = file.setting("delimiter") {
            delimiter = try given.read(delimiterNamed)
        } else {
            delimiter = CSVDelimiter.guess(file.bytes.buffer, from: file.start)
        }
        let hasHeader = try file.isOn("header", unlessGiven: true)
        do throws(FileFault) {
            return .rows(try CSVReader(file.bytes, from: file.start, delimiter: delimiter, hasHeader: hasHeader))
        } catch { throw file.diagnostic(error) }
    }

    private static func delimiterNamed(_ text: String) throws(ValueError) -> UInt8 {
        switch text {
        case "comma": return UInt8(ascii: ",")
        case "tab": return UInt8(ascii: "\t")
        case "semicolon": return UInt8(ascii: ";")
        default: break
        }
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, !CSVReader.isReserved(byte) else {
            throw ValueError(
                "'\(text)' cannot separate cells", expectation: "comma, tab, semicolon or one ASCII character")
        }
        return byte
    }
}
