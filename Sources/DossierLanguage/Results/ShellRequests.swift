import DossierModel

/// A text of a record that the user wants to edit.
public struct TextEdit: Sendable {
    /// The record.
    public let record: Identifier
    /// Its field.
    public let field: FieldName
    /// What the field holds.
    public let text: String

    /// Makes a request to edit the text of a field.
    public init(record: Identifier, field: FieldName, text: String) {
        self.record = record
        self.field = field
        self.text = text
    }
}

/// Which entries of the history are asked for.
public struct EntryRequest: Sendable {
    /// How many, the newest.
    public let limit: Int
    /// Texts that must all stand in an entry, without regard to case.
    public let words: [String]

    /// Makes a request for the last lines that hold some words.
    public init(limit: Int, words: [String]) {
        self.limit = limit
        self.words = words
    }
}
