extension KindDefinition {
    /// A typed, directed relation between two records.
    static let link = KindDefinition(
        .link, "a typed, directed relation between two records",
        [
            FieldDefinition(.from, .reference(to: Kind.listed, makes: .entity(type: nil)), "where it begins"),
            FieldDefinition(.relation, .relation, "what relates the two"),
            FieldDefinition(.to, .reference(to: Kind.listed, makes: .entity(type: nil)), "the record where it ends"),
            FieldDefinition(.when, .when, "the time in which it held"),
            FieldDefinition(.strength, .word(.strength), "how strong it is"),
            FieldDefinition(.grade, .grade, "Admiralty code of what it rests on"),
            FieldDefinition(.source, .reference(to: [.source], makes: .never), many: true, "where it was read"),
            FieldDefinition(.text, .text, "why"),
            FieldDefinition(.merged, .text, many: true, "records merged into it: each id with its fields"),
        ])
}
