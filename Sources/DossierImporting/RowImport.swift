import DossierLanguage
import DossierModel
import DossierOutput

/// The rows of a file on their way to becoming records: the row that is at hand, its command, and what is told in the end.
package struct RowImport {
    package let plan: ImportPlan
    package let file: ImportedFile
    package private(set) var command: RowCommand
    /// The rows that are left out, as they are written; nil where no file was named for them.
    package private(set) var rejected: RejectedRows?
    private(set) var report: ImportReport
    private var reader: any RowReader
    private var row = Row()
    /// Where the row stands in the file, with what is blank before it.
    private var range = 0..<0
    private var tally: CellTally
    private let keptCells: KeptCells
    private let rowKey: RowKey?
    /// The key of the row at hand; nil where its cells are empty, or rows have none.
    package private(set) var key: String?
    /// What is wrong with the row at hand, and the assignments that its command is therefore written without.
    private var faults: [RowFault] = []
    private var withheld: Set<Int> = []
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
        rowKey = try RowKey(plan, of: Columns(names: reader.columns))
        if let rowKey { command.giveKey(of: rowKey.columns, at: plan.setting("key")?.place ?? plan.path.place) }
        tally = CellTally(command)
        keptCells = KeptCells(reader.columns, besides: command.assignments)
        rejected = plan.rejects == nil ? nil : RejectedRows(reader, of: file)
        named = NamedRecords(command)
        report = ImportReport(kind: plan.kind, file: file.path.text)
        report.unread = command.unread(of: reader.columns)
        report.leftBehind = reader.leftBehind
        if plan.isDryRun { report.preview = ImportPreview(reader.columns, command) }
    }

    /// How many bytes of the file were read.
    package var offset: Int { reader.offset }

    /// Goes to the next row that is taken, and writes its command; false where there is none.
    package mutating func next() throws(Diagnostic) -> Bool {
        while row.number < plan.rows.upperBound {
            let (start, blankBefore) = (reader.offset, reader.blankLines)
            faults.removeAll(keepingCapacity: true)
            withheld.removeAll(keepingCapacity: true)
            do throws(FileFault) {
                let isThere = try reader.next(&row)
                range = start..<reader.offset
                if row.number >= plan.rows.lowerBound { leaveOut(blank: reader.blankLines - blankBefore, from: start) }
                if !isThere { return false }
                if row.number < plan.rows.lowerBound { continue }
                if row.isBlank {
                    leaveOut(blank: 1, from: row[0].first?.offset ?? start)
                    continue
                }
            } catch {
                if !error.isOfOneRow { throw file.diagnostic(error, at: reader.place(of: error.offset, in: file)) }
                range = start..<reader.offset
                if row.number >= plan.rows.lowerBound { try leaveOut(unread: error) }
                continue
            }
            if let rowKey {
                key = rowKey.text(of: row)
                command.key = Array((key ?? "").utf8)
            }
            command.write(row)
            named.begin()
            return true
        }
        return false
    }

    /// Whether records keep the keys of their rows.
    package var keepsKeys: Bool { rowKey != nil }

    /// Whether rows with the same key are the same.
    package var keyIsWhole: Bool { rowKey?.columns.isEmpty ?? false }

    /// The next record that the row names and that has to be seen to first; nil where there is none.
    package mutating func nextName(in session: Session) -> NamedRecords.Request? {
        named.isEmpty ? nil : named.next(command, row, in: session)
    }

    /// Notes the record that a row names, and writes the command of the row with it.
    package mutating func settle(_ request: NamedRecords.Request, as id: Identifier) {
        named.settle(request, as: id)
        guard named.namesByIdentifier(request), id.text != request.text else { return }
        command.name(id, insteadOf: request.text, inAssignment: request.assignment)
        command.write(row, without: withheld)
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
        report.preview?.count(row, of: record)
    }

    /// Counts what of the row's cells a record that was written at once does not hold as it was written.
    ///
    /// - Parameters:
    ///   - form: in which form a value stands in the record; nil where it is as it was written.
    ///   - record: the record, which is made only where it is shown.
    package mutating func count(
        writtenAs form: (RowCommand.Value) -> String?, _ record: @autoclosure () -> Record?
    ) {
        tally.count(command, ofRow: row.number, became: form)
        countNamed()
        if report.preview != nil, let record = record() { report.preview?.count(row, of: record) }
    }

    private mutating func countNamed() {
        for name in named.held { tally.leaveOut(name, ofRow: row.number) }
    }

    /// Notes what is wrong with the row at hand; whether its command was written anew without the cells at fault, so that it
    /// can be tried again.
    package mutating func setAside(_ error: Diagnostic) -> Bool {
        let index = command.assignment(at: error.place.range.lowerBound)
        let assignment = index.map { command.assignments[$0] }
        faults.append(RowFault(error: error, assignment: index, columns: assignment?.columns ?? []))
        // A row whose id is taken came in before. What stands for itself, as the end of a link, cannot be left out; what
        // is typed is wrong in each row.
        guard error.code != .identifierTaken, let index, let assignment, !assignment.head.isEmpty,
            !assignment.columns.isEmpty,
            withheld.insert(index).inserted
        else { return false }
        command.write(row, without: withheld)
        return true
    }

    /// Writes the command of the row at hand without its id, to see what it would come to beside a record that is there.
    package mutating func writeWithoutIdentifier() {
        for index in command.assignments.indices where command.assignments[index].name == "id" {
            withheld.insert(index)
        }
        command.write(row, without: withheld)
    }

    /// Writes the command of the row at hand with its id, and what was kept of cells at fault.
    package mutating func writeWithIdentifier() {
        for index in command.assignments.indices where command.assignments[index].name == "id" {
            withheld.remove(index)
        }
        command.write(row, without: withheld)
        if keepsRest { keepCellsAside() }
    }

    /// Writes the command that gives a record what the row says; whether there is anything to give.
    ///
    /// - Parameter candidate: the record that the row would make.
    package mutating func writeChange(of record: Record, to candidate: Record, in session: Session) -> Bool {
        let difference = RowDifference(record, candidate, command, keptCells)
        if difference.isNone { return false }
        command.write(row, changing: record.id, difference.fields, without: withheld)
        if let source = report.source, !record.references(.source).contains(source.id) {
            command.append(sources: difference.sources(of: record, with: source, in: session))
        }
        if keepsRest { keepCellsAside() }
        let stillKept = Set(faults.flatMap(\.columns).compactMap { keptCells[$0] })
        command.clear(difference.heldAside.subtracting(stillKept), of: record, isSound: faults.isEmpty)
        return true
    }

    /// Writes the command that gives a record the key of the row at hand.
    package mutating func writeKey(for id: Identifier) {
        command.write(row, changing: id, [RowKey.field.text], without: [])
    }

    /// Counts the row at hand, which a record has already.
    package mutating func countKnown() { report.duplicates.known += 1 }

    /// Counts a record that the row at hand would change, and may not.
    package mutating func countDiffering(_ id: Identifier) { report.duplicates.differing.append(id) }

    /// Counts a record that the row at hand changed.
    package mutating func countUpdated(_ id: Identifier) { report.duplicates.updated.append(id) }

    /// Leaves the row at hand out, or ends, since its key is empty.
    package mutating func leaveOutWithoutKey() throws(Diagnostic) {
        try leaveOut(.emptyKey(at: plan.path.place), of: command.keyAssignment)
    }

    /// Leaves the row at hand out, or ends, since a record has its key.
    package mutating func leaveOutDuplicate(of id: Identifier) throws(Diagnostic) {
        try leaveOut(.duplicateRow(key ?? "", id, at: plan.path.place), of: command.keyAssignment)
    }

    /// Leaves the row at hand out, or ends, since something is wrong with it as a whole.
    ///
    /// - Parameter assignment: the index of the assignment that is at fault; nil where none is.
    package mutating func leaveOut(_ error: Diagnostic, of assignment: Int? = nil) throws(Diagnostic) {
        let columns = assignment.map { command.assignments[$0].columns } ?? []
        faults.append(RowFault(error: error, assignment: assignment, columns: columns))
        try leaveOut()
    }

    /// Whether the row at hand comes in without the cells at fault.
    package var keepsRest: Bool { plan.badRows == .keep && !faults.isEmpty }

    /// Adds the cells at fault to the command of the row at hand, under names of their own, and the tag that says so.
    package mutating func keepCellsAside() {
        var kept: Set<Int> = []
        for column in faults.flatMap(\.columns) where kept.insert(column).inserted {
            guard let name = keptCells[column] else { continue }
            for value in row[column] { command.append(name, row.text[value.text]) }
        }
        command.append(tag: KeptCells.tag)
    }

    /// Counts the row at hand, which came in without the cells at fault.
    package mutating func countKept() {
        report.kept.count += 1
        let faulty = faulty()
        if report.kept.count <= ImportReport.shownBadRows { report.kept.first.append(faulty.told) }
        report.preview?.count(faulty)
    }

    /// Leaves the row at hand out, or ends with what is wrong with it.
    package mutating func leaveOut() throws(Diagnostic) { try leaveOut(faulty()) }

    private mutating func leaveOut(unread error: FileFault) throws(Diagnostic) {
        let place = reader.place(of: error.offset, in: file)
        let fault = RowFault(error: file.diagnostic(error, at: place), assignment: nil, columns: [])
        try leaveOut(FaultyRow(row: row, reader: reader, file: file, faults: [fault], unread: error.problem))
    }

    private mutating func leaveOut(_ faulty: FaultyRow) throws(Diagnostic) {
        if plan.badRows == .stop, !plan.isDryRun { throw faulty.diagnostic(command, plan) }
        report.bad.count += 1
        if report.bad.count <= ImportReport.shownBadRows { report.bad.first.append(faulty.told) }
        report.preview?.count(faulty)
        let (bytes, range, start) = (file.bytes.buffer, range, reader.objectStart)
        rejected?.add(faulty, bytes, range, from: start)
    }

    private func faulty() -> FaultyRow {
        FaultyRow(row: row, reader: reader, file: file, faults: faults)
    }

    /// Tells what came of it.
    ///
    /// - Parameter keys: the records by their keys; nil where they keep none.
    package mutating func finish(
        _ made: [Identifier], entitiesBefore: Int, keys: KnownKeys?, in session: Session
    ) -> ImportReport {
        report.count = made.count
        if let keys, let rowKey, plan.rows == 1...Int.max {
            report.duplicates.gone = keys.gone(rowKey, isFromFile: report.source != nil, in: session)
        }
        report.cells = tally.fields
        report.firstBlankLine = firstBlank.map { reader.line(of: $0, in: file) }
        report.first = made.prefix(ImportReport.shownRecords).compactMap { session[$0] }
        report.rejects = plan.rejects.map { ($0.text, rejected?.count ?? 0) }
        if plan.kind != .entity {
            let order = session.order(of: .entity)
            let new = min(entitiesBefore, order.count)..<order.count
            let first = new.prefix(ImportReport.shownEntities).compactMap { session.identifier(at: order[$0]) }
            report.entities = (new.count, first)
        }
        return report
    }
}
