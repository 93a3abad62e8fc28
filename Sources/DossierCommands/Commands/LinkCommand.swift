import DossierAnalysis
import DossierLanguage
import DossierModel

/// `link`: states a relation between records.
package struct LinkCommand: Command {
    private let call: Call

    package static let name = "link"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Says how one record relates to another.",
        Signature(
            [
                .init("FROM", .reference, .one, "the record where the relation begins"),
                .init("RELATION", .relation, .one, "a relation, such as supports or part-of"),
                .init("TO", .reference, .one, "the record where it ends"),
            ],
            fields: .of(.link), tags: true, tail: "why: the text of the link"),
        examples: [
            Example(
                "one event answers another", "link e2 responds-to e1 -- the protest names the troops",
                answer: "l1  link  e2 responds-to e1  the protest names the troops"),
            Example(
                "typed from the other end", "link e1 answered-by e2", answer: "l1  link  e2 responds-to e1"),
        ],
        details: [
            "Several records on one side make one link each: 'link e1,e2 part-of e3'.",
            "You can type the inverse of a relation; the link is stored in the direction of the relation.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) { self.call = call }

    /// Makes the links.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        var draft = Draft(context)
        var rest = call.arguments[...]
        let from = try end(&rest, context, in: &draft)
        guard let word = rest.popFirst() else {
            throw .missingArgument(
                LinkCommand.definition.signature.arguments[1], after: call.verb, usage: LinkCommand.definition.usage)
        }
        let (relation, isInverse) = try RelationReader(context: context).relation(word)
        let to = try end(&rest, context, in: &draft)
        if let extra = rest.first { throw .unexpectedWordInLink(extra) }
        let (starts, ends) = isInverse ? (to, from) : (from, to)
        var made: [Identifier] = []
        for start in starts {
            for end in ends {
                try LinkRule.check(relation, start, end, at: word.place, in: draft)
                made.append(try make(relation, start, end, isOnly: starts.count * ends.count == 1, in: &draft, context))
            }
        }
        return Outcome(ChangeReport(draft, selection: made))
    }

    /// The fields that stand before all others, without their names.
    private static let ends: [StaticString] = ["from", "relation", "to"]

    private func end(_ rest: inout Tokens, _ context: Context, in draft: inout Draft) throws(Diagnostic)
        -> [Identifier]
    {
        let resolver = ReferenceResolver(context: context)
        switch rest.first?.kind {
        case .string:
            let first = rest.removeFirst()
            return [
                try resolver.find(first.text, at: first.place, in: draft)
                    ?? draft.makeEntity(named: first.text, type: nil)
            ]
        case .word:
            let first = rest.removeFirst()
            return try resolver.resolve(word: first.text, at: first.place, in: draft)
        default: break
        }
        return try resolver.resolve(try ReferenceParser.next(&rest), in: draft)
    }

    private func make(
        _ relation: Relation, _ start: Identifier, _ end: Identifier, isOnly: Bool, in draft: inout Draft,
        _ context: Context
    ) throws(Diagnostic) -> Identifier {
        let id: Identifier
        if let given = call.field("id"), let own = given.field?.value {
            if !isOnly { throw .identifierForMany(given) }
            id = try OwnIdentifier.take(own.token, for: .link, in: &draft)
        } else {
            id = draft.newIdentifier(.link, name: nil)
        }
        var link = Record(.link, id)
        link.reserve(call.fields.count + 4)
        link[.from] = [.reference(start)]
        link[.relation] = [.text(relation.name)]
        link[.to] = [.reference(end)]
        if let tail = call.tail, !tail.isEmpty { link[.text] = [.text(tail.text)] }
        for field in call.fields where LinkCommand.ends.contains(where: field.isField) { throw .endAsField(field) }
        try FieldAssignment(context: context, isNew: true).assign(call.fields, to: &link, in: &draft)
        try Tagging.add(call.tags, to: &link)
        draft.put(link)
        return id
    }
}

extension Diagnostic {
    fileprivate static func unexpectedWordInLink(_ token: Token) -> Diagnostic {
        Diagnostic(
            .tooManyArguments, "too many words", at: token.place, expectation: "link FROM RELATION TO",
            notes: ["write several records as a list without spaces: e1,e4", "put the text after --"])
    }

    fileprivate static func identifierForMany(_ field: Token) -> Diagnostic {
        Diagnostic(
            .identifierForMany, "several links cannot share one id", at: field.place,
            expectation: "one record on each side, or no id")
    }

    fileprivate static func endAsField(_ field: Token) -> Diagnostic {
        Diagnostic(
            .endAsField, "the ends and the relation of a link come before its fields", at: field.place,
            expectation: "link FROM RELATION TO [FIELD=VALUE]…")
    }
}
