import DossierLanguage
import DossierModel
import DossierOutput

/// The rows of a file on their way to becoming records: the row that is at hand, its command, and what is told in the end.
package struct RowImport {
    package let plan: ImportPlan
    package let file: ImportedFile
    package private(set) var command: RowCommand
    private(set) var report: ImportReport
    private var reader: any RowReader
    private var row = Row()
    private var tally: CellTally
    private var named: NamedRecords
    /// Where the first line or row stands that is blank; nil where none is.
    private var firstBlank: Int?

    /// Begins before the first row.
    ///
    /// - Throws: a diagnostic where the columns are not those that the fields name.
    package init(_ reader: any RowReader, of file: ImportedFile, _ plan: ImportPlan) throws(Diagnostic) {
        self.reader = reader
        self.file = file
        self.plan = plan
        command = try RowCommand(plan, of: reader)
        tally = CellTally(command)
        named = NamedRecords(command)
        report = ImportReport(kind: plan.kind, file: file.path.text)
        report.unread = command.unread(of: reader.columns)
        report.leftBehind = reader.leftBehind
    }

    /// How many bytes of the file were read.
    package var offset: Int { reader.offset }

    /// Goes to the next row that is taken, and writes its command; false where there is none.
    package mutating func next() throws(Diagnostic) -> Bool {
        while row.number < plan.rows.upperBound {
            let (start, blankBefore) = (reader.offset, reader.blankLines)
            do throws(FileFault) {
                let isThere = try reader.next(&row)
                if row.number >= plan.rows.lowerBound { leaveOut(blank: reader.blankLines - blankBefore, from: start) }
                if !isThere { return false }
                if row.number < plan.rows.lowerBound { continue }
                if row.isBlank {
                    leaveOut(blank: 1, from: row[0].first?.offset ?? start)
                    continue
                }
            } catch {
                if !error.isOfOneRow { throw file.diagnostic(error, at: reader.place(of: error.offset, in: file)) }
                if row.number >= plan.rows.lowerBound {
                    try leaveOut(
                        { [file, reader] in file.diagnostic(error, at: reader.place(of: error.offset, in: file)) },
                        told: \.message)
                }
                continue
            }
            command.write(row)
            named.begin()
            return true
        }
        return false
    }

    /// The next record that the row names and that has to be seen to first; nil where there is none.
    package mutating func nextName(in session: Session) -> NamedRecords.Request? {
        named.isEmpty ? nil : named.next(command, row, in: session)
    }

    /// Notes the record that a row names, and writes the command of the row with it.
    package mutating func settle(_ request: NamedRecords.Request, as id: Identifier) {
        named.settle(request, as: id)
        guard named.namesByIdentifier(request), id.text != request.text else { return }
        command.name(id, insteadOf: request.text, inAssignment: request.assignment)
        command.write(row)
    }

    /// Forgets what the row at hand named, since nothing of it is left.
    package mutating func forgetNames() { named.forgetRow() }

    /// An error in the fields of what a row names, at the words of the row's command that name it.
    package func error(_ error: Diagnostic, of request: NamedRecords.Request) -> Diagnostic {
        let value = command.values.first { $0.assignment == request.assignment }
        let place = SourceText(bytes: command.bytes, name: nil).place(value?.range ?? 0..<command.bytes.count)
        return Diagnostic(
            error.code, error.message, at: place, expectation: error.expectation, suggestion: error.suggestion,
            notes: error.notes, exit: error.exit)
    }

    /// The source that the file is, where each record is to get it and none was given yet.
    package var needsSource: Bool { !command.givesSource }

    /// Gives each record a source.
    package mutating func give(_ source: Record, isKnown: Bool) {
        command.give(source.id, at: file.path.place)
        command.write(row)
        report.source = source
        report.knewSource = isKnown
    }

    private mutating func leaveOut(blank count: Int, from offset: Int) {
        if count == 0 { return }
        report.blankRows += count
        firstBlank = firstBlank ?? offset
    }

    /// Counts what of the row's cells a record does not hold as it was written.
    package mutating func count(_ record: Record) {
        tally.count(command, ofRow: row.number) { [command] in command.form(of: $0, in: record) }
        countNamed()
    }

    /// Counts what of the row's cells a record that was written at once does not hold as it was written.
    ///
    /// - Parameter form: in which form a value stands in the record; nil where it is as it was written.
    package mutating func count(writtenAs form: (RowCommand.Value) -> String?) {
        tally.count(command, ofRow: row.number, became: form)
        countNamed()
    }

    private mutating func countNamed() {
        for name in named.held { tally.leaveOut(name, ofRow: row.number) }
    }

    /// Leaves the row at hand out, or ends with what is wrong with it.
    package mutating func leaveOut(_ error: Diagnostic) throws(Diagnostic) {
        let fault = RowFault(row: row, reader: reader, file: file)
        try leaveOut({ [command, plan] in fault.diagnostic(error, in: command, of: plan) }) { error in
            ([error.message] + error.notes.suffix(1)).joined(separator: "; ")
        }
    }

    private mutating func leaveOut(_ error: () -> Diagnostic, told: (Diagnostic) -> String) throws(Diagnostic) {
        if !plan.skipsBadRows { throw error() }
        // To say where a row stands costs a look through the file, which is not done for each of a million.
        report.bad.count += 1
        if report.bad.count <= ImportReport.shownBadRows { report.bad.first.append(told(error())) }
    }

    /// Tells what came of it.
    package mutating func finish(_ made: [Identifier], entitiesBefore: Int, in session: Session) -> ImportReport {
        report.count = made.count
        report.cells = tally.fields
        report.firstBlankLine = firstBlank.map { reader.line(of: $0, in: file) }
        report.first = made.prefix(ImportReport.shownRecords).compactMap { session[$0] }
        if plan.kind != .entity {
            let order = session.order(of: .entity)
            let new = min(entitiesBefore, order.count)..<order.count
            let first = new.prefix(ImportReport.shownEntities).compactMap { session.identifier(at: order[$0]) }
            report.entities = (new.count, first)
        }
        return report
    }
}

/// What is wrong with a row, told where the field was given and where the row stands in its file.
struct RowFault {
    let row: Row
    let reader: any RowReader
    let file: ImportedFile

    /// The error of a row's command, at the assignment that the words at fault come from.
    func diagnostic(_ error: Diagnostic, in command: RowCommand, of plan: ImportPlan) -> Diagnostic {
        let assignment = command.assignment(at: error.place.range.lowerBound)
        return Diagnostic(
            error.code, error.message, at: assignment?.place ?? plan.path.place, expectation: error.expectation,
            suggestion: error.suggestion, notes: error.notes + [note(assignment?.columns ?? [])], exit: .badData)
    }

    /// Where the row stands, and what its cells say: `events.csv:18:7: row 17, column 'day' is '2024-13-01'`.
    private func note(_ cells: [Int]) -> String {
        let offset = (cells.isEmpty ? row[0] : row[cells[0]]).first?.offset ?? row[0].first?.offset ?? 0
        let told = cells.map { cell in
            let text = row[cell].map { row.string($0) }.joined(separator: "; ")
            let short = text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text
            return "column '\(reader.columns[cell])' is '\(short)'"
        }
        return "\(reader.place(of: offset, in: file)): row \(row.number)" + told.map { ", " + $0 }.joined()
    }
}
