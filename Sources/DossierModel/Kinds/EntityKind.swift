extension KindDefinition {
    /// Somebody or something that takes part.
    static let entity = KindDefinition(
        .entity, "a person, organisation, unit, country, place or item",
        [
            FieldDefinition(.name, .text, "its name"),
            FieldDefinition(.type, .word(.entityType), "what it is"),
            FieldDefinition(.alias, .text, many: true, "other names, in any script"),
            FieldDefinition(.role, .text, many: true, "office or role"),
            FieldDefinition(
                .country, .reference(to: [.entity], makes: .entity(type: "country")), many: true,
                "the country that it belongs to"),
            FieldDefinition(.coordinates, .coordinates, "degrees north and east: 43.12,131.89"),
            FieldDefinition(.text, .text, "a description"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
