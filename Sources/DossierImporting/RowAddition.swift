import DossierModel

/// The record of a row, written as it stands in a state from the bytes of the row's command, and never made as a value.
///
/// What is the same for all rows is learned from the record that the command itself made of an earlier one. As with
/// ``PlainAddition``, whatever is unusual or wrong is left to the command, which comes to the same.
package struct RowAddition {
    private let kind: Kind
    /// The fields in the order in which a record holds them.
    private let fields: [Field]
    /// The assignment that gives the id; nil where the session does.
    private let idAssignment: Int?
    private var values: RowValues
    private var writer = JSONWriter()
    private var mentions = ContiguousArray<Session.Slot>()
    private var number = 0
    private var name: Identifier?

    private struct Field {
        let name: FieldName
        let content: Content

        enum Content {
            /// The same in each record: JSON, and the records that it names.
            case constant([UInt8], [Session.Slot])
            /// Made of the cells that these assignments read.
            case cells(FieldDefinition, assignments: [Int])
        }
    }

    /// Learns from the record that a row's command made; nil where the command has to look at each row.
    package init?(_ command: RowCommand, like record: Record, in session: Session) {
        guard [.event, .claim, .note].contains(record.kind), record.quote == nil else { return nil }
        var cells: [FieldName: [Int]] = [:]
        var given: Set<FieldName> = []
        var idAssignment: Int?
        for (index, assignment) in command.assignments.enumerated() {
            if case .constant = assignment.content {
                given.insert(FieldName(assignment.name))
            } else if assignment.name == "id" {
                if idAssignment != nil { return nil }
                idAssignment = index
            } else {
                guard let definition = assignment.definition, RowValues.reads(definition, assignment) else {
                    return nil
                }
                cells[definition.name, default: []].append(index)
            }
        }
        // Words such as "last June" are read against what may differ from row to row.
        let mayReadWords = given.contains { record.kind.definition.field($0)?.type.isTime ?? true }
        if mayReadWords, cells[.source] != nil || cells[.target] != nil { return nil }
        if given.contains(FieldName("id")) || !given.isDisjoint(with: cells.keys) { return nil }
        let constants = record.entries.filter { cells[$0.name] == nil }
        var fields = constants.map { entry in
            let slots = record.references(entry.name).compactMap { session.slot(of: $0) }
            let json = record.json().object?[entry.name.text] ?? .null
            var writer = JSONWriter()
            writer.write(json)
            return Field(name: entry.name, content: .constant(writer.bytes, slots))
        }
        for (name, assignments) in cells {
            guard let definition = record.kind.definition.field(name) else { return nil }
            fields.append(Field(name: name, content: .cells(definition, assignments: assignments)))
        }
        let definition = record.kind.definition
        self.fields = fields.sorted { left, right in
            let (rank, other) = (definition.rank(of: left.name) ?? .max, definition.rank(of: right.name) ?? .max)
            return rank == other ? left.name.text < right.name.text : rank < other
        }
        self.idAssignment = idAssignment
        kind = record.kind
        values = RowValues()
    }

    /// Hands on the record that was read last.
    package func withRecord<Result, Failure: Error>(_ body: (WrittenRecord) throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        try writer.written.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try body(
                WrittenRecord(kind: kind, number: number, bytes: bytes, mentions: mentions, old: nil, name: name))
        }
    }

    /// Reads the record of a row's command; false where the command itself has to look at it.
    package mutating func read(_ command: RowCommand, in session: Session) -> Bool {
        writer.breakOff()
        writer.removeBytes()
        mentions.removeAll(keepingCapacity: true)
        values.begin()
        return command.bytes.withUnsafeBufferPointer { bytes in
            guard command.values.allSatisfy(\.isPlain), readIdentifier(command, bytes, session) else { return false }
            writer.beginObject()
            writer.key(plain: "id")
            writer.string(name?.text ?? Identifier(kind, number: number).text)
            for field in fields where !write(field, command, bytes, session) { return false }
            writer.endObject()
            return true
        }
    }

    /// The form in which the record that was read last holds a value of cells; nil where it is that of the command.
    package func form(of value: RowCommand.Value) -> String? {
        values.forms.isEmpty ? nil : values.forms[value.range.lowerBound]
    }

    private mutating func readIdentifier(
        _ command: RowCommand, _ bytes: UnsafeBufferPointer<UInt8>, _ session: Session
    ) -> Bool {
        number = session.highestNumber(of: kind) + 1
        name = nil
        guard let value = command.values.first(where: { $0.assignment == idAssignment }) else { return true }
        let text = String(decoding: bytes[value.range], as: UTF8.self)
        guard let id = try? Identifier(text), id.given == nil, !session.wasGiven(id) else { return false }
        // From now on the text means this record, whatever it meant before.
        values.forget(text)
        name = id
        return true
    }

    private mutating func write(
        _ field: Field, _ command: RowCommand, _ bytes: UnsafeBufferPointer<UInt8>, _ session: Session
    ) -> Bool {
        switch field.content {
        case .constant(let json, let slots):
            writer.key(field.name.text)
            json.withUnsafeBufferPointer { writer.raw($0) }
            for slot in slots where !mentions.contains(slot) { mentions.append(slot) }
            return true
        case .cells(let definition, let assignments):
            let given = command.values.lazy.filter { assignments.contains($0.assignment) }
            guard let first = given.first else { return true }
            let isOne = given.dropFirst().isEmpty
            if !isOne, !definition.holdsMany { return false }
            writer.key(field.name.text)
            let isList = definition.holdsMany && !(isOne && definition.name.isCustom)
            if isList { writer.beginArray() }
            if isOne {
                if !values.write(first, of: definition, bytes, session, to: &writer, &mentions) { return false }
            } else {
                // Which of several values are the same is told of records alone.
                guard case .reference = definition.type else { return false }
                var named: [Session.Slot] = []
                for value in given {
                    guard let slot = values.slot(of: value, definition, bytes, session) else { return false }
                    if named.contains(slot) { continue }
                    named.append(slot)
                    if !values.write(value, of: definition, bytes, session, to: &writer, &mentions) { return false }
                }
            }
            if isList { writer.endArray() }
            return true
        }
    }
}
