import DossierModel
import DossierTime

/// Writes values of cells as they stand in a state; what was looked up or read before is not looked up or read again.
struct RowValues {
    /// The records that texts name.
    private var records: [String: (slot: Session.Slot, kind: Kind, id: String)] = [:]
    /// How values are written that have a form of their own, by their field and text.
    private var typed: [FieldName: [String: String]] = [:]

    /// The values that were written in another form than that of the command, by where they stand in it.
    private(set) var forms: [Int: String] = [:]

    /// How many values are remembered of a field.
    private static let limit = 1 << 16

    /// Whether values of a field can be written.
    static func reads(_ definition: FieldDefinition, _ assignment: RowAssignment) -> Bool {
        switch definition.type {
        case .quote, .relation, .relationDeclaration, .digest: false
        case .when: assignment.form == .time || assignment.form == .timeInWords
        default: true
        }
    }

    /// Begins another record.
    mutating func begin() {
        if !forms.isEmpty { forms.removeAll(keepingCapacity: true) }
    }

    /// Forgets what a text names.
    mutating func forget(_ text: String) {
        if !records.isEmpty { records[text] = nil }
    }

    /// Writes a value; false where the command itself has to look at it.
    mutating func write(
        _ value: RowCommand.Value, of definition: FieldDefinition, _ bytes: UnsafeBufferPointer<UInt8>,
        _ session: Session, to writer: inout JSONWriter, _ mentions: inout ContiguousArray<Session.Slot>
    ) -> Bool {
        let part = UnsafeBufferPointer(rebasing: bytes[value.range])
        if part.isEmpty { return false }
        switch definition.type {
        case .text: writer.string(utf8: part)
        case .when:
            if value.isQuoted ? !When.isPlain(part) : !When.isUnexplained(part) { return false }
            writer.string(utf8: part)
        case .reference:
            guard let record = record(of: value, definition, bytes, session) else { return false }
            if !mentions.contains(record.slot) { mentions.append(record.slot) }
            writer.string(record.id)
        default:
            let text = String(decoding: part, as: UTF8.self)
            guard let form = typed(text, of: definition) else { return false }
            if form != text { forms[value.range.lowerBound] = form }
            writer.string(form)
        }
        return true
    }

    /// The slot of the record that a value names; nil where the command itself has to look at it.
    mutating func slot(
        of value: RowCommand.Value, _ definition: FieldDefinition, _ bytes: UnsafeBufferPointer<UInt8>,
        _ session: Session
    ) -> Session.Slot? {
        record(of: value, definition, bytes, session)?.slot
    }

    private mutating func record(
        of value: RowCommand.Value, _ definition: FieldDefinition, _ bytes: UnsafeBufferPointer<UInt8>,
        _ session: Session
    ) -> (slot: Session.Slot, kind: Kind, id: String)? {
        guard case .reference(let kinds, _) = definition.type else { return nil }
        let text = String(decoding: bytes[value.range], as: UTF8.self)
        if let known = records[text] { return kinds.contains(known.kind) ? known : nil }
        guard let slot = RowValues.slot(named: text, in: session), let id = session.identifier(at: slot) else {
            return nil
        }
        let record = (slot: slot, kind: session.kind(at: slot), id: id.text)
        records[text] = record
        return kinds.contains(record.kind) ? record : nil
    }

    /// The record of an id or else of a name that one entity has, as ``ReferenceResolver`` finds it.
    private static func slot(named text: String, in session: Session) -> Session.Slot? {
        if !text.utf8.contains(UInt8(ascii: " ")), let slot = session.slot(of: Identifier(known: text)) {
            return session.isFilled(slot) ? slot : nil
        }
        let bearers = session.entities(named: text)
        return bearers.count == 1 ? session.slot(of: bearers[0]) : nil
    }

    /// A value as it is written in a state; nil where it is none.
    private mutating func typed(_ text: String, of definition: FieldDefinition) -> String? {
        if let known = typed[definition.name]?[text] { return known }
        guard let value = try? FieldValue.read(text, as: definition.type) else { return nil }
        if typed[definition.name, default: [:]].count < RowValues.limit {
            typed[definition.name, default: [:]][text] = value.typed
        }
        return value.typed
    }
}
