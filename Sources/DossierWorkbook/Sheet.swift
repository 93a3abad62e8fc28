/// The cells of a sheet, row by row.
public struct Sheet: Sendable {
    /// A cell that holds something.
    public struct Cell: Sendable {
        /// Its column, from 0.
        public let column: Int
        /// What it says: a time as EDTF, a figure in digits, true or false.
        public let text: String
        /// What is wrong with it; nil where it is well.
        public let fault: String?
    }

    /// A row with its number, from 1, and its cells from left to right.
    public typealias Row = (number: Int, cells: [Cell])

    /// The rows that the sheet has, in their order.
    public internal(set) var rows: [Row] = []
    /// How many cells have a formula; their stored values are read.
    public internal(set) var formulas = 0
    /// The cells of which a formula has no stored value: how many, and the first.
    public internal(set) var unvalued: (count: Int, first: String) = (0, "")
    /// The ranges of cells that are merged; the value stands in the first cell of each.
    public internal(set) var merged: [String] = []
    /// How many cells lead elsewhere.
    public internal(set) var hyperlinks = 0
    /// The types of what the sheet has beside its cells: comments, drawings and so on.
    public internal(set) var relatedParts: [String] = []

    /// The name of a cell by its row, from 1, and its column, from 0: `B7`.
    public static func name(row: Int, column: Int) -> String { letters(ofColumn: column) + String(row) }

    /// The letters of a column, from 0: `A`, `AB`.
    public static func letters(ofColumn column: Int) -> String {
        var (letters, rest) = ("", column)
        repeat {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// The greatest numbers that a sheet may have (ECMA-376: 1,048,576 rows and 16,384 columns).
    public static let (rowLimit, columnLimit) = (1_048_576, 16_384)

    /// The row and column of a cell's name; nil where it is none.
    static func place(of name: String) -> (row: Int, column: Int)? {
        var (row, column) = (0, 0)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            if row > rowLimit || column > columnLimit { return nil }
        }
        return row > 0 && column > 0 ? (row, column - 1) : nil
    }
}

/// Reads the part of a sheet.
final class SheetReader: XMLHandler {
    private(set) var sheet = Sheet()
    private let formats: [CellFormat]
    private let strings: [String]
    private let dates: DateSystem
    private let limits: WorkbookLimits
    private var row: Sheet.Row = (0, [])
    private var count = 0
    private var column = 0
    private var type = "n"
    private var format = CellFormat.number
    private var hasFormula = false
    private var value: [UInt8]?
    private var isInValue = false
    private var inline = CellText()

    init(_ formats: [CellFormat], _ strings: [String], _ dates: DateSystem, _ limits: WorkbookLimits) {
        self.formats = formats
        self.strings = strings
        self.dates = dates
        self.limits = limits
    }

    func begin(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
        switch name {
        case "row":
            // A row without a number follows the one before it.
            let number = attributes["r"].map { Int($0) ?? 0 } ?? row.number + 1
            guard number > row.number, number <= Sheet.rowLimit else {
                throw WorkbookFault("the rows of the sheet are not in order: \(number) follows \(row.number)")
            }
            row = (number, [])
            column = -1
        case "c":
            if let reference = attributes["r"] {
                guard let place = Sheet.place(of: reference), place.row == row.number, place.column > column else {
                    throw WorkbookFault("the cells of the sheet are not in order: '\(reference)' in row \(row.number)")
                }
                column = place.column
            } else {
                column += 1
            }
            count += 1
            if count > limits.cells { throw WorkbookFault("the sheet has more than \(limits.cells) cells") }
            if column >= Sheet.columnLimit {
                throw WorkbookFault("the sheet has more than \(Sheet.columnLimit) columns")
            }
            type = attributes["t"] ?? "n"
            let style = attributes["s"].flatMap { Int($0) } ?? 0
            format = formats.indices.contains(style) ? formats[style] : .number
            (hasFormula, value, inline) = (false, nil, CellText())
        case "f": hasFormula = true
        case "v":
            isInValue = true
            value = []
        case "mergeCell": sheet.merged.append(attributes["ref"] ?? "")
        case "hyperlink": sheet.hyperlinks += 1
        default: inline.begin(name)
        }
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) {
        if isInValue { value?.append(contentsOf: text) } else { inline.take(text) }
    }

    func end(_ name: String) throws(WorkbookFault) {
        switch name {
        case "v": isInValue = false
        case "c": endCell()
        case "row": if !row.cells.isEmpty { sheet.rows.append(row) }
        default: inline.end(name)
        }
    }

    private func endCell() {
        if hasFormula { sheet.formulas += 1 }
        let cell: Sheet.Cell
        if type == "inlineStr" {
            cell = Sheet.Cell(column: column, text: inline.string, fault: nil)
        } else if let value, !(value.isEmpty && type != "str") {
            cell = self.cell(String(decoding: value, as: UTF8.self))
        } else {
            if hasFormula {
                if sheet.unvalued.count == 0 { sheet.unvalued.first = Sheet.name(row: row.number, column: column) }
                sheet.unvalued.count += 1
            }
            return
        }
        if !cell.text.isEmpty || cell.fault != nil { row.cells.append(cell) }
    }

    private func cell(_ value: String) -> Sheet.Cell {
        func cell(_ text: String, _ fault: String? = nil) -> Sheet.Cell {
            Sheet.Cell(column: column, text: text, fault: fault)
        }
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else {
                return cell(value, "names the text \(value), which the workbook does not have")
            }
            return cell(strings[index])
        case "str": return cell(CellText.unescaped(Array(value.utf8)))
        case "b": return cell(value == "1" || value == "true" ? "true" : "false")
        case "e": return cell(value, "is the error \(value)")
        case "d": return cell(value)
        default:
            guard let number = Double(value), number.isFinite else { return cell(value, "is not a number: '\(value)'") }
            guard let text = dates.text(of: number, as: format) else {
                return cell(value, "has the format of a date, but \(value) is not one")
            }
            return cell(text)
        }
    }
}
