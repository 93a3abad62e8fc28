/// The state of a session as a JSON Schema (draft 2020-12), made from the definitions of the kinds.
///
/// It describes what is written. What it does not name is allowed everywhere and kept, as a later version may know it.
public enum SessionSchema {
    /// The schema, indented, with a line end after it.
    public static var text: String { json.indented(width: 120) + "\n" }

    static var json: JSONValue {
        let lists = Kind.listed.map { kind in
            (
                kind.plural,
                JSONValue.list(of: .definition(kind.rawValue), described: "every \(kind.rawValue), in the order made")
            )
        }
        return .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": .string("dossier session, format \(StateLayout.format)"),
            "description": """
            One analyst's record of a question. Times are EDTF (ISO 8601-2:2019). Members that are not named here are allowed \
            everywhere and kept as they stand.
            """,
            "type": "object",
            "required": ["dossier"],
            "properties": .object(JSONObject([("dossier", .definition(Kind.session.rawValue))] + lists)),
            "$defs": .object(JSONObject(Kind.allCases.map { ($0.rawValue, schema(of: $0)) } + FieldType.definitions)),
        ])
    }

    private static func schema(of kind: Kind) -> JSONValue {
        let definition = kind.definition
        let first: (String, JSONValue) =
            kind == .session
            ? (
                "format",
                ["description": "the version of this format", "const": .number(JSONNumber(StateLayout.format))]
            )
            : ("id", identifier(of: kind))
        return .object([
            "title": .string(kind.rawValue),
            "description": .string(definition.summary),
            "type": "object",
            "required": .array([.string(first.0)]),
            "properties": .object(JSONObject([first] + definition.fields.map { ($0.name.text, schema(of: $0)) })),
            "patternProperties": [SchemaPattern.customField: .definition("custom")],
        ])
    }

    /// The id of a kind: ids that are given have the letter of their own kind.
    private static func identifier(of kind: Kind) -> JSONValue {
        let others = Kind.listed.filter { $0 != kind }.compactMap(\.identifierPrefix).joined()
        let own = kind.identifierPrefix.map { "\($0)1, \($0)2, … where the program gives it" }
        return .object([
            "description": .string("its name, which no other record has: " + (own ?? "a slug of its name")),
            "$ref": "#/$defs/id",
            "not": ["pattern": .string(SchemaPattern.numbered(others))],
        ])
    }

    private static func schema(of field: FieldDefinition) -> JSONValue {
        if field.holdsMany { return .list(of: field.type.schema, described: field.summary) }
        guard case .object(var object) = field.type.schema else { return field.type.schema }
        object.members.insert(JSONMember(key: "description", value: .string(field.summary)), at: 0)
        return .object(object)
    }
}

extension JSONValue {
    /// A schema that stands among the definitions.
    static func definition(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/" + name)] }

    /// The schema of a list.
    fileprivate static func list(of items: JSONValue, described description: String) -> JSONValue {
        ["description": .string(description), "type": "array", "items": items]
    }
}
