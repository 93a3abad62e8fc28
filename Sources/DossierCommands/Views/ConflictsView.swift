import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show conflicts`: where claims about the same thing agree, follow each other, or cannot both be so.
package struct ConflictsView: QueryingView {
    package let query: ShowQuery

    package static let name = "conflicts"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[QUERY]",
        "claims about the same thing: contradictions, updates and compatible estimates, each with its words",
        takesQuery: true,
        examples: [
            Example("all claims", "show conflicts", answer: "no conflicts among 1 claim"),
            Example("those about an event", "show conflicts about:e1", answer: "no conflicts among 1 claim"),
        ])

    /// Reads the query.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        var query = try QueryParser.parse(request.arguments, after: request.name)
        if query.kind == nil { query.kind = .claim }
        self.query = query
    }

    /// Compares the claims that the query finds.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let claims = try QueryEvaluation(query, context: context).records().filter { $0.kind == .claim }
        let conflicts = ClaimConflicts(among: claims, in: context.session, for: context.surroundings.watch)
        let all = conflicts.findings
        let findings = query.limit.map { Array(all.prefix($0)) } ?? all
        let involved = Set(findings.flatMap(\.claims))
        let shown = claims.filter { involved.contains($0.id) }
        let footer = ConflictsView.footer(all, among: claims.count)
        var json: JSONObject = [:]
        for sort in ClaimComparison.Sort.allCases {
            json[ConflictsView.plural(sort)] = .array(findings.filter { $0.sort == sort }.map(ConflictsView.json))
        }
        json["claims"] = .array(shown.map { RecordJSON.value(of: $0) })
        guard !findings.isEmpty else { return Answer([.line(footer)], json: .object(json), selection: []) }
        var table = Table(
            columns: [
                Table.Column("sort", priority: 8), Table.Column("about", priority: 5, minimum: 10),
                Table.Column("claims", priority: 7, minimum: 12), Table.Column("why", priority: 4, minimum: 24),
            ], rows: findings.map(ConflictsView.row))
        table.footers = [footer]
        var blocks: [Block] = [.table(table)]
        for claim in shown { blocks += ConflictsView.blocks(of: claim, in: context.session) }
        return Answer(blocks, json: .object(json), selection: shown.map(\.id))
    }

    private static func row(_ finding: ClaimConflicts.Finding) -> Table.Row {
        let style: TextStyle =
            switch finding.sort {
            case .contradiction: .bad
            case .update: .doubtful
            case .compatible, .settled: .good
            }
        let arrow = finding.sort == .update ? " → " : ", "
        return Table.Row(
            [
                Table.Cell(StyledText(finding.sort.rawValue, style)),
                ids(finding.about, separator: ", "), ids(finding.claims, separator: arrow),
                Table.Cell(StyledText(finding.reason)),
            ], certainty: finding.certainty)
    }

    private static func ids(_ ids: [Identifier], separator: String) -> Table.Cell {
        Table.Cell(
            ids.map { StyledText($0.text, .identifier) }.joined(separator: StyledText(separator)),
            json: .array(ids.map { .string($0.text) }))
    }

    /// A claim with who made it, when, how it is graded, and its words.
    private static func blocks(of claim: Record, in session: Session) -> [Block] {
        let speakers = claim.references(.speaker).map { session[$0]?.title ?? $0.text }
        var parts = [speakers.isEmpty ? "no speaker" : speakers.joined(separator: ", ")]
        if let said = claim.when(.said) { parts.append(said.text) }
        parts += [claim.text(.stance), claim.grade?.description].compactMap(\.self)
        parts += (claim[.quantity] + claim[.when]).map(\.typed)
        let head = StyledText(claim.id.text, .identifier) + StyledText("  " + parts.joined(separator: "  "))
        var words =
            claim.quote.map { StyledText("“\($0.exact.firstLine)”", .quote) } ?? StyledText(claim.title.firstLine)
        let sources = claim.references(.source).map(\.text)
        if !sources.isEmpty { words += StyledText("  (\(sources.joined(separator: ", ")))", .faint) }
        return [.line(""), .prose(head, indent: 4), .prose("  " + words, indent: 4)]
    }

    private static func json(_ finding: ClaimConflicts.Finding) -> JSONValue {
        var json: JSONObject = [
            "claims": .array(finding.claims.map { .string($0.text) }),
            "about": .array(finding.about.map { .string($0.text) }), "why": .string(finding.reason),
            "certainty": finding.certainty == .certainly ? "certainly" : "possibly",
        ]
        if let count = finding.count {
            json["count"] = [
                "claims": .number(JSONNumber(count.claims)), "figures": .number(JSONNumber(count.figures)),
            ]
        }
        return .object(json)
    }

    private static func plural(_ sort: ClaimComparison.Sort) -> String {
        sort == .compatible || sort == .settled ? sort.rawValue : sort.rawValue + "s"
    }

    private static func footer(_ findings: [ClaimConflicts.Finding], among count: Int) -> StyledText {
        if findings.isEmpty { return StyledText("no conflicts among \(Kind.claim.counted(count))", .faint) }
        let counts = ClaimComparison.Sort.allCases.compactMap { sort -> String? in
            let all = findings.filter { $0.sort == sort }
            // What may be of different things is no contradiction before somebody has looked at it.
            let possible = sort == .contradiction ? all.count { $0.certainty == .possibly } : 0
            let count = all.count - possible
            if sort == .settled, count == 0 { return nil }
            let word =
                sort == .compatible
                ? (count == 1 ? "compatible group" : "compatible groups") : count == 1 ? sort.rawValue : plural(sort)
            return "\(count) \(word)" + (possible > 0 ? " and \(possible) possible" : "")
        }
        let isDoubtful = findings.contains { $0.certainty == .possibly }
        return StyledText(
            counts.joined(separator: ", ") + " among \(Kind.claim.counted(count))"
                + (isDoubtful ? "; ? is only possible" : ""), .faint)
    }
}
