import DossierText
import DossierTime

/// What the cells of a field become before they are put together: some count as empty, some are looked up in a table, and dates
/// in figures become EDTF.
struct CellConversion: Sendable {
    /// The texts of cells that count as empty, folded.
    let empties: Set<String>
    let table: CellTable?
    /// The order of day, month and year in a field of times.
    let dates: DateOrder?
    /// What cells became before.
    private var known: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]

    private static let limit = 1 << 16

    /// Nil where all cells stay as they are.
    init?(empties: Set<String>, table: CellTable?, dates: DateOrder?) {
        if empties.isEmpty, table == nil, dates == nil { return nil }
        self.empties = empties
        self.table = table
        self.dates = dates
    }

    /// What a cell becomes.
    mutating func value(of cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let value = known[cell] { return value }
        let value = converted(cell)
        if known.count < CellConversion.limit { known[cell] = value }
        return value
    }

    private func converted(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trimmed = RowCommand.trimmed(cell)
        if trimmed.isEmpty { return cell }
        if !empties.isEmpty, empties.contains(FoldedText.of(String(decoding: trimmed, as: UTF8.self))) { return [] }
        if let value = table?.value(of: cell) { return value[...] }
        return dates?.edtf(trimmed).map { $0[...] } ?? cell
    }
}
