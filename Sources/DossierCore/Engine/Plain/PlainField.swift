/// A field of a kind of record as plain lines give it: made once from the field's definition.
final class PlainField: Sendable {
    /// As it is typed.
    let name: PlainName
    /// What stands before its value in a record: `"title": `.
    let key: JSONKey
    let holdsMany: Bool
    let form: Form

    /// How a value becomes JSON without being a value first.
    enum Form: Sendable {
        /// Any text.
        case text
        /// One of these words.
        case word([PlainName])
        case when
        case quantity
        case grade
        /// One record of these kinds, by its id.
        case reference([Kind])
        /// A tag of ASCII.
        case tags
        /// Only the command itself reads it.
        case other
    }

    private init?(_ definition: FieldDefinition) {
        guard let key = JSONKey(definition.name.text) else { return nil }
        self.key = key
        name = PlainName(definition.name.text)
        holdsMany = definition.holdsMany
        form =
            switch definition.type {
            case .text: definition.holdsMany ? .other : .text
            case .word(let vocabulary): .word(vocabulary.words.map { PlainName($0.text) })
            case .when: .when
            case .quantity: .quantity
            case .grade: .grade
            case .reference(let kinds, _): .reference(kinds)
            case .tag: .tags
            default: .other
            }
    }

    /// The fields of each kind, in the order in which a record holds them: a field's place is its rank.
    static let all: PerKind<[PlainField]> = {
        var all = PerKind<[PlainField]>(repeating: [])
        for kind in Kind.listed { all[kind] = kind.definition.fields.compactMap { PlainField($0) } }
        return all
    }()
}
