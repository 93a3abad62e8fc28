import DossierModel

/// What an entity is called, with its type, as names are compared.
package struct NamedEntity: Sendable {
    package let id: Identifier
    let type: String?
    /// Its names and then its aliases.
    package let names: [Name]

    /// A name or an alias.
    package struct Name: Sendable {
        package let text: String
        let isAlias: Bool
        let spelled: SpelledName
        let keys: ResemblanceKeys

        init(_ text: String, isAlias: Bool) {
            (self.text, self.isAlias) = (text, isAlias)
            spelled = SpelledName(text)
            keys = ResemblanceKeys(spelled)
        }
    }

    /// Reads an entity.
    init(_ record: Record) {
        id = record.id
        type = record.text(.type)
        names =
            record.texts(.name).map { Name($0, isAlias: false) } + record.texts(.alias).map { Name($0, isAlias: true) }
    }

    /// The fields from which it is read.
    static let fields = FieldProjection(.entity, [.name, .alias, .type])

    /// Whether nothing rules out that two entities are one: they are of one type, or the type of one is not known.
    func canBe(_ other: NamedEntity) -> Bool { type == nil || other.type == nil || type == other.type }
}
