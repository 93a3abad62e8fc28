extension KindDefinition {
    /// What the analyst holds to have happened.
    static let event = KindDefinition(
        .event, "something that happened or is expected to",
        [
            FieldDefinition(.title, .text, "what happened, in a few words"),
            FieldDefinition(.when, .when, "when, with its doubt (EDTF)"),
            FieldDefinition(.type, .word(.eventType), "what sort of event"),
            FieldDefinition(
                .actor, .reference(to: [.entity], makes: .entity(type: nil)), many: true, "who did it"),
            FieldDefinition(
                .target, .reference(to: [.entity], makes: .entity(type: nil)), many: true, "to whom it was done"),
            FieldDefinition(
                .place, .reference(to: [.entity], makes: .entity(type: "place")), many: true, "where"),
            FieldDefinition(.quantity, .quantity, many: true, "how many or how much, with its unit"),
            FieldDefinition(.source, .reference(to: [.source], makes: .never), many: true, "where it was read"),
            FieldDefinition(.status, .word(.status), "how certain it is"),
            FieldDefinition(.text, .text, "a description"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
