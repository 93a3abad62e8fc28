import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show judgements`: the analyst's conclusions, with what they rest on.
package struct JudgementsView: QueryingView {
    private let name: Token
    package let query: ShowQuery

    package static let name = "judgements"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[QUERY]",
        "the analyst's judgements, likelihood apart from confidence, with their grounds and what has changed in these",
        takesQuery: true,
        examples: [Example("all judgements", "show judgements", answer: "no judgements")])

    /// Reads the query.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        name = request.name
        var query = try QueryParser.parse(request.arguments, after: request.name)
        if query.kind == nil { query.kind = .note }
        self.query = query
    }

    /// Lists judgements, and reads the log for what changed.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        var judgements = try QueryEvaluation(query, context: context).records().filter {
            $0.noteType == .judgement
        }
        if let limit = query.limit { judgements = Array(judgements.prefix(limit)) }
        if judgements.isEmpty { return .line(StyledText("no judgements", .faint), json: []) }
        let grounds = try JudgementGround.of(judgements, in: context, at: name.place)
        var blocks: [Block] = []
        for (judgement, grounds) in zip(judgements, grounds) {
            if !blocks.isEmpty { blocks.append(.line("")) }
            blocks.append(.prose(RecordLine.text(judgement), indent: 4))
            blocks += JudgementSentences.blocks(of: judgement)
            blocks += grounds.map { .prose("  " + line(of: $0, in: context.session), indent: 6) }
            if grounds.isEmpty { blocks.append(.line(StyledText("  it rests on nothing", .doubtful))) }
        }
        blocks += [.line(""), .line(footer(grounds, hasLog: context.log.count > 0))]
        let json = zip(judgements, grounds).map { JudgementsView.json($0, $1) }
        return Answer(blocks, json: .array(json), selection: judgements.map(\.id))
    }

    private func line(of ground: JudgementGround, in session: Session) -> StyledText {
        let reason =
            ground.reason == "rests on" ? "rests on" : ground.reason == "source" ? "on words of" : "supported by"
        var line = StyledText(reason + "  ", .faint)
        line += session[ground.id].map { RecordLine.text($0) } ?? StyledText(ground.id.text, .identifier)
        guard let change = ground.change else { return line }
        let what = change.isDropped ? "dropped since" : "changed since"
        return line + StyledText("  (\(what): entry \(change.entry), \(change.at))", .doubtful)
    }

    private func footer(_ grounds: [[JudgementGround]], hasLog: Bool) -> StyledText {
        let count = grounds.count == 1 ? "1 judgement" : "\(grounds.count) judgements"
        guard hasLog else { return StyledText("\(count); without a log, changes since then are not known", .faint) }
        let changed = grounds.count { $0.contains { $0.change != nil } }
        return StyledText(
            changed == 0 ? count : "\(count), \(changed) of them on grounds that have changed since", .faint)
    }

    private static func json(_ judgement: Record, _ grounds: [JudgementGround]) -> JSONValue {
        var object: JSONObject = ["id": .string(judgement.id.text), "text": .string(judgement.title)]
        for name in [FieldName.likelihood, .confidence] {
            if let value = judgement[name].first { object[name.text] = value.json }
        }
        object["sentences"] = .array(JudgementSentences.of(judgement).map { .string($0) })
        object["restsOn"] = .array(
            grounds.map { ground in
                var entry: JSONObject = ["id": .string(ground.id.text), "by": .string(ground.reason)]
                if let change = ground.change {
                    entry["changed"] = [
                        "entry": .number(JSONNumber(change.entry)), "at": .string(change.at),
                        "dropped": .bool(change.isDropped),
                    ]
                }
                return .object(entry)
            })
        return .object(object)
    }
}
