import DossierAnalysis
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
                FieldName("columns"), .text,
                "names for the columns of a file without a row of names: columns=\"id,day\""),
            FieldDefinition(
                FieldName("raw"), .word(.yesOrNo),
                "raw=yes: the file was written by 'export csv raw=yes', without escaped formulas"),
        ], endings: ["csv", "tsv"],
        examples: [
            Example(
                "rows as claims, with titles made from their cells",
                #"import csv battles.csv kind=claim title="{killed} were killed at {town}" id=battle-{town}"#,
                reading: battles,
                answer: """
                    imported 2 claims from battles.csv
                      battle-Kursk  claim  40 were killed at Kursk
                      battle-Sudzha  claim  ~15 were killed at Sudzha
                      source s2  battles.csv
                      columns left out: day, side
                    """),
            Example(
                "columns named after fields, as 'export csv' writes them", "import csv events.csv kind=event",
                reading: Example.File(
                    "events.csv", "id,title,when,actor\ne9,Talks,2024-10,nis; north-korea\n"),
                answer: """
                    imported 1 event from events.csv
                      e9  event  2024-10  Talks
                      source s2  events.csv
                    """),
            Example(
                "values between semicolons, without a row of names",
                #"import csv towns.csv header=no kind=entity name={1} type=place"#,
                reading: Example.File("towns.csv", "Kursk;1032\nSudzha;1664\n"),
                answer: """
                    imported 2 entities from towns.csv
                      kursk  place  Kursk
                      sudzha  place  Sudzha
                      columns left out: 2
                    """),
        ])

    /// The file of examples.
    package static let battles = Example.File(
        "battles.csv", "town,day,killed,side\nKursk,20241021,40,north\nSudzha,2024-10-22,~15,south\n")

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
        let names = file.setting("columns")
        let hasHeader = try file.isOn("header", unlessGiven: names == nil)
        var reader: CSVReader
        do throws(FileFault) {
            reader = try CSVReader(file.bytes, from: file.start, delimiter: delimiter, hasHeader: hasHeader)
        } catch { throw file.diagnostic(error) }
        if let names {
            let count = reader.columns.count
            reader.columns = try names.read { text throws(ValueError) in try columns(text, count: count) }
        }
        return .rows(reader)
    }

    /// The names of columns, as many as there are.
    private static func columns(_ text: String, count: Int) throws(ValueError) -> [String] {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            String(name.drop { $0 == " " })
        }
        if names.count == count { return names }
        throw ValueError(
            "the file has \(count) \(count == 1 ? "column" : "columns"), and \(names.count) are named",
            expectation: "as many names as columns")
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
