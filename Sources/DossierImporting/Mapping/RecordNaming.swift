import DossierLanguage
import DossierModel

/// The record that a field names, which is made where nothing has its name, with fields of its own: `place={town}
/// place.coordinates="{lat},{lon}"`. A source is made of a cell in any case, once for each url or title.
struct RecordNaming: Sendable {
    /// What is made.
    let kind: Kind
    /// The type of an entity that is made; nil where it has none, or one of its fields says it.
    let type: String?
    let fields: [RowAssignment]

    /// The columns that its fields read.
    var columns: [Int] { fields.flatMap(\.columns) }

    /// Nil where the command itself makes what the field names, or nothing is made.
    init?(of definition: FieldDefinition?, _ settings: MappingSettings, _ columns: Columns) throws(Diagnostic) {
        guard let definition, let (kind, type) = RecordNaming.made(by: definition) else { return nil }
        let given = settings.fields(ofNamedBy: definition.name.text)
        if kind == .entity, given.isEmpty { return nil }
        var fields: [RowAssignment] = []
        for (name, token) in given {
            guard let field = token.field else { continue }
            fields.append(try RowAssignment(token, field, name, kind: kind, settings, of: columns))
        }
        self.kind = kind
        self.type = given.contains { $0.name == FieldName.type.text } ? nil : type
        self.fields = fields
    }

    /// What a quoted text in a field can make; nil where it makes nothing.
    static func made(by definition: FieldDefinition) -> (kind: Kind, type: String?)? {
        guard case .reference(let kinds, let making) = definition.type else { return nil }
        switch making {
        case .entity(let type): return (.entity, type)
        case .never: return kinds == [.source] ? (.source, nil) : nil
        }
    }
}
