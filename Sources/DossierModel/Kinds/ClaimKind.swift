extension KindDefinition {
    /// What somebody says about the world.
    static let claim = KindDefinition(
        .claim, "somebody's statement about the world",
        [
            FieldDefinition(.title, .text, "what is said, in a few words"),
            FieldDefinition(
                .speaker, .reference(to: [.entity], makes: .entity(type: nil)), many: true, "who says it"),
            FieldDefinition(.said, .when, "when it was said"),
            FieldDefinition(
                .about, .reference(to: [.event, .claim, .entity, .note, .link], makes: .never), many: true,
                "what it is about"),
            FieldDefinition(.stance, .word(.stance), "what the speaker does: asserts, denies and so on"),
            FieldDefinition(.when, .when, "the time that it speaks of"),
            FieldDefinition(.quantity, .quantity, many: true, "the figure that it gives"),
            FieldDefinition(
                .source, .reference(to: [.source], makes: .never), many: true, "the document that reports it"),
            FieldDefinition(.quote, .quote, "its words in the source"),
            FieldDefinition(.grade, .grade, "Admiralty code, A1 to F6"),
            FieldDefinition(.likelihood, .likelihood, "how likely the speaker thinks it is"),
            FieldDefinition(.outcome, .word(.outcome), "how a forecast came out"),
            FieldDefinition(.resolved, .when, "when the outcome was known"),
            FieldDefinition(.text, .text, "a description"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
