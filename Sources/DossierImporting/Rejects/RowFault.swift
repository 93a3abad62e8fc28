import DossierLanguage
import DossierModel

/// One thing that is wrong with a row.
struct RowFault {
    /// The error of the row's command, or of its reader.
    let error: Diagnostic
    /// The index of the assignment that the words at fault come from; nil where they come from none.
    let assignment: Int?
    /// The columns whose cells are at fault.
    let columns: [Int]
}

/// A row that cannot be read, and what is wrong with it. Where a row stands costs a look through the file, so it is told only
/// of rows that are shown.
struct FaultyRow {
    let row: Row
    /// What reads the file, and knows where in it a row stands.
    let reader: any RowReader
    let file: ImportedFile
    let faults: [RowFault]
    /// What the reader of the file could not read; its error tells where it stands.
    var unread: String?

    /// The names of the columns.
    var columns: [String] { reader.columns }

    /// The error with which an import ends: of the first fault, where the field was given and where the row stands; the other
    /// faults are notes.
    func diagnostic(_ command: RowCommand, _ plan: ImportPlan) -> Diagnostic {
        let fault = faults[0]
        if unread != nil { return fault.error }
        let place = fault.assignment.map { command.assignments[$0].place } ?? plan.path.place
        let error = fault.error
        return Diagnostic(
            error.code, error.message, at: place, expectation: error.expectation, suggestion: error.suggestion,
            notes: error.notes + [note(fault)] + faults.dropFirst().map { "also: " + reason($0) }, exit: .badData)
    }

    /// What is wrong, as the answer lists it.
    var told: String {
        let fault = faults[0]
        let first = unread != nil ? fault.error.message : fault.error.message + "; " + note(fault)
        return ([first] + faults.dropFirst().map { "also: " + reason($0) }).joined(separator: "; ")
    }

    /// What is wrong, as the file of rejected rows tells it: without places, which are those of another file.
    var reasons: [String] { faults.map(reason) }

    private func reason(_ fault: RowFault) -> String {
        if let unread { return unread }
        return ([fault.error.message] + cells(fault.columns)).joined(separator: ", ")
    }

    /// Where the row stands, and what its cells say: `events.csv:18:7: row 17, column 'day' is '2024-13-01'`.
    func note(_ fault: RowFault) -> String {
        let cells = fault.columns
        let offset = (cells.isEmpty ? row[0] : row[cells[0]]).first?.offset ?? row[0].first?.offset ?? 0
        return ([reader.place(of: offset, in: file) + ": row \(row.number)"] + self.cells(cells)).joined(
            separator: ", ")
    }

    private func cells(_ cells: [Int]) -> [String] {
        cells.map { cell in
            let text = row[cell].map { row.string($0) }.joined(separator: "; ")
            let short = text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text
            return "column '\(columns[cell])' is '\(short)'"
        }
    }
}
