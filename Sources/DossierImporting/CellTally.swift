import DossierModel

/// What of the cells did not reach the records as it was written: counted for each field, and of each the first is kept.
struct CellTally: Sendable {
    /// The fields that are made of cells, in the order of the command.
    private(set) var fields: [Field] = []
    /// For each assignment the field that it gives.
    private let fieldOf: [Int]

    /// What was left out of one field, or normalised.
    struct Field: Sendable {
        let name: String
        /// Whether each row gives it something that does not come from cells.
        fileprivate(set) var hasConstant = false
        /// The rows that gave it nothing, since a cell was empty.
        fileprivate(set) var leftOut = Rows()
        /// The rows of which it holds something in another form than it was written in.
        fileprivate(set) var normalised = Rows()
        /// What was written first, and what it became.
        fileprivate(set) var first: (written: String, became: String) = ("", "")
    }

    /// How many rows, and the number of the first.
    struct Rows: Sendable {
        private(set) var count = 0
        private(set) var first = 0
        private var last = 0

        /// Counts a row once; says whether it is the first.
        fileprivate mutating func insert(_ row: Int) -> Bool {
            if row == last { return false }
            if count == 0 { first = row }
            count += 1
            last = row
            return count == 1
        }
    }

    /// Begins with nothing counted.
    init(_ command: RowCommand) {
        var fieldOf: [Int] = []
        for assignment in command.assignments {
            let known = fields.firstIndex { $0.name == assignment.name }
            if known == nil { fields.append(Field(name: assignment.name)) }
            let index = known ?? fields.count - 1
            if assignment.columns.isEmpty { fields[index].hasConstant = true }
            fieldOf.append(index)
        }
        self.fieldOf = fieldOf
    }

    /// Counts a row of which something is left out that is no field of the record itself.
    mutating func leaveOut(_ name: String, ofRow row: Int) {
        if !fields.contains(where: { $0.name == name }) { fields.append(Field(name: name)) }
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
        _ = fields[index].leftOut.insert(row)
    }

    /// Counts a row that became a record. `became` gives the form in which the record holds a value, nil where it is that of
    /// the command.
    mutating func count(_ command: RowCommand, ofRow row: Int, became: (RowCommand.Value) -> String?) {
        for emptied in command.emptied {
            let field = fieldOf[emptied.assignment]
            let isGiven = fields[field].hasConstant || command.values.contains { fieldOf[$0.assignment] == field }
            if emptied.heldText || !isGiven { _ = fields[field].leftOut.insert(row) }
        }
        for value in command.values {
            let became = became(value)
            guard value.isChanged || became != nil else { continue }
            let field = fieldOf[value.assignment]
            if fields[field].normalised.insert(row) {
                fields[field].first = (command.written(value), became ?? command.text(value))
            }
        }
    }
}

extension RowCommand {
    /// The form in which a record holds a value of cells; nil where it is that of the command.
    func form(of value: Value, in record: Record) -> String? {
        guard let definition = assignments[value.assignment].definition else { return nil }
        let held: String?
        switch definition.type {
        case .text, .reference, .relation, .relationDeclaration, .digest: return nil
        case .when: held = record[definition.name].first?.typed
        case .quote: held = record.quote?.exact
        default: held = (try? FieldValue.read(text(value), as: definition.type))?.typed
        }
        return held == text(value) ? nil : held
    }
}
