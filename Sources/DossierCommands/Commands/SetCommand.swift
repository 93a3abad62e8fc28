import DossierAnalysis
import DossierLanguage
import DossierModel

/// `set`: changes fields of records.
package struct SetCommand: Command {
    private let call: Call
    private let references: [ReferenceExpression]

    package static let name = "set"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Changes fields of records, the title and the relations of the session, or settings of the shell.",
        Signature(
            [.init("REFERENCE", .reference, .oneOrMore, "the records, 'session', or 'shell'")],
            fields: .ofKind(changing: true), tags: true),
        examples: [
            Example(
                "a value replaces another", "set e2 status=disputed",
                answer: "e2  status: confirmed → disputed"),
            Example(
                "a value added, a value removed", "set e1 actor+=nis tags-=troops",
                answer: """
                    e1  actor: north-korea → north-korea, nis
                    e1  tags: troops → (empty)
                    """),
            Example("a field is cleared", "set e1 quantity=", answer: "e1  quantity: ~1500 soldiers → (empty)"),
            Example(
                "the session gets a title", #"set session title="North Korean troops in Russia""#,
                answer: "session  title: (empty) → North Korean troops in Russia"),
            Example(
                "a new id, everywhere", "set e2 id=summons",
                answer: "renamed e2 to summons  event  2024-10-21  Seoul summons the ambassador"),
            Example("the shell's own", "set shell pager=off", answer: "shell  pager: on → off"),
        ],
        details: [
            "id=NEW renames a record, also wherever other records name it. The old id is not reused; 'undo' restores it.",
            "field=VALUE replaces, field+=VALUE appends to a list, field-=VALUE removes from it, field= clears.",
            "'set session relation+=funds/funded-by:entity>entity' declares a relation for this session.",
            "'set shell NAME=VALUE' changes a setting until you leave, 'NAME=' restores its default; 'show settings' lists them. To change a setting permanently, write NAME = VALUE in ~/.config/dossier/config.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        self.call = call
        references = try ReferenceParser.parse(call.arguments[...])
        if call.fields.isEmpty, call.tags.isEmpty { throw .nothingToSet(call.place.end) }
    }

    /// Changes the records.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let settings = SettingAssignment(call: call)
        if settings.isMeant(in: context.session) { return try settings.outcome(in: context) }
        var draft = Draft(context)
        let targets = try ReferenceResolver(context: context).resolve(references, in: draft)
        for target in targets {
            guard let old = draft[target] else { continue }
            var record = old
            try FieldAssignment(context: context, isNew: false).assign(call.fields, to: &record, in: &draft)
            try Tagging.add(call.tags, to: &record)
            try check(record, in: draft)
            draft.put(record, inPlaceOf: old)
        }
        if targets != [.session], let field = call.field("id") {
            return try rename(targets, field, &draft, in: context)
        }
        try QuoteKeeper(context: context).keep(&draft, at: call.place)
        return Outcome(ChangeReport(draft, selection: targets))
    }

    /// Gives one record another id.
    private func rename(
        _ targets: [Identifier], _ field: Token, _ draft: inout Draft, in context: Context
    ) throws(Diagnostic) -> Outcome {
        guard let target = targets.first, targets.count == 1, target != .session, let record = draft[target] else {
            throw .identifierForOne(field, targets)
        }
        let renamed = try Renaming(field: field).rename(record, in: &draft)
        try QuoteKeeper(context: context).keep(&draft, at: call.place)
        let report = RenamingReport(target, to: renamed, draft)
        return Outcome(
            changes: draft.changes, answer: Answer(report, selection: [renamed.id]), notices: draft.notices)
    }

    /// A link keeps to its rule; relations that links state stay declared, and each is declared once.
    private func check(_ record: Record, in draft: Draft) throws(Diagnostic) {
        if record.kind == .link { try LinkRule.check(record, was: draft.session[record.id], at: call.place, in: draft) }
        guard record.kind == .session else { return }
        if let id = record.text(.id), let field = call.field("id")?.field?.value, !SetCommand.isURI(id) {
            throw .notAURI(field)
        }
        var names: Set<String> = []
        for case .declaration(let declaration) in record[.relation] {
            let name = declaration.relation.name
            if !names.insert(name).inserted { throw .relationDeclaredTwice(name, call.place) }
        }
        for case .declaration(let declaration) in draft.session.header[.relation]
        where !record[.relation].contains(.declaration(declaration)) {
            let name = declaration.relation.name
            if let link = draft.session.records(of: .link).first(where: { $0.text(.relation) == name }) {
                throw .relationInUse(name, link, call.place)
            }
        }
    }
}

extension SetCommand {
    /// Whether a text has the form of a URI (RFC 3986, section 3): a scheme, a colon and something without blanks behind it.
    private static func isURI(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].first, isLetter(first), !parts[1].isEmpty else { return false }
        let isScheme = parts[0].allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
        return isScheme && parts[1].allSatisfy { 0x21...0x7E ~= $0 && !"<>\"{}|\\^`".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}

extension Diagnostic {
    fileprivate static func notAURI(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .invalidValue, "'\(value.text)' is not a URI", at: value.place,
            expectation: "a URN or another URI, such as urn:uuid:… or https://example.org/case/12")
    }

    fileprivate static func nothingToSet(_ place: Place) -> Diagnostic {
        Diagnostic(
            .nothingToSet, "'set' needs a field and its value", at: place, expectation: "set REFERENCE FIELD=VALUE")
    }

    fileprivate static func identifierForOne(_ field: Token, _ targets: [Identifier]) -> Diagnostic {
        Diagnostic(
            .identifierNeeded,
            "an id can be given to only one record, not \(targets.count)",
            at: field.place, expectation: "one record: set REFERENCE id=NEW")
    }

    fileprivate static func relationDeclaredTwice(_ name: String, _ place: Place) -> Diagnostic {
        Diagnostic(.heldTwice, "the relation '\(name)' would be declared twice", at: place)
    }

    fileprivate static func relationInUse(_ name: String, _ link: Record, _ place: Place) -> Diagnostic {
        Diagnostic(
            .relationInUse, "the link \(link.id) uses '\(name)'", at: place,
            notes: ["drop the links that use a relation before you remove it"])
    }
}
