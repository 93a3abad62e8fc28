import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput

/// `show`: looks at kinds, records and views.
package struct ShowCommand: Command {
    private let subject: Subject
    private let format: Token?
    private let standpoint: Standpoint

    private enum Subject: Sendable {
        case view(any View)
        case records([ReferenceExpression], onlyWord: Token)
        case query(ShowQuery)

        /// The format that a query ends with.
        var format: Token? {
            if case .query(let query) = self { query.format } else { nil }
        }
    }

    package static let name = "show"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Shows records of a kind, single records, or a view.",
        Signature(
            [
                .init("WHAT", .query, .optional, "a kind (events), a record (e1), or a view"),
                .init("QUERY", .query, .any, "terms that must all match; or, -term and ( ) combine"),
                .init("by [-]FIELD", .query, .optional, "how rows are sorted; - reverses the order"),
                .init("with FIELD,…", .query, .optional, "the columns"),
                .init("limit N", .query, .optional, "how many rows"),
                .init(
                    "count by FIELD", .query, .optional,
                    "how many rows have each value, or fall in each day, week, month or year"),
                .init("sum [by FIELD]", .query, .optional, "quantities added up, by value or by period"),
                .init("as-of DATE", .query, .optional, "what had been said or published by the end of a day"),
                .init("at ENTRY", .query, .optional, "as the session was after an entry of the log, or at a time"),
                .init("as FORMAT", .query, .optional, "csv, json or markdown in place of a table"),
            ],
            fields: .named { ViewTable.settings }, isQuery: true),
        isQuestion: true,
        examples: [
            Example(
                "events in a month", "show events when:2024-10 by when with when,title",
                answer: """
                    %  id  when                   title
                    ─  ──  ─────────────────────  ────────────────────────────
                    1  e1  2024-10-08/2024-10-13  First contingent arrives
                    2  e2  2024-10-21             Seoul summons the ambassador
                    2 events
                    """),
            Example(
                "claims about an event, by who makes them", "show claims about:e1 by speaker",
                answer: """
                    %  id  said  speaker     stance    title                           grade
                    ─  ──  ────  ──────────  ────────  ──────────────────────────────  ─────
                    1  c1        mark-rutte  condemns  It is a significant escalation
                    1 claim
                    """),
            Example(
                "one record, with everything connected to it", "show e1",
                answer: """
                    e1  event  2024-10-08/2024-10-13  First contingent arrives
                      when      2024-10-08/2024-10-13 (8 to 13 October 2024)
                      actor     north-korea (North Korea)
                      quantity  ~1500 soldiers (about 1,500 soldiers)
                      tags      #troops
                    claims
                      c1  claim  It is a significant escalation  (about)  Mark Rutte
                    """),
            Example(
                "how many of each", "show events count by status",
                answer: """
                    status     count
                    ─────────  ─────
                    (none)         1
                    confirmed      1
                    2 events
                    """),
            Example(
                "how many in each month", "show events count by month",
                after: ["add event [2024-10-30..2024-11-02] \"A ship sails\""],
                answer: """
                    month    count  possibly
                    ───────  ─────  ────────
                    2024-10      2         1
                    2024-11      0         1
                    (total)      3         0
                    3 events
                    1 in more than one month, counted in each
                    """),
            Example(
                "figures added up", "show events sum by month",
                after: ["set e2 quantity=\"200..250..300 soldiers\""],
                answer: """
                    month    unit      figures    low   best   high  without
                    ───────  ────────  ───────  ─────  ─────  ─────  ───────
                    2024-10  soldiers        2  1,325  1,750  2,175        0
                    (total)  soldiers        2  1,325  1,750  2,175        0
                    2 events
                    1 approximate figure (~): from a quarter less to a quarter more
                    """),
            Example(
                "what had been said or published by a day", "show events as-of 2024-10-21 with title",
                answer: """
                    %  id  title
                    ─  ──  ────────────────────────────
                    1  e2  Seoul summons the ambassador
                    1 event
                    as of 2024-10-21: 5 of 8 records left out
                    """),
            Example(
                "a record as it was after an entry of the log", "show e2 at 4",
                answer: """
                    e2  event  2024-10-21  Seoul summons the ambassador
                      when    2024-10-21 (21 October 2024)
                      place   seoul (Seoul)
                      status  confirmed
                      tags    #diplomacy
                    as the session stood after entry 4 (2024-10-23T09:00:00Z, ana)
                    """),
            Example(
                "for a spreadsheet", "show entities with name,type as csv",
                answer: """
                    id,name,type
                    nis,National Intelligence Service,organization
                    north-korea,North Korea,
                    seoul,Seoul,place
                    mark-rutte,Mark Rutte,
                    """),
        ],
        details: [
            "'help queries' explains queries, 'help views' lists the views; SETTING=VALUE is a setting of a view, "
                + "listed in its help.",
            "as-of DATE: a source is dated by when it was published, else read; a claim by when it was said, else by its "
                + "sources; an event by the first of its sources and the claims about it, else by its own time unless it is "
                + "only expected. A link needs both its ends; an entity is included with the records that name it, a note with the record that it is on. An "
                + "outcome is dated by 'resolved', else by the time at which the forecast is due. Records with "
                + "no date are included. Records only possibly known by then are marked ?, and a line says what was included and left out.",
            "at ENTRY: the number of a log entry, or a time, which means the last entry written by the end of that time: at 42, at "
                + "2024-10-22. Entries that 'dossier compact' folded are not available. as-of and at can be combined.",
        ])

    /// Reads what is to be shown.
    package init(_ call: Call) throws(Diagnostic) {
        var arguments = call.arguments[...]
        let view = arguments.first.flatMap { $0.kind == .word ? ViewTable.view(named: $0.text) : nil }
        var standpoint = Standpoint()
        if view?.definition.reads != .nothing { standpoint = try Standpoint.take(from: &arguments) }
        guard let first = arguments.first else { throw .nothingToShow(call.verb) }
        if let view {
            format = ShowCommand.takeFormat(from: &arguments)
            subject = try ShowCommand.subject(view, first, arguments, call, &standpoint)
        } else {
            if let setting = call.fields.first { throw .settingOfOtherView(setting, first) }
            subject = try ShowCommand.subject(arguments, first, after: call.verb)
            format = subject.format
        }
        if let format, !TableFormat.names.contains(format.text) { throw .unknownTableFormat(format) }
        self.standpoint = standpoint
    }

    /// Takes `as FORMAT` from the end of what stands behind the name of a view.
    private static func takeFormat(from arguments: inout Tokens) -> Token? {
        guard arguments.count >= 3, arguments[arguments.endIndex - 2].isWord("as") else { return nil }
        let format = arguments.popLast()
        arguments.removeLast()
        return format
    }

    /// A view with its settings.
    private static func subject(
        _ view: any View.Type, _ name: Token, _ arguments: Tokens, _ call: Call, _ standpoint: inout Standpoint
    ) throws(Diagnostic) -> Subject {
        if view.definition.reads == .log { try standpoint.expectNoDay(for: view.definition) }
        let allowed = view.definition.settings.map(\.name.text)
        let given = call.fields + (view.definition.takesReferences ? settings(among: arguments) : [])
        for setting in given where !allowed.contains(setting.text) {
            throw .settingOfOtherView(setting, name, allowed)
        }
        if let asOf = call.fields.first(where: { $0.text == "as-of" }), let value = asOf.field?.value {
            try standpoint.look(asOf: value.token, asOf)
        }
        return .view(
            try view.init(
                ViewRequest(
                    name: name, arguments: arguments.dropFirst(), settings: call.fields, asOf: standpoint.asOf)))
    }

    /// Records that are named, or a query.
    private static func subject(
        _ arguments: Tokens, _ first: Token, after verb: Token
    ) throws(Diagnostic) -> Subject {
        if let references = try references(arguments) { return .records(references, onlyWord: first) }
        return .query(try QueryParser.parse(arguments, after: verb))
    }

    /// What looks like a setting among the words of a view, outside the queries in parentheses.
    private static func settings(among arguments: Tokens) -> [Token] {
        var depth = 0
        return arguments.filter { token in
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            return depth == 0 && token.field?.comparison == .equal
        }
    }

    /// The references, where nothing but references stands there.
    private static func references(_ arguments: Tokens) throws(Diagnostic) -> [ReferenceExpression]? {
        guard let first = arguments.first else { return nil }
        if first.kind == .open {
            var rest = arguments
            let references = try ReferenceParser.next(&rest)
            return rest.isEmpty ? references : nil
        }
        let isReference = arguments.allSatisfy { $0.kind == .word || $0.kind == .string }
        guard isReference, arguments.count == 1, first.kind == .string || Kind(word: first.text) == nil else {
            return nil
        }
        return try ReferenceParser.parse(arguments)
    }

    /// Looks.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let answer = try standpoint.look(from: context) { context throws(Diagnostic) in try self.answer(in: context) }
        guard let format, format.text != "table" else { return Outcome(answer: answer) }
        let document = try TableFormat.render(answer, as: format)
        return Outcome(
            answer: Answer([.document(document)], json: answer.json, selection: answer.selection),
            notices: answer.remarks)
    }

    private func answer(in context: Context) throws(Diagnostic) -> Answer {
        switch subject {
        case .view(let view):
            var answer = try view.evaluate(in: context)
            if let view = view as? any QueryingView {
                answer.remarks += LeftoverWords(view.query, in: context).remarks(isEmpty: true)
            }
            return answer
        case .query(let query): return try RecordTable(context: context).answer(of: query)
        case .records(let references, let word):
            let (resolver, draft) = (ReferenceResolver(context: context), Draft(context))
            if word.kind == .string, resolver.isUnknown(anyOf: references, in: draft) {
                return try RecordTable(context: context).answer(of: ShowQuery(query: .text(word)))
            }
            return try self.answer(about: references, word, resolver, draft)
        }
    }

    private func answer(
        about references: [ReferenceExpression], _ word: Token, _ resolver: ReferenceResolver, _ draft: Draft
    ) throws(Diagnostic) -> Answer {
        let ids: [Identifier]
        do { ids = try resolver.resolve(references, in: draft) } catch {
            throw error.missingName == nil ? error : suggestingWhat(word, error)
        }
        if ids == [.session] {
            return try SessionView(ViewRequest(name: word, arguments: [], settings: [])).evaluate(in: resolver.context)
        }
        return RecordView(context: resolver.context).answer(of: ids)
    }

    private func suggestingWhat(_ word: Token, _ error: Diagnostic) -> Diagnostic {
        var error = error
        let words = Kind.listed.map(\.plural) + ViewTable.all.map { $0.name }
        error.suggestion = error.suggestion ?? Suggestion.nearest(to: word.text, among: words)
        if error.suggestion != nil { error.notes = [] }
        return error
    }
}

extension Diagnostic {
    fileprivate static func nothingToShow(_ verb: Token) -> Diagnostic {
        let views = ViewTable.all.map { $0.name }.joined(separator: ", ")
        return Diagnostic(
            .nothingToShow, "'show' needs something to show", at: verb.place.end,
            expectation: "a kind (events), a record (e1), a query (#tag), or a view (\(views))")
    }

    fileprivate static func settingOfOtherView(
        _ setting: Token, _ what: Token, _ allowed: [String] = []
    ) -> Diagnostic {
        Diagnostic(
            .settingOfOtherView, "'show \(what.text)' has no setting '\(setting.text)='", at: setting.place,
            expectation: allowed.isEmpty ? nil : allowed.map { $0 + "=" }.joined(separator: ", "),
            suggestion: setting.text == "as-of"
                ? "as-of \(setting.field?.value?.place.text ?? "")"
                : Suggestion.nearest(to: setting.text, among: allowed).map { $0 + "=" })
    }

    fileprivate static func unknownTableFormat(_ format: Token) -> Diagnostic {
        Diagnostic(
            .unknownTableFormat, "'\(format.text)' is not a format for tables", at: format.place,
            expectation: "one of " + TableFormat.names.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: format.text, among: TableFormat.names))
    }
}
