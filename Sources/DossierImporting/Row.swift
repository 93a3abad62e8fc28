/// Rows with named columns, one after the other.
package protocol RowReader {
    /// The names of the columns, in their order.
    var columns: [String] { get }

    /// Whether its cells are those of a spreadsheet, as 'export csv' writes them: lists stand in one cell, and formulas are
    /// escaped.
    var isSpreadsheet: Bool { get }

    /// Whether a mark stands before texts that a spreadsheet program would take for formulas.
    var escapesFormulas: Bool { get }

    /// How many bytes of the file were read.
    var offset: Int { get }

    /// How many lines with nothing in them were passed over on the way to the rows.
    var blankLines: Int { get }

    /// What the file holds that is in no row, one sentence each.
    var leftBehind: [String] { get }

    /// A place in the file as errors name it, by the offset of a value or of a fault.
    func place(of offset: Int, in file: ImportedFile) -> String

    /// The line of the file, from 1, in which an offset lies; of a sheet the number of the row.
    func line(of offset: Int, in file: ImportedFile) -> Int

    /// How rows that are left out are written, so that they can be imported as the file was.
    var rejectedForm: RejectedRows.Form { get }

    /// The offset at which the row that was read last begins, where it is a JSON object; else nil.
    var objectStart: Int? { get }

    /// Reads the next row into one whose room is used again; false where there is none.
    ///
    /// - Throws: what is wrong in the file.
    mutating func next(_ row: inout Row) throws(FileFault) -> Bool
}

extension RowReader {
    /// As 'export csv' writes them.
    package var escapesFormulas: Bool { isSpreadsheet }

    /// The line and the column of the text.
    package func place(of offset: Int, in file: ImportedFile) -> String { file.place(of: offset) }

    /// The line of the text.
    package func line(of offset: Int, in file: ImportedFile) -> Int { file.line(of: offset) }

    /// As a spreadsheet writes them.
    package var rejectedForm: RejectedRows.Form { .cells(delimiter: UInt8(ascii: ","), hasHeader: true) }

    /// None.
    package var objectStart: Int? { nil }

    /// Nothing: what is not read stands in a column.
    package var leftBehind: [String] { [] }
}

/// The cells of one row. The bytes of all values are in one buffer, which is reused for the next row.
package struct Row: Sendable {
    /// The number of the row in its file, from 1, the header left out.
    package private(set) var number = 0
    /// The texts of the values.
    package private(set) var text: [UInt8] = []
    private var values: [Value] = []
    /// For each cell the index after its last value.
    private var ends: [Int] = []

    /// The text of a value, and where it stands in the file.
    package struct Value: Sendable {
        package let text: Range<Int>
        /// The offset of its first byte in the file.
        package let offset: Int
    }

    /// Makes a row without cells.
    package init() {}

    /// How many cells it has.
    var count: Int { ends.count }

    /// The values of a cell: one, or of a list several; none where the file has nothing there.
    package subscript(cell: Int) -> ArraySlice<Value> { values[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

    /// Whether none of its cells holds more than blanks.
    package var isBlank: Bool { text.allSatisfy(Row.isBlank) }

    /// Whether one of several cells holds more than blanks.
    package func holdsText(inAnyOf cells: [Int]) -> Bool {
        cells.contains { self[$0].contains { !text[$0.text].allSatisfy(Row.isBlank) } }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// What a value says.
    package func string(_ value: Value) -> String { String(decoding: text[value.text], as: UTF8.self) }

    /// Begins the next row, and keeps the room.
    mutating func begin() {
        number += 1
        text.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds bytes to the value that is being made.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    /// Ends a value, which stands at an offset in the file.
    mutating func endValue(at offset: Int) {
        values.append(Value(text: (values.last?.text.upperBound ?? 0)..<text.count, offset: offset))
    }

    /// Ends a cell.
    mutating func endCell() { ends.append(values.count) }
}
