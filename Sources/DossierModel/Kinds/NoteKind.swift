extension KindDefinition {
    /// The analyst's own words.
    static let note = KindDefinition(
        .note, "the analyst's own words",
        [
            FieldDefinition(.text, .text, "the words"),
            FieldDefinition(.type, .word(.noteType), "what sort of note"),
            FieldDefinition(
                .target, .reference(to: Kind.listed, makes: .never), many: true, "the records that it is on"),
            FieldDefinition(.quote, .quote, "the words of a source that it is on"),
            FieldDefinition(.likelihood, .likelihood, "how likely the analyst thinks it is"),
            FieldDefinition(.confidence, .word(.confidence), "how good the grounds for it are"),
            FieldDefinition(.due, .when, "when a forecast can be judged"),
            FieldDefinition(.outcome, .word(.outcome), "how a forecast came out"),
            FieldDefinition(.resolved, .when, "when the outcome was known"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
