import DossierLanguage
import DossierModel

/// What an import would come to: what each column becomes, and what is wrong with the rows that would fail.
struct ImportPreview: Sendable {
    /// The columns, in the order of the file.
    private(set) var columns: [Column]
    /// What is wrong, each kind of fault in each column once, in the order of the rows.
    private(set) var faults: [Fault] = []

    /// A column of the file.
    struct Column: Sendable {
        let name: String
        /// The fields that are made of it.
        let fields: [String]
        /// How many rows have something in it.
        fileprivate(set) var count = 0
        /// What its first cell says, and what each field holds of it; nil before there is one.
        fileprivate(set) var example: (cell: String, became: String)?
    }

    /// A fault that rows have.
    struct Fault: Sendable {
        /// What is wrong without what differs from row to row.
        fileprivate let pattern: String
        fileprivate let columns: [Int]
        let message: String
        /// Where the first row stands that has it, and what its cells say; nothing where the message says it.
        let place: String
        fileprivate(set) var count = 1
    }

    /// How many faults are told apart; more are counted with none of their own.
    private static let limit = 100

    /// Begins with nothing counted.
    init(_ names: [String], _ command: RowCommand) {
        columns = names.indices.map { column in
            var fields: [String] = []
            for assignment in command.assignments
            where assignment.columns.contains(column) && !fields.contains(assignment.name) {
                fields.append(assignment.name)
            }
            return Column(name: names[column], fields: fields)
        }
    }

    /// Counts a row that would become a record.
    mutating func count(_ row: Row, of record: Record) {
        for index in columns.indices where row.holdsText(inAnyOf: [index]) {
            columns[index].count += 1
            if columns[index].example != nil || columns[index].fields.isEmpty { continue }
            let became = columns[index].fields.map { name in
                name == "id" ? record.id.text : record[FieldName(name)].map(\.typed).joined(separator: ", ")
            }
            columns[index].example = (
                row[index].map(row.string).joined(separator: "; "),
                became.filter { !$0.isEmpty }.joined(separator: " · ")
            )
        }
    }

    /// Counts a row that would fail, or come in without the cells at fault.
    mutating func count(_ faulty: FaultyRow) {
        for fault in faulty.faults {
            let pattern = ImportPreview.pattern(of: faulty.unread ?? fault.error.message)
            let known = faults.firstIndex { $0.pattern == pattern && $0.columns == fault.columns }
            if let known {
                faults[known].count += 1
            } else if faults.count < ImportPreview.limit {
                faults.append(
                    Fault(
                        pattern: pattern, columns: fault.columns, message: fault.error.message,
                        place: faulty.unread != nil ? "" : faulty.note(fault)))
            }
        }
    }

    /// A message without its digits and its quoted words.
    private static func pattern(of message: String) -> String {
        var pattern = ""
        for (index, part) in message.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) { pattern += part.filter { !$0.isNumber } } else { pattern += "''" }
        }
        return pattern
    }

    /// The columns as a table.
    var table: Table {
        Table(
            columns: [
                Table.Column("column", priority: 9), Table.Column("becomes", priority: 8),
                Table.Column("rows", priority: 7), Table.Column("cell", title: "first cell", priority: 5),
                Table.Column("held", title: "as it would be", priority: 6),
            ],
            rows: columns.map { column in
                let fields = column.fields.isEmpty ? "(left out)" : column.fields.joined(separator: ", ")
                let name = column.name.isEmpty ? "(without a name)" : column.name
                let cells =
                    [name, fields, "\(column.count)"] + [column.example?.cell, column.example?.became].map { $0 ?? "" }
                return Table.Row(cells.map { Table.Cell(StyledText(ImportReport.shortened($0.firstLine))) })
            })
    }

    /// A line for each fault.
    var faultBlocks: [Block] {
        let shown = faults.prefix(ImportReport.shownBadRows)
        let blocks: [Block] = shown.map { fault in
            let rows = "\(fault.count) \(fault.count == 1 ? "row" : "rows")"
            let place = fault.place.isEmpty ? "" : "; " + (fault.count == 1 ? "" : "first ") + fault.place
            return .prose(StyledText("    \(rows): \(fault.message)\(place)"), indent: 6)
        }
        if faults.count == shown.count { return blocks }
        return blocks + [.line(StyledText("    … and \(faults.count - shown.count) more kinds of faults", .faint))]
    }

    /// The columns for programs.
    var columnsJSON: JSONValue {
        .array(
            columns.map { column in
                .object([
                    "column": .string(column.name), "fields": .array(column.fields.map { .string($0) }),
                    "rows": .number(JSONNumber(column.count)), "cell": column.example.map { .string($0.cell) } ?? .null,
                    "became": column.example.map { .string($0.became) } ?? .null,
                ])
            })
    }

    /// The faults for programs.
    var faultsJSON: JSONValue {
        .array(
            faults.map { fault in
                .object([
                    "rows": .number(JSONNumber(fault.count)), "problem": .string(fault.message),
                    "first": .string(fault.place),
                ])
            })
    }
}

extension ImportPlan {
    /// What an answer says below what would be done.
    package static let dryRunRemark = "a dry run: nothing has changed"
}
