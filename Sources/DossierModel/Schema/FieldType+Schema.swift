extension FieldType {
    /// The schema of one value: text of any sort as it is, all else by the name of its definition.
    var schema: JSONValue {
        switch self {
        case .text: ["type": "string"]
        case .word(let vocabulary): .definition(vocabulary.schemaName)
        case .when: .definition("when")
        case .quantity: .definition("quantity")
        case .grade: .definition("grade")
        case .reliability: .definition("reliability")
        case .likelihood: .definition("likelihood")
        case .coordinates: .definition("coordinates")
        case .reference: .definition("id")
        case .quote: .definition("quote")
        case .relation: .definition("relation")
        case .relationDeclaration: .definition("relation-declaration")
        case .tag: .definition("tag")
        case .digest: .definition("sha256")
        case .zone: .definition("zone")
        }
    }

    /// The definitions that fields refer to: the values, then the vocabularies.
    static var definitions: [(String, JSONValue)] { values + vocabularies.map { ($0.schemaName, $0.schema) } }

    /// The vocabularies of all fields, each once.
    private static var vocabularies: [Vocabulary] {
        var vocabularies: [Vocabulary] = []
        for field in Kind.allCases.flatMap({ $0.definition.fields }) {
            if case .word(let vocabulary) = field.type, !vocabularies.contains(vocabulary) {
                vocabularies.append(vocabulary)
            }
        }
        return vocabularies
    }

    private static var values: [(String, JSONValue)] {
        [
            (
                "id",
                [
                    "description": """
                    The name of a record: a letter of any script, then letters, digits, combining marks, '-', '_' or '.'; no \
                    '..' and no word of the language.
                    """,
                    "type": "string", "pattern": .string(SchemaPattern.identifier), "not": ["pattern": #"\.\."#],
                ]
            ),
            (
                "when",
                [
                    "description": """
                    A time as EDTF writes it (ISO 8601-2:2019, annex A, levels 0, 1 and 2). The pattern holds its characters \
                    only; the grammar is the standard's.
                    """,
                    "type": "string", "pattern": .string(SchemaPattern.time),
                    "examples": ["2024-10-21", "2024-06~", "2024-10-08/2024-10-13", "[2024-10-08..2024-10-13]"],
                ]
            ),
            (
                "quantity",
                [
                    "description": """
                    A number, or LOW..HIGH or LOW..BEST..HIGH with an end left open where there is no limit; '~' before it for \
                    about, a unit after it.
                    """,
                    "type": "string", "pattern": .string(SchemaPattern.quantity),
                    "examples": ["1500", "~1500 soldiers", "1000..1500..2000", "..10000", "12.5%"],
                ]
            ),
            (
                "grade",
                described(
                    "An Admiralty code (NATO AJP-2.1): the reliability of the source and the credibility of what it says",
                    Grade.credibilityMeanings.enumerated().map { (String($0 + 1), $1) }, ["pattern": "^[A-F][1-6]$"])
            ),
            (
                "reliability",
                described(
                    "The letter of an Admiralty code (NATO AJP-2.1)",
                    Reliability.allCases.map { ($0.rawValue, $0.meaning) },
                    ["enum": .array(Reliability.allCases.map { .string($0.rawValue) })])
            ),
            (
                "likelihood",
                described(
                    "A word of ICD 203 with its range in percent, a percentage or a range of them, 55..80%",
                    Likelihood.steps.map { step in
                        (step.words.joined(separator: ", "), "\(step.range.lowerBound) to \(step.range.upperBound)")
                    },
                    [
                        "anyOf": [
                            ["enum": .array(Likelihood.steps.flatMap(\.words).map { .string($0) })],
                            ["pattern": .string(SchemaPattern.percentage)],
                        ]
                    ])
            ),
            (
                "coordinates",
                [
                    "description": "A point on the Earth (WGS 84): degrees north, then degrees east.",
                    "type": "string", "pattern": .string(SchemaPattern.coordinates), "examples": ["43.12,131.89"],
                ]
            ),
            ("quote", selector),
            (
                "relation",
                described(
                    "One of the relations that ship, or one that the session declares",
                    Relation.shipped.map { ($0.name, $0.meaning) },
                    ["examples": .array(Relation.shipped.map { .string($0.name) })])
            ),
            (
                "relation-declaration",
                [
                    "description": """
                    A relation that the session declares: NAME, NAME/INVERSE or NAME/INVERSE:KINDS>KINDS, with NAME-by for the \
                    inverse and any kinds where they are not given.
                    """,
                    "type": "string", "pattern": .string(SchemaPattern.relationDeclaration),
                    "examples": ["funds/funded-by:entity>entity,event"],
                ]
            ),
            (
                "tag",
                [
                    "description": "A word that records are sorted by, without its '#'.", "type": "string",
                    "pattern": .string(SchemaPattern.tag),
                ]
            ),
            (
                "zone",
                [
                    "description": "An offset from UTC, Z or in hours and minutes (ISO 8601-1:2019, 4.3.13).",
                    "type": "string", "pattern": "^(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$",
                ]
            ),
            (
                "sha256",
                [
                    "description": "SHA-256 (FIPS 180-4) of the UTF-8 of the text.", "type": "string",
                    "pattern": "^[0-9a-f]{64}$",
                ]
            ),
            (
                "custom",
                [
                    "description": "A field of the analyst's own: a text, or a list of texts.",
                    "anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]],
                ]
            ),
        ]
    }

    /// The members of W3C selectors that hold a quote in its source.
    private static var selector: JSONValue {
        let count: JSONValue = ["type": "integer", "minimum": 0]
        return [
            "description": """
            Words of a source: a TextQuoteSelector and a TextPositionSelector (W3C Web Annotation Data Model, 4.2.4 and \
            4.2.5). Start and end are Unicode code points from the beginning of the text.
            """,
            "type": "object", "required": ["exact", "source"],
            "properties": [
                "exact": ["description": "the words", "type": "string"],
                "prefix": ["description": "what stands before them", "type": "string"],
                "suffix": ["description": "what stands after them", "type": "string"],
                "start": count, "end": count, "source": .definition("id"),
            ],
            "dependentRequired": ["start": ["end"], "end": ["start"]],
        ]
    }

    /// A schema of text whose description says what each word means.
    fileprivate static func described(
        _ description: String, _ words: [(text: String, meaning: String)], _ rule: JSONObject
    ) -> JSONValue {
        let meanings = words.map { "\($0.text): \($0.meaning)" }.joined(separator: "; ")
        let own: JSONObject = ["description": .string("\(description). \(meanings)."), "type": "string"]
        return .object(JSONObject(members: own.members + rule.members))
    }
}

extension Vocabulary {
    /// The name of its definition: `entity-type`.
    fileprivate var schemaName: String { name.split(separator: " ").joined(separator: "-") }

    /// A closed vocabulary is an enumeration; an open one takes any word beside those that it lists.
    fileprivate var schema: JSONValue {
        let texts = JSONValue.array(words.map { .string($0.text) })
        let rule: JSONObject = isOpen ? ["pattern": #"^\S+$"#, "examples": texts] : ["enum": texts]
        let title = isOpen ? "The \(name): one of these words, or one of the analyst's own" : "The \(name)"
        return FieldType.described(title, words.map { ($0.text, $0.meaning) }, rule)
    }
}
