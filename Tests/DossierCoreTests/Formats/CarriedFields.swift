import Testing

@testable import DossierModel
@testable import DossierOutput

/// Checks that an export and its report on what is lost account for each field of each record between them.
enum CarriedFields {
    /// How many records of a kind lose a field; all fields where none is named.
    struct Report {
        private var counts: [String: Int] = [:]

        /// Reads the report that a dry run gives to programs.
        init(_ json: JSONValue) {
            for loss in json.object?["losses"]?.array ?? [] {
                guard let kind = loss.object?["kind"]?.string, let count = loss.object?["count"]?.integer else {
                    continue
                }
                counts[kind + " " + (loss.object?["field"]?.string ?? ""), default: 0] += count
            }
        }

        /// How many records of a kind may miss a field.
        func allowance(_ kind: Kind, _ field: FieldName) -> Int {
            counts["\(kind.rawValue) \(field)", default: 0] + counts["\(kind.rawValue) ", default: 0]
        }
    }

    /// Counts for each kind and field the records of which a value is missing, and compares that with the report.
    static func check(_ session: Session, _ report: Report, isCarried: (Record, FieldValue) -> Bool) {
        var missing: [Kind: [FieldName: [Identifier]]] = [:]
        for record in session.records {
            for entry in record.entries {
                if case .values(let values) = entry.content, values.allSatisfy({ isCarried(record, $0) }) { continue }
                missing[record.kind, default: [:]][entry.name, default: []].append(record.id)
            }
        }
        for (kind, fields) in missing {
            for (field, ids) in fields {
                #expect(ids.count <= report.allowance(kind, field), "\(field) of \(kind): \(ids)")
            }
        }
    }
}
