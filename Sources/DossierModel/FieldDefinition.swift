/// One field of a kind of record, as data. Commands, queries, JSON, help and completion all read this definition.
///
/// It is an immutable class, so a look-up copies one reference.
public final class FieldDefinition: Sendable, Hashable {
    /// Its name, as typed and as in JSON.
    public let name: FieldName
    /// What its values are.
    public let type: FieldType
    /// Whether it holds many values, in the order given, or one.
    public let holdsMany: Bool
    /// What it means, in a few words for the help.
    public let summary: String

    /// Defines a field by its name, its type and one sentence.
    public init(_ name: FieldName, _ type: FieldType, many: Bool = false, _ summary: String) {
        self.name = name
        self.type = type
        self.holdsMany = many
        self.summary = summary
    }

    /// Equal where all is.
    public static func == (left: FieldDefinition, right: FieldDefinition) -> Bool {
        left === right
            || left.name == right.name && left.type == right.type && left.holdsMany == right.holdsMany
                && left.summary == right.summary
    }

    /// Hashes the name, which tells most fields apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// A field that the analyst made up: any number of texts under `x.NAME`.
    static func custom(_ name: FieldName) -> FieldDefinition {
        FieldDefinition(name, .text, many: true, "a field of your own")
    }
}
