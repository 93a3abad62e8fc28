import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// The rows of a query counted, or their figures added up, in groups: `count by FIELD`, `sum by month`.
struct TallyTable {
    private let tally: Tally
    private let query: ShowQuery
    private let rows: [QueryEvaluation.Row]
    private let session: Session
    private let groups: RowGroups
    /// What the groups are groups of: the name of a field, or a unit of the calendar; nil where all rows are one.
    private let name: String?
    private let unit: CalendarPeriod.Unit?

    /// Groups the rows.
    ///
    /// - Throws: a diagnostic where the records have no such field, no time or no figures.
    init(_ tally: Tally, _ query: ShowQuery, _ rows: [QueryEvaluation.Row], in session: Session) throws(Diagnostic) {
        self.tally = tally
        self.query = query
        self.rows = rows
        self.session = session
        if tally.measure == .sum, let kind = query.kind, kind.definition.field(.quantity) == nil {
            throw .kindHasNoFigures(tally.word, kind)
        }
        unit = tally.by.flatMap { CalendarPeriod.Unit(rawValue: $0.text) }
        if let unit, let by = tally.by {
            if let kind = query.kind, kind.timeFields.isEmpty { throw .kindHasNoPeriods(by, kind) }
            name = unit.rawValue
            groups = RowGroups(rows, by: unit, in: session)
        } else if let by = tally.by {
            let field = try FieldNames.name(by, of: query.kind, or: CalendarPeriod.Unit.allCases.map(\.rawValue))
            name = field.text
            groups = RowGroups(rows, by: field, in: session)
        } else {
            name = nil
            groups = RowGroups(allOf: rows)
        }
    }

    /// The table, or what is said where there are no rows.
    ///
    /// - Throws: a diagnostic where a sum has too many digits.
    func answer() throws(Diagnostic) -> Answer {
        var table = tally.measure == .count ? counts() : try sums()
        table.footers = [RecordTable.footer(rows, shown: rows.count, query.kind)] + table.footers
        if rows.isEmpty { return Answer(table.footers.prefix(1).map { .line($0) }, json: .array([])) }
        return Answer([.table(table)], json: table.json)
    }

    /// The groups in the order in which they are shown: periods in that of the calendar, values by how many rows have them.
    private func order(_ totals: [Int], _ first: [Int]) -> [Int] {
        let filled = totals.indices.filter { totals[$0] > 0 }
        let sorted =
            unit != nil
            ? filled
            : filled.sorted { left, right in
                totals[left] != totals[right]
                    ? totals[left] > totals[right] : (first[left], left) < (first[right], right)
            }
        return query.limit.map { Array(sorted.prefix($0)) } ?? sorted
    }

    /// What names a group.
    private func label(of group: Int) -> Table.Cell {
        let group = groups.groups[group]
        guard let label = group.label else { return Table.Cell(StyledText("(none)", .faint), json: .null) }
        return Table.Cell(StyledText(label), beside: group.time.map { RecordJSON.bounds(of: $0) } ?? [])
    }

    private static let total = Table.Cell(StyledText("(total)", .faint))

    private var column: Table.Column? { name.map { Table.Column($0, priority: 3) } }
}

/// How many rows.
extension TallyTable {
    private func counts() -> Table {
        var counts = [(certainly: Int, possibly: Int)](repeating: (0, 0), count: groups.groups.count)
        var first = [Int](repeating: .max, count: counts.count)
        for (index, row) in rows.enumerated() {
            for membership in groups.memberships(ofRow: index) {
                let isCertain = (row.certainty && membership.certainty) == .certainly
                for group in membership.groups {
                    counts[group].certainly += isCertain ? 1 : 0
                    counts[group].possibly += isCertain ? 0 : 1
                    first[group] = min(first[group], index)
                }
            }
        }
        let total = (certainly: rows.count { $0.certainty == .certainly }, possibly: 0)
        let hasPossible = total.certainly < rows.count || counts.contains { $0.possibly > 0 }
        var table = Table(
            columns: [column, Table.Column("count", isNumeric: true, priority: 9)].compactMap(\.self), rows: [])
        if hasPossible { table.columns.append(Table.Column("possibly", isNumeric: true, priority: 9)) }
        func row(_ label: Table.Cell, _ count: (certainly: Int, possibly: Int)) -> Table.Row {
            Table.Row([label, cell(count.certainly)] + (hasPossible ? [cell(count.possibly)] : []))
        }
        table.rows = order(counts.map { $0.certainly + $0.possibly }, first).map { row(label(of: $0), counts[$0]) }
        if unit != nil { table.rows.append(row(TallyTable.total, (total.certainly, rows.count - total.certainly))) }
        table.footers = notesOnGroups()
        return table
    }

    private func cell(_ count: Int) -> Table.Cell {
        Table.Cell(StyledText(String(count)), json: .number(JSONNumber(count)))
    }

    /// What is said of periods under the table.
    private func notesOnGroups() -> [StyledText] {
        guard let unit else { return [] }
        var notes: [StyledText] = []
        if groups.missing > 0 { notes.append(StyledText("\(groups.missing) without a \(unit)", .faint)) }
        let several = rows.indices.count { groups.groupCount(ofRow: $0) > 1 }
        if several > 0 {
            notes.append(StyledText("\(several) in more than one \(unit), counted in each", .faint))
        }
        if groups.leavesOutPeriods {
            notes.append(
                StyledText(
                    "left out: each \(unit) in which only vague, very long or endless times fall", .faint))
        }
        return notes
    }
}

/// The figures added up.
extension TallyTable {
    private func sums() throws(Diagnostic) -> Table {
        var sums = FigureSums(rows, in: session)
        var totals = [Int](repeating: 0, count: groups.groups.count)
        var first = [Int](repeating: .max, count: totals.count)
        do throws(ValueError) {
            for (index, row) in rows.enumerated() {
                for membership in groups.memberships(ofRow: index) {
                    let isCertain = (row.certainty && membership.certainty) == .certainly && membership.isWhole
                    try sums.add(row: index, to: membership.groups, isCertain: isCertain)
                    for group in membership.groups {
                        totals[group] += 1
                        first[group] = min(first[group], index)
                    }
                }
                if name != nil {
                    try sums.add(row: index, to: FigureSums.all, isCertain: row.certainty == .certainly)
                }
            }
            try sums.close()
        } catch { throw .sumTooLong(tally.word, error) }
        let hasPossible = sums.hasPossible
        var table = Table(columns: [column, Table.Column("unit", priority: 4)].compactMap(\.self), rows: [])
        if hasPossible { table.columns.append(Table.Column("certainty", title: "?", priority: 9)) }
        table.columns += ["figures", "low", "best", "high", "without"].map {
            Table.Column($0, isNumeric: true, priority: 9)
        }
        for group in order(totals, first) {
            let label = name == nil ? [] : [label(of: group)]
            table.rows += sums.entries(of: group).map { row(label, $0, hasPossible) }
        }
        if name != nil {
            table.rows += sums.entries(of: FigureSums.all.lowerBound).map { row([TallyTable.total], $0, hasPossible) }
        }
        table.footers = notesOnFigures(sums) + notesOnGroups()
        return table
    }

    private func row(_ label: [Table.Cell], _ entry: FigureSums.Entry, _ hasPossible: Bool) -> Table.Row {
        var cells = label
        cells.append(entry.unit.map { Table.Cell(StyledText($0)) } ?? .empty)
        if hasPossible {
            let word = entry.isCertain ? "certainly" : "possibly"
            cells.append(Table.Cell(entry.isCertain ? "" : StyledText("?", .doubtful), json: .string(word)))
        }
        cells.append(cell(entry.sum.count))
        let isEmpty = entry.sum.count == 0
        cells.append(number(isEmpty ? nil : entry.sum.low, without: isEmpty ? "" : "open"))
        cells.append(number(isEmpty ? nil : entry.sum.best, without: ""))
        cells.append(number(isEmpty ? nil : entry.sum.high, without: isEmpty ? "" : "open"))
        cells.append(cell(entry.without))
        return Table.Row(cells)
    }

    private func number(_ number: Decimal?, without word: String) -> Table.Cell {
        guard let number else { return Table.Cell(StyledText(word, .faint), json: .null) }
        return Table.Cell(
            StyledText(number.grouped), json: JSONNumber(number.description).map { .number($0) } ?? .null)
    }

    private func notesOnFigures(_ sums: FigureSums) -> [StyledText] {
        var notes: [StyledText] = []
        if sums.without > 0 { notes.append(StyledText("\(sums.without) without a figure", .faint)) }
        if sums.approximate > 0 {
            let figures = sums.approximate == 1 ? "1 approximate figure" : "\(sums.approximate) approximate figures"
            notes.append(StyledText("\(figures) (~): from a quarter less to a quarter more", .faint))
        }
        if sums.sharedSubjects > 0 {
            let records = sums.sharedSubjects == 1 ? "1 record" : "\(sums.sharedSubjects) records"
            notes.append(StyledText("\(records) with figures from several claims: all of them are added", .doubtful))
        }
        return notes
    }
}

extension Diagnostic {
    fileprivate static func kindHasNoFigures(_ word: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .unknownQueryField, "\(kind.plural) have no figures to add up", at: word.place,
            expectation: "a kind with the field 'quantity': "
                + Kind.listed.filter { $0.definition.field(.quantity) != nil }.map(\.plural).choice)
    }

    fileprivate static func kindHasNoPeriods(_ by: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .unknownQueryField, "\(kind.plural) have no time, so they cannot be grouped by \(by.text)", at: by.place)
    }

    fileprivate static func sumTooLong(_ word: Token, _ error: ValueError) -> Diagnostic {
        Diagnostic(.invalidValue, "the figures are too long to be added up", at: word.place, notes: [error.problem])
    }
}
