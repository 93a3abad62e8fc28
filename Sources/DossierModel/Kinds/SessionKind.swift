extension KindDefinition {
    /// The session's own header.
    static let session = KindDefinition(
        .session, "the session itself: its title and the relations it declares",
        [
            FieldDefinition(.title, .text, "what the session is about"),
            FieldDefinition(
                .id, .text,
                "what tells it from all other sessions: a URN or another URI, from which exports make lasting ids"),
            FieldDefinition(
                .relation, .relationDeclaration, many: true,
                "a relation of your own: NAME, NAME/INVERSE or NAME/INVERSE:KINDS>KINDS"),
        ])
}
