import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierWorkbook

/// Workbooks of Office Open XML: the rows of one sheet.
package struct WorkbookImporter: Importer {
    package static let name = "xlsx"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "a sheet of a workbook (XLSX), one record per row; cells that are shown as dates are times",
        settings: [
            FieldDefinition(
                FieldName("sheet"), .text,
                "the sheet, by its name or number: sheet=Events, sheet=2; the first by default"),
            FieldDefinition(
                FieldName("header"), .word(.yesOrNo),
                "header=no: the sheet has no row of names; the columns are A, B, C"),
        ], endings: ["xlsx", "xlsm"], isCutAtLines: false, examples: [])

    /// Reads the sheet and its header.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        let hasHeader = try file.isOn("header", unlessGiven: true)
        // The workbook reads the file's bytes where they are.
        return try withExtendedLifetime(file.bytes) { () throws(Diagnostic) in
            let workbook = try read(file) { () throws(WorkbookFault) in try Workbook(file.bytes.buffer) }
            let chosen = try chosenSheet(of: workbook, file)
            let cells = try read(file) { () throws(WorkbookFault) in try workbook.cells(of: chosen) }
            return .rows(try WorkbookRows(cells, chosen, of: workbook, in: file, hasHeader: hasHeader))
        }
    }

    private static func read<Result>(_ file: ImportedFile, _ body: () throws(WorkbookFault) -> Result)
        throws(Diagnostic) -> Result
    {
        do throws(WorkbookFault) { return try body() } catch {
            throw Diagnostic(
                .malformedFile, "\(file.name): \(error.problem)", at: file.path.place, expectation: error.expectation,
                notes: error.notes, exit: .badData)
        }
    }

    /// The sheet that `sheet=` names, else the first that is shown and has cells.
    private static func chosenSheet(of workbook: Workbook, _ file: ImportedFile) throws(Diagnostic)
        -> Workbook.SheetName
    {
        let sheets = workbook.sheets
        guard let given = file.setting("sheet") else {
            let withCells = sheets.filter(\.hasCells)
            guard let first = withCells.first(where: { !$0.isHidden }) ?? withCells.first else {
                throw file.diagnosticOfWhole("the workbook has no sheet with cells")
            }
            return first
        }
        let byNumber = Int(given.text).flatMap { sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil }
        guard let sheet = sheets.first(where: { $0.name == given.text }) ?? byNumber else {
            throw .noSheet(given, sheets.map(\.name))
        }
        if !sheet.hasCells { throw .chart(given) }
        return sheet
    }
}

/// The rows of a sheet. The offset of a value is the number of its row and its column, since bytes of a packed file say nothing.
struct WorkbookRows: RowReader {
    let columns: [String]
    let isSpreadsheet = true
    let escapesFormulas = false
    let blankLines = 0
    let leftBehind: [String]
    private let sheet: Sheet
    private let name: String
    /// The columns of the sheet that are read.
    private let places: [Int]
    private let size: Int
    private var index: Int

    /// Takes the cells of a sheet.
    ///
    /// - Throws: a diagnostic where it has no rows, or its header holds an error.
    init(
        _ sheet: Sheet, _ chosen: Workbook.SheetName, of workbook: Workbook, in file: ImportedFile, hasHeader: Bool
    ) throws(Diagnostic) {
        self.sheet = sheet
        name = chosen.name
        size = file.bytes.count
        guard let first = sheet.rows.first, !hasHeader || sheet.rows.count > 1 else {
            throw file.diagnosticOfWhole("the sheet '\(chosen.name)' has no rows")
        }
        if hasHeader, let cell = first.cells.first(where: { $0.fault != nil }) {
            throw file.diagnosticOfWhole(
                "\(chosen.name)!\(Sheet.name(row: first.number, column: cell.column)) \(cell.fault ?? "")")
        }
        var used: Set<Int> = []
        for row in sheet.rows { for cell in row.cells { used.insert(cell.column) } }
        let places = used.sorted()
        let header = Dictionary(uniqueKeysWithValues: (hasHeader ? first.cells : []).map { ($0.column, $0.text) })
        self.places = places
        columns = places.map { column in
            header[column] ?? Sheet.letters(ofColumn: column)
        }
        index = hasHeader ? 1 : 0
        leftBehind = WorkbookRows.leftBehind(sheet, chosen, of: workbook)
    }

    var offset: Int { sheet.rows.isEmpty ? size : size * index / sheet.rows.count }

    mutating func next(_ row: inout Row) throws(FileFault) -> Bool {
        guard index < sheet.rows.count else { return false }
        let (number, cells) = sheet.rows[index]
        index += 1
        row.begin()
        var rest = cells[...]
        for column in places {
            if let cell = rest.first, cell.column == column {
                var text = cell.text
                text.withUTF8 { row.append($0) }
                row.endValue(at: WorkbookRows.offset(number, column))
                rest.removeFirst()
            } else if column == places.first {
                // So that a row without anything in it has a place too.
                row.endValue(at: WorkbookRows.offset(number, column))
            }
            row.endCell()
        }
        // The cells are read all the same, so that a row which is left out can be written down whole.
        if let cell = cells.first(where: { $0.fault != nil }), let fault = cell.fault {
            throw FileFault(
                "the cell \(fault)", at: WorkbookRows.offset(number, cell.column), isOfOneRow: true)
        }
        return true
    }

    func place(of offset: Int, in file: ImportedFile) -> String {
        "\(file.name):\(name)!" + Sheet.name(row: line(of: offset, in: file), column: offset % Sheet.columnLimit)
    }

    func line(of offset: Int, in file: ImportedFile) -> Int { offset / Sheet.columnLimit }

    private static func offset(_ row: Int, _ column: Int) -> Int { row * Sheet.columnLimit + column }

    private static func leftBehind(_ sheet: Sheet, _ chosen: Workbook.SheetName, of workbook: Workbook) -> [String] {
        var told: [String] = []
        let others = workbook.sheets.filter { $0 != chosen }.map { other in
            other.name + (other.hasCells ? "" : " (a chart)") + (other.isHidden ? " (hidden)" : "")
        }
        if !others.isEmpty { told.append("other sheets: " + LeftBehind.list(others)) }
        if sheet.unvalued.count > 0 {
            let cells = LeftBehind.count(sheet.unvalued.count, "formula", "formulas")
            told.append(
                "\(cells) without a stored value, first in \(sheet.unvalued.first): a spreadsheet program stores it when it saves"
            )
        }
        let formulas = sheet.formulas - sheet.unvalued.count
        if formulas > 0 {
            told.append(LeftBehind.count(formulas, "formula", "formulas") + ", of which the stored values came in")
        }
        if !sheet.merged.isEmpty {
            told.append("merged cells, of which the first alone has the value: " + LeftBehind.list(sheet.merged))
        }
        if sheet.hyperlinks > 0 {
            told.append("addresses of " + LeftBehind.count(sheet.hyperlinks, "hyperlink", "hyperlinks"))
        }
        let parts = [
            "comments": "comments", "threadedComment": "threads of comments", "drawing": "drawings and charts",
            "pivotTable": "pivot tables",
        ]
        let beside = parts.keys.sorted().filter(sheet.relatedParts.contains).compactMap { parts[$0] }
        if !beside.isEmpty { told.append(beside.joined(separator: ", ")) }
        if workbook.hasMacros { told.append("macros, which are never run") }
        return told
    }
}

extension ImportedFile {
    /// The error of a fault that has no line in the file.
    fileprivate func diagnosticOfWhole(_ problem: String) -> Diagnostic {
        Diagnostic(.malformedFile, "\(name): \(problem)", at: path.place, exit: .badData)
    }
}

extension Diagnostic {
    fileprivate static func noSheet(_ given: Token.Value, _ names: [String]) -> Diagnostic {
        Diagnostic(
            .malformedFile, "the workbook has no sheet '\(given.text)'", at: given.place,
            expectation: "one of " + LeftBehind.list(names) + ", or a number from 1 to \(names.count)",
            suggestion: Suggestion.nearest(to: given.text, among: names), exit: .badData)
    }

    fileprivate static func chart(_ given: Token.Value) -> Diagnostic {
        Diagnostic(
            .malformedFile, "the sheet '\(given.text)' is a chart, which has no cells", at: given.place, exit: .badData)
    }
}
