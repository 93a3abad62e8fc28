import DossierAnalysis
import DossierLanguage
import DossierModel

/// `annotate`: makes a note on records, or on words of a source.
package struct AnnotateCommand: Command {
    private let call: Call
    private let references: [ReferenceExpression]
    private let quote: Token?

    package static let name = "annotate"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Makes a note on records, or on words of a source.",
        Signature(
            [
                .init("REFERENCE", .reference, .oneOrMore, "the records that the note is on"),
                .init("\"QUOTED WORDS\"", .text, .optional, "words of the source, exactly as they are there"),
            ],
            fields: .of(.note), tags: true, tail: "the note"),
        examples: [
            Example(
                "a gap", "annotate e1 type=gap #troops -- No second service is cited.",
                answer: "n1  note  No second service is cited."),
            Example(
                "a question on words of a source",
                #"annotate s1 "significant escalation" type=question -- Measured against what?"#,
                answer: "n1  note  Measured against what?"),
            Example(
                "a judgement, its likelihood apart from the confidence in it",
                "annotate e1 type=judgement likelihood=likely confidence=low -- Plausible in scale, thin in sourcing.",
                answer: """
                    n1  note  Plausible in scale, thin in sourcing.
                      It is likely (55–80%).
                      Confidence in this is low: thin or questionable sources.
                    """),
        ],
        details: [
            "If the words occur more than once in the source, choose one with occurrence=2, or quote more of the words around them.",
            "On an event or a claim, the words are searched for in its sources.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        self.call = call
        var tokens = call.arguments[...]
        if tokens.count > 1, let last = tokens.last, last.kind == .string {
            quote = last
            tokens.removeLast()
        } else {
            quote = nil
        }
        references = try ReferenceParser.parse(tokens)
    }

    /// Makes the note.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        var draft = Draft(context)
        let targets = try ReferenceResolver(context: context).resolve(references, in: draft)
        if targets.contains(.session) { throw .sessionIsNoRecord(references, call) }
        let own = call.field("id")?.field?.value
        let id =
            try own.map { value throws(Diagnostic) in try OwnIdentifier.take(value.token, for: .note, in: &draft) }
            ?? draft.newIdentifier(.note, name: nil)
        var note = Record(.note, id)
        note[.target] = targets.map { .reference($0) }
        if let tail = call.tail, !tail.isEmpty { note[.text] = [.text(tail.text)] }
        try FieldAssignment(context: context, isNew: true).assign(call.fields, to: &note, in: &draft)
        if note[.type].isEmpty { note[.type] = [.text("comment")] }
        if let quote {
            let finder = QuoteFinder(sources: QuoteFinder.sources(ofTargets: targets, in: draft), draft: draft)
            let occurrence = call.field("occurrence")?.field?.value?.token
            note[.quote] = [.quote(try finder.find(quote, occurrence: occurrence))]
        }
        try Tagging.add(call.tags, to: &note)
        draft.put(note)
        return Outcome(ChangeReport(draft, made: id))
    }
}

extension Diagnostic {
    static func sessionIsNoRecord(_ references: [ReferenceExpression], _ call: Call) -> Diagnostic {
        let place = references.first { $0.place.text == Identifier.session.text }?.place
        return Diagnostic(
            .sessionIsNoRecord, "the session itself is not a record", at: place ?? call.place,
            notes: ["'set session' changes its title; 'add note' makes a note that is on no record"])
    }
}
