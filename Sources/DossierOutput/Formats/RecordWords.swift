import DossierModel
import DossierTime

/// What records are called and what they say, for formats that have words where records have references and values.
struct RecordWords {
    let session: Session

    /// Takes the session that records are looked up in.
    init(_ session: Session) { self.session = session }

    /// The title or name of a record.
    func name(of id: Identifier) -> String { session[id]?.title ?? id.text }

    /// The names of the records in a field.
    func names(_ field: FieldName, of record: Record) -> [String] {
        record.references(field).map { name(of: $0) }
    }

    /// The records that a field names.
    func records(_ field: FieldName, of record: Record) -> [Record] {
        record.references(field).compactMap { session[$0] }
    }

    /// The points of the places of an event.
    func points(of event: Record) -> [Coordinates] {
        records(.place, of: event).compactMap { place in
            if case .coordinates(let point)? = place[.coordinates].first { point } else { nil }
        }
    }
}

extension Record {
    /// The values of a field as they are typed.
    func typed(_ field: FieldName) -> [String] { self[field].map(\.typed) }

    /// The fields of the analyst's own, in their order.
    var customFields: [FieldName] { entries.map(\.name).filter(\.isCustom) }
}

extension Marking {
    /// The label as the Traffic Light Protocol writes it: `TLP:AMBER+STRICT`.
    var label: String { "TLP:" + rawValue.uppercased() }
}
