import DossierAnalysis
import DossierLanguage
import DossierModel

/// `edit`: opens a text of a record in the user's editor.
package struct EditCommand: Command {
    private let verb: Token
    private let references: [ReferenceExpression]
    private let place: Place
    private let field: Token?

    /// The fields that hold one text, of whatever kind.
    private static let fields: [String] = {
        var names: [String] = []
        for field in Kind.allCases.flatMap({ $0.definition.fields }) where isText(field) {
            if !names.contains(field.name.text) { names.append(field.name.text) }
        }
        return names
    }()

    private static func isText(_ field: FieldDefinition) -> Bool {
        field.type.isText && !field.holdsMany && field.name != .file
    }

    package static let name = "edit"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Opens a text of a record in your editor; the change becomes one 'set'.",
        Signature([
            .init("REFERENCE", .reference, .one, "the record"),
            .init("FIELD", .word(fields), .optional, "a text field; 'text' by default"),
        ]),
        examples: [
            Example("the text of an event", "edit e1", answer: "e1  text: (empty) → They came by ship."),
            Example(
                "a title", "edit e1 title",
                answer: """
                    e1  title: First contingent arrives → First contingent arrives by ship
                    """),
        ],
        details: [
            "The editor is $VISUAL, else $EDITOR, else vi. The text is in a file that only you can read and that is removed afterwards. If the editor fails, nothing changes."
        ])

    /// Reads the record and the field.
    package init(_ call: Call) throws(Diagnostic) {
        verb = call.verb
        var rest = call.arguments[...]
        references = try ReferenceParser.next(&rest)
        place = call.arguments[0].place
        field = rest.first
    }

    /// Asks the engine to have the text edited.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript {
            throw .notInScript(
                verb.text, at: verb.place, notes: ["a script cannot open an editor; use 'set REFERENCE text=…' instead"]
            )
        }
        let draft = Draft(context)
        let found = try ReferenceResolver(context: context).resolve(references, in: draft)
        guard found.count == 1, let record = draft[found[0]] else { throw .editsOne(found.count, at: place) }
        let name = field?.text ?? "text"
        let namePlace = field?.place ?? verb.place
        guard let definition = record.kind.definition.field(FieldName(name)) else {
            throw .unknownField(name, record.kind, at: namePlace)
        }
        guard EditCommand.isText(definition) else { throw .notAText(name, record.kind, at: namePlace) }
        let text = record.text(definition.name) ?? ""
        return Outcome(effect: .edit(TextEdit(record: record.id, field: definition.name, text: text)))
    }
}

extension Diagnostic {
    fileprivate static func editsOne(_ count: Int, at place: Place) -> Diagnostic {
        Diagnostic(.editsOne, "'edit' opens one record, not \(count)", at: place)
    }

    fileprivate static func notAText(_ field: String, _ kind: Kind, at place: Place) -> Diagnostic {
        Diagnostic(
            .notAText, "'\(field)' of \(kind.withArticle) is not a text that can be edited", at: place,
            notes: ["use 'set REFERENCE \(field)=…' to change it"])
    }
}
