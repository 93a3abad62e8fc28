import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show central`: who sits between whom.
package struct CentralView: View {
    private let kind: Kind?
    private let limit: Int
    private let sample: Int

    /// How many rows are shown, and from how many records searches begin, where nothing is said.
    private static let most = (rows: 20, searches: 500)

    package static let name = "central"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[KIND] [limit N] [sample=N]",
        "how many records each record is connected to, and how many pairs it is between (betweenness, Brandes 2001)",
        settings: [
            FieldDefinition(FieldName("sample"), .text, "from how many records chains are followed; 500 by default")
        ],
        words: Kind.listed.dropLast().map { ($0.plural, "only pairs of these") } + [("limit", "how many rows")],
        examples: [
            Example(
                "who is between entities", "show central entities limit 2",
                answer: """
                    %  id           kind    degree  between  share  title
                    ─  ───────────  ──────  ──────  ───────  ─────  ───────────
                    1  north-korea  entity       1     0.00     0%  North Korea
                    2  seoul        entity       1     0.00     0%  Seoul
                    2 of 4 entities; betweenness over pairs of entities, through all records (Brandes 2001)
                    """),
            Example(
                "all kinds", "show central",
                answer: """
                    %  id           kind    degree  between  share  title
                    ─  ───────────  ──────  ──────  ───────  ─────  ──────────────────────────────
                    1  c1           claim        3     5.00    24%  It is a significant escalation
                    2  e1           event        2     3.00    14%  First contingent arrives
                    3  s1           source       1     0.00     0%  Seoul protests
                    4  north-korea  entity       1     0.00     0%  North Korea
                    5  seoul        entity       1     0.00     0%  Seoul
                    6  mark-rutte   entity       1     0.00     0%  Mark Rutte
                    7  e2           event        1     0.00     0%  Seoul summons the ambassador
                    8  nis          entity       0     0.00     0%  National Intelligence Service
                    8 records; betweenness over pairs of records (Brandes 2001)
                    """),
        ])

    /// Reads the kind and the limit.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        var rest = request.arguments
        var limit = CentralView.most.rows
        var kind: Kind?
        if let first = rest.first, first.kind == .word, let named = Kind(word: first.text), named != .link {
            kind = named
            rest.removeFirst()
        }
        while let token = rest.popFirst() {
            guard token.isWord("limit") else { throw .unexpectedViewWord(token, after: CentralView.definition) }
            limit = try ViewRequest.count(&rest, after: token)
        }
        (self.kind, self.limit) = (kind, limit)
        sample = try request.number("sample") ?? CentralView.most.searches
    }

    /// Counts.
    package func evaluate(in context: Context) -> Answer {
        let network = NetworkGraph(context.session)
        let graph = network.graph
        let ends = network.nodes(of: kind)
        let starts = Betweenness.sample(ends, sample)
        var work = context.surroundings.work("following chains", .searches, of: starts.count, stride: 1)
        let betweenness = Betweenness.of(graph, ends: ends, starts: starts) { work.goesOn(at: $0) }
        let sorted = ends.sorted {
            (-betweenness[$0], -graph.degree(of: $0), $0) < (-betweenness[$1], -graph.degree(of: $1), $1)
        }
        // The pairs that a record may stand between: it is no end of them itself.
        let pairs = Double(max(1, (ends.count - 1) * (ends.count - 2) / 2))
        var table = Table(
            columns: [
                Table.Column("id", priority: 9), Table.Column("kind", priority: 2),
                Table.Column("degree", isNumeric: true, priority: 8),
                Table.Column("between", isNumeric: true, priority: 8),
                Table.Column("share", isNumeric: true, priority: 7), Table.Column("title", priority: 3, minimum: 16),
            ], rows: [])
        table.rows = sorted.prefix(limit).compactMap { index in
            guard let record = context.session.record(at: network.slots[index]) else { return nil }
            let degree = graph.degree(of: index)
            let percent = Int((betweenness[index] / pairs * 100).rounded())
            return Table.Row(
                [
                    Table.Cell(StyledText(record.id.text, .identifier)), Table.Cell(StyledText(record.kind.rawValue)),
                    Table.Cell(StyledText(String(degree)), json: .number(JSONNumber(degree))),
                    Table.Cell(
                        StyledText(betweenness[index].text(decimals: 2)), json: betweenness[index].json(decimals: 6)),
                    Table.Cell(StyledText("\(percent)%"), json: (betweenness[index] / pairs).json(decimals: 6)),
                    Table.Cell(StyledText(record.title.firstLine)),
                ], id: record.id)
        }
        table.footers = [footer(shown: table.rows.count, of: ends.count, starts: starts.count)]
        return Answer(
            ends.isEmpty ? table.footers.map { .line($0) } : [.table(table)], json: table.json,
            selection: table.rows.compactMap(\.id))
    }

    private func footer(shown: Int, of count: Int, starts: Int) -> StyledText {
        let counted = Kind.counted(count, of: kind)
        var text = shown < count ? "\(shown) of \(counted)" : counted
        text += "; betweenness over pairs of \(kind.map { $0.plural + ", through all records" } ?? "records")"
        text += " (Brandes 2001)"
        if starts < count {
            text += ", estimated from \(starts) of \(count), evenly spread over their order; sample=N changes it"
        }
        return StyledText(text, .faint)
    }
}
