import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show path REF to REF`: how two records hang together.
package struct PathView: View {
    private let start: [ReferenceExpression]
    private let end: [ReferenceExpression]
    private let asked: [Label]
    private let avoided: [Label]
    private let longest: Int?
    private let limit: Int

    /// The name of a relation or a field, and the value that it stands in.
    private typealias Label = (name: String, place: Place)

    /// How many chains are shown where nothing is said.
    private static let most = 5

    package static let name = "path"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "REF to REF [relation:NAME,…] [-relation:NAME,…] [limit N] [max=N]",
        "the shortest chains between two records over links and fields, each step with its reason",
        settings: [FieldDefinition(FieldName("max"), .text, "the most steps that a chain may have")],
        words: [
            ("to", "the other end"), ("relation:", "only over these relations and fields"),
            ("-relation:", "not over these"), ("limit", "how many chains"),
        ],
        takesReferences: true,
        examples: [
            Example(
                "who is tied to whom, and by what", "show path mark-rutte to north-korea",
                answer: """
                    1 chain of 3 steps
                    mark-rutte  entity  Mark Rutte
                      ← speaker  c1  claim  It is a significant escalation
                      → about  e1  event  2024-10-08/2024-10-13  First contingent arrives
                      → actor  north-korea  entity  North Korea
                    """),
            Example(
                "only over links and fields that are named", "show path e1 to s1 relation:about,source max=4",
                answer: """
                    1 chain of 2 steps
                    e1  event  2024-10-08/2024-10-13  First contingent arrives
                      ← about  c1  claim  It is a significant escalation
                      → source  s1  source  2024-10-22  Seoul protests
                    """),
            Example(
                "not over what connects nearly everything", "show path nis to e1 -relation:source",
                answer: "no chain between nis and e1"),
        ])

    /// Reads both ends and what may be stepped over.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        var rest = request.arguments
        if rest.isEmpty { throw .missingWord("a record", after: request.name) }
        start = try ReferenceParser.next(&rest)
        guard let word = rest.popFirst() else {
            throw .missingWord("'to' and a record", after: request.arguments[request.arguments.endIndex - 1])
        }
        guard word.isWord("to") else { throw .unexpectedViewWord(word, after: PathView.definition) }
        if rest.isEmpty { throw .missingWord("a record", after: word) }
        end = try ReferenceParser.next(&rest)
        var limit = PathView.most
        var asked: [Label] = []
        var avoided: [Label] = []
        while let token = rest.popFirst() {
            if token.isWord("limit") {
                limit = try ViewRequest.count(&rest, after: token)
            } else if token.kind == .minus, let term = rest.popFirst() {
                avoided += try PathView.names(term)
            } else {
                asked += try PathView.names(token)
            }
        }
        (self.limit, self.asked, self.avoided) = (limit, asked, avoided)
        longest = try request.number("max")
    }

    /// The names of a term `relation:NAME,NAME`.
    private static func names(_ token: Token) throws(Diagnostic) -> [Label] {
        guard let field = token.field, token.isField("relation"), field.comparison == .matches else {
            throw .unexpectedViewWord(token, after: PathView.definition)
        }
        guard let value = field.value else { throw .missingWord("a relation", after: token) }
        return value.text.split(separator: ",").map { (String($0), value.place) }
    }

    /// Looks for the chains.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let session = context.session
        let resolver = ReferenceResolver(context: context)
        let (starts, ends) = try (
            resolver.resolve(start, in: Draft(context)), resolver.resolve(end, in: Draft(context))
        )
        let (asked, avoided) = try (labels(asked, context), labels(avoided, context))
        let found = ShortestChains(from: starts, to: ends, longest: longest, most: limit, in: session) { label in
            (asked.isEmpty || asked.contains(label)) && !avoided.contains(label)
        }
        guard let length = found.length else {
            let reach = longest.map { " of at most \($0) steps" } ?? ""
            let names = [starts, ends].map { $0.map(\.text).joined(separator: ",") }
            return .line(
                StyledText("no chain\(reach) between \(names[0]) and \(names[1])", .faint),
                json: ["length": .null, "count": 0, "chains": []])
        }
        var blocks: [Block] = [.line(StyledText(PathView.heading(length, found), .faint))]
        for (index, chain) in found.chains.enumerated() {
            if index > 0 { blocks.append(.line("")) }
            blocks += lines(of: chain, in: session)
        }
        let json: JSONValue = [
            "length": .number(JSONNumber(length)), "count": .number(JSONNumber(found.count)),
            "chains": .array(found.chains.map(json)),
        ]
        let selection = found.chains.first.map { [$0.start] + $0.steps.map(\.id) }
        return Answer(blocks, json: json, selection: selection)
    }

    /// What relations and fields are called on an edge.
    private func labels(_ words: [Label], _ context: Context) throws(Diagnostic) -> Set<String> {
        var labels: Set<String> = []
        for word in words {
            let isField = Kind.listed.contains { kind in
                kind.definition.field(FieldName(word.name))?.type.namesRecords == true
            }
            let reader = RelationReader(context: context)
            labels.insert(isField ? word.name : try reader.relation(word.name, at: word.place).relation.name)
        }
        return labels
    }

    private static func heading(_ length: Int, _ found: ShortestChains) -> String {
        let steps = length == 1 ? "1 step" : "\(length) steps"
        if found.count == 1 { return "1 chain of \(steps)" }
        if found.count == found.chains.count { return "\(found.count) chains of \(steps)" }
        return "\(found.chains.count) of \(found.count) chains of \(steps); limit N shows more"
    }

    private func lines(of chain: ShortestChains.Chain, in session: Session) -> [Block] {
        var blocks: [Block] = []
        if let record = session[chain.start] { blocks.append(.line(RecordLine.text(record))) }
        for step in chain.steps {
            guard let record = session[step.id] else { continue }
            let ways = step.reasons.map { edge in
                let link = edge.via.flatMap { session[$0] }
                let why = link.flatMap { $0.text(.text) }.map { " — \($0.firstLine)" } ?? ""
                return StyledText(edge.isOutward ? "→ " : "← ") + StyledText(edge.label, .strong)
                    + StyledText(edge.via.map { " (\($0)\(why))" } ?? "", .faint)
            }
            blocks.append(.line("  " + ways.joined(separator: ", ") + "  " + RecordLine.text(record)))
        }
        return blocks
    }

    private func json(_ chain: ShortestChains.Chain) -> JSONValue {
        let steps = chain.steps.map { step in
            let reasons = step.reasons.map { edge in
                var reason: JSONObject = [
                    "label": .string(edge.label), "direction": edge.isOutward ? "to" : "from",
                ]
                if let via = edge.via { reason["link"] = .string(via.text) }
                return JSONValue.object(reason)
            }
            return JSONValue.object(["id": .string(step.id.text), "by": .array(reasons)])
        }
        return ["from": .string(chain.start.text), "steps": .array(steps)]
    }
}
