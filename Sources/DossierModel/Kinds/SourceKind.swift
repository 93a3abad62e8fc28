extension KindDefinition {
    /// A document that was read.
    static let source = KindDefinition(
        .source, "a document that was read",
        [
            FieldDefinition(.title, .text, "its title"),
            FieldDefinition(.publisher, .text, "who published it"),
            FieldDefinition(.author, .text, many: true, "who wrote it"),
            FieldDefinition(.url, .text, "where it can be found"),
            FieldDefinition(.published, .when, "when it was published"),
            FieldDefinition(.retrieved, .when, "when it was read"),
            FieldDefinition(.zone, .zone, "the offset from UTC of the times of day read in it, such as +03:00"),
            FieldDefinition(.language, .text, "its language, a BCP 47 tag such as ko"),
            FieldDefinition(.reliability, .reliability, "the Admiralty code's letter, A to F"),
            FieldDefinition(
                .derived, .reference(to: [.source], makes: .never), many: true, "the sources that it draws on"),
            FieldDefinition(.file, .text, "the file that its text was read from"),
            FieldDefinition(.text, .text, "its text"),
            FieldDefinition(
                .digest, .digest, "SHA-256 of the text, computed when it is read, or of a file whose text is not kept"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
