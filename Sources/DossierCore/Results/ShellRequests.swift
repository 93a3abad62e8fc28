/// A text of a record that the user wants to edit.
public struct TextEdit: Sendable {
    /// The record.
    public let record: Identifier
    /// Its field.
    public let field: FieldName
    /// What the field holds.
    public let text: String
}

/// Which entries of the history are asked for.
public struct EntryRequest: Sendable {
    /// How many, the newest.
    public let limit: Int
    /// Texts that must all stand in an entry, without regard to case.
    public let words: [String]
}
