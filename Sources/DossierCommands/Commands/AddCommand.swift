import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `add`: makes a record.
package struct AddCommand: Command {
    private let kind: Kind
    /// Which of the arguments are the id, the time and the title, as far as they are given.
    private let arguments: (id: Int?, when: Int?, title: Int?)
    /// The time that is given; nil too where the word for it says none.
    private let time: When?
    private let call: Call

    package static let name = "add"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Makes a source, an entity, an event, a claim or a note.",
        Signature(
            [
                .init("KIND", .kind, .one, "source, entity, event, claim or note"),
                .init("ID", .newIdentifier, .optional, "a name of your own for the record"),
                .init("WHEN", .when, .optional, "when an event happened, or the time a claim speaks of (EDTF)"),
                .init("\"TITLE\"", .text, .optional, "the title, or the name of an entity, or the text of a note"),
            ],
            fields: .ofKind(changing: false), tags: true,
            tail: "the text of a source or a note, or the title of an event or a claim without one"),
        examples: [
            Example(
                "an event with its day",
                #"add event 2024-06 "Putin visits Pyongyang" type=visit actor="Vladimir Putin""#,
                answer: """
                    e3  event  2024-06  Putin visits Pyongyang
                      new entity vladimir-putin  Vladimir Putin
                    """),
            Example(
                "a claim, anchored to the words of its source",
                #"add claim "Escalation" speaker="Mark Rutte" source=s1 quote="significant escalation" grade=B2"#,
                answer: "c2  claim  Escalation"),
            Example(
                "a hypothesis under a name of its own",
                "add note h1 type=hypothesis -- Troops are traded for technology.",
                answer: "h1  note  Troops are traded for technology."),
        ],
        details: [
            "A time can be written in words, in quotation marks: when=\"last June\". It is read against the day on which the source "
                + "was published, or as-of=DATE, and the answer shows the EDTF.",
            "'help event', 'help claim' and so on list the fields of a kind. quote=\"…\" quotes words of the record's source, exactly "
                + "as they are there; occurrence=2 chooses the second occurrence.",
            "Without ID the record gets the next number of its kind (e1, e2, …), and an entity a slug of its name. The id of a dropped "
                + "record is not reused; the ids of a step that 'undo' reversed are free again.",
            "Giving a field twice stores both values, if the field can hold several. A quoted name that matches no entity creates "
                + "one, and the answer says so.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        let arguments = call.arguments
        guard let word = arguments.shortWord(0), let kind = Kind(word: word), kind != .link else {
            throw .unknownKind(arguments[0])
        }
        var (id, when, title): (Int?, Int?, Int?) = (nil, nil, nil)
        var time: When?
        for index in 1..<arguments.count {
            let isWord = arguments.shape(index).kind == .word
            if isWord, title == nil, when == nil {
                time = When(unexplained: arguments[index].text)
                if time != nil || AddCommand.standsForTime(arguments[index], of: kind) {
                    when = index
                    continue
                }
            }
            if isWord, title == nil, when == nil, id == nil {
                id = index
            } else if arguments.shape(index).kind == .string, title == nil {
                title = index
            } else {
                throw .unexpectedArgument(arguments[index], kind)
            }
        }
        if let when, kind.definition.rank(of: .when) == nil { throw .kindHasNoTime(arguments[when], kind) }
        self.call = call
        self.kind = kind
        self.time = time
        self.arguments = (id, when, title)
    }

    private var id: Token? { arguments.id.map { call.arguments[$0] } }
    private var when: Token? { arguments.when.map { call.arguments[$0] } }
    private var title: Token? { arguments.title.map { call.arguments[$0] } }

    /// Makes the record.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        var draft = Draft(context)
        let id = try newIdentifier(in: &draft)
        var record = Record(kind, id)
        record.reserve(call.fields.count + 4)
        if let title = title?.text, !title.isEmpty { record[kind.titleField] = [.text(title)] }
        if let tail = call.tail, !tail.isEmpty { try assign(tail: tail, to: &record) }
        if let time {
            record[.when] = [.when(time)]
        } else if let when {
            do { record[.when] = [.when(try When(when.text))] } catch { throw when.invalid(error) }
        }
        if kind == .note { record[.type] = [.text("comment")] }
        if call.field("type") != nil { record[.type] = [] }
        try FieldAssignment(context: context, isNew: true).assign(call.fields, to: &record, in: &draft)
        try Tagging.add(call.tags, to: &record)
        draft.put(record)
        return Outcome(ChangeReport(draft, made: id))
    }

    /// Whether a word that is no time is meant as one: it can be no id where a time may stand.
    private static func standsForTime(_ token: Token, of kind: Kind) -> Bool {
        let mayBeName = token.text.unicodeScalars.first?.properties.isAlphabetic ?? false
        return kind.definition.rank(of: .when) != nil && !mayBeName
    }

    private func newIdentifier(in draft: inout Draft) throws(Diagnostic) -> Identifier {
        let name = kind == .entity ? title?.text ?? call.field("name")?.field?.value?.text : nil
        let given = call.field("id")
        if id != nil, let given, let field = given.field { throw .heldTwice(given, field) }
        if let word = id ?? given?.field?.value?.token { return try OwnIdentifier.take(word, for: kind, in: &draft) }
        if kind == .entity, name == nil { throw .namelessEntity(call.arguments[0]) }
        return draft.newIdentifier(kind, name: name)
    }

    private func assign(tail: Token, to record: inout Record) throws(Diagnostic) {
        let isTitle = (kind == .event || kind == .claim) && title == nil
        let field: FieldName = isTitle ? .title : .text
        let isRead = kind == .source && call.fields.contains { $0.isField("file") && $0.field?.value != nil }
        if isRead || !record[field].isEmpty { throw .textTwice(tail) }
        record[field] = [.text(tail.text)]
    }
}

extension Diagnostic {
    fileprivate static func unknownKind(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unknownKind, "'\(token.text)' is not a kind of record that 'add' makes", at: token.place,
            expectation: Diagnostic.addable,
            suggestion: Suggestion.nearest(to: token.text, among: Kind.listed.dropLast().map(\.rawValue)),
            notes: token.text == "link" ? ["use 'link FROM RELATION TO' to make a link"] : [])
    }

    private static let addable = "source, entity, event, claim or note"

    fileprivate static func unexpectedArgument(_ token: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .unexpectedArgument, "unexpected word '\(token.place.text)'", at: token.place,
            expectation: "add \(kind.rawValue) [ID] [WHEN] [\"TITLE\"] [FIELD=VALUE]… [#TAG]… [-- TEXT]",
            notes: [
                (try? When(token.text)) == nil ? "put a title in quotation marks" : "put the time before the title"
            ])
    }

    fileprivate static func kindHasNoTime(_ token: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .kindHasNoTime, "\(kind.withArticle) has no time of its own", at: token.place,
            suggestion: kind == .source ? "published=\(token.text)" : kind == .note ? "due=\(token.text)" : nil)
    }

    fileprivate static func namelessEntity(_ verb: Token) -> Diagnostic {
        Diagnostic(.namelessEntity, "an entity needs a name", at: verb.place.end, expectation: "add entity \"NAME\"")
    }

    fileprivate static func textTwice(_ tail: Token) -> Diagnostic {
        Diagnostic(
            .textTwice, "the text is given twice", at: tail.place,
            expectation: "the text either in quotation marks or after --, not both")
    }
}
