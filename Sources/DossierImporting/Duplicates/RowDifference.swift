import DossierModel
import DossierOutput

/// What a row says otherwise than the record of its key.
struct RowDifference {
    /// The names of the fields that differ. Those that each row gives, and those that the row leaves empty, are the record's
    /// own.
    let fields: Set<String>
    /// Whether cells at fault are not kept yet.
    private let keepsMore: Bool
    /// The fields of the record that keep cells which could not be read before.
    let heldAside: Set<FieldName>

    /// Compares a record with the one that the row would make.
    init(_ record: Record, _ candidate: Record, _ command: RowCommand, _ kept: KeptCells) {
        var names: Set<String> = []
        for assignment in command.assignments where !assignment.columns.isEmpty && assignment.definition != nil {
            let name = FieldName(assignment.name)
            let values = candidate[name]
            if name == RowKey.field || values.isEmpty || values == record[name] { continue }
            if name == .tags, values.allSatisfy(record[name].contains) { continue }
            names.insert(assignment.name)
        }
        // What words of a time are read against, and which of several quotes is meant, go with their field.
        let touched = names.compactMap { record.kind.definition.field(FieldName($0)) }
        if touched.contains(where: { $0.type.isTime }) { names.insert("as-of") }
        if touched.contains(where: { $0.type.isQuote }) { names.insert("occurrence") }
        fields = names
        heldAside = Set(kept.names.filter { !record[$0].isEmpty })
        keepsMore = kept.names.contains { !candidate[$0].isEmpty && candidate[$0] != record[$0] }
    }

    /// Whether the record says all that the row says.
    var isNone: Bool { fields.isEmpty && !keepsMore }

    /// The sources of a record once another delivery of a file has changed it: those of former deliveries go.
    func sources(of record: Record, with source: Record, in session: Session) -> [Identifier] {
        if record.kind.definition.field(.source)?.holdsMany != true { return [source.id] }
        let others = record.references(.source).filter { session[$0]?.isImportedFile != true }
        return others + [source.id]
    }
}

extension RowCommand {
    /// Adds the sources that a record gets in place of those that it has.
    mutating func append(sources: [Identifier]) {
        append(bare: "source=" + sources.map(\.text).joined(separator: ","))
    }

    /// Clears fields of a record that keep cells which can be read by now, and the tag where none is at fault.
    mutating func clear(_ fields: Set<FieldName>, of record: Record, isSound: Bool) {
        for field in fields.sorted(by: { $0.text < $1.text }) { append(bare: field.text + "=") }
        let isTagged = record[.tags].contains { $0.typed == "\(KeptCells.tag)" }
        if isSound, isTagged, !fields.isEmpty { append(bare: "tags-=\(KeptCells.tag)") }
    }
}
