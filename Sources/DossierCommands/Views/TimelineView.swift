import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show timeline`: events and claims on an axis of time.
package struct TimelineView: QueryingView {
    package let query: ShowQuery
    private let lane: FieldName?

    /// How many rows a chart has before it is grouped.
    private static let most = 60

    package static let name = "timeline"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[QUERY] [by FIELD]", "events on an axis of time, in lanes by actor, place or type",
        takesQuery: true,
        examples: [
            Example(
                "all events", "show timeline",
                answer: """
                                                     2024-10-07            2024-10-14            2024-10-21   2024-10-28
                                                     ┬─────────────────────┬─────────────────────┬─────────────────────┬
                    e1 First contingent arrives         ━━━━━━━━━━━━━━━━━━━━
                    e2 Seoul summons the ambassador                                              ●
                    2 events
                    """),
            Example(
                "a lane for each actor", "show timeline events #troops by actor",
                answer: """
                                                   2024-10-08             2024-10-10             2024-10-12   2024-10-14
                                                   ┬──────────────────────┬──────────────────────┬─────────────────────┬
                    North Korea
                      e1 First contingent arrives  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                    1 event
                    """),
            Example(
                "claims by when they were made", "show timeline claims", after: ["set c1 said=2024-10-23"],
                answer: """
                                                       2024-10-23      06:00   09:00   12:00   15:00   18:00   21:00
                                                       ┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬
                    c1 It is a significant escalation  ●
                    1 claim
                    """),
        ])

    /// Reads the query and the lanes.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        var query = try QueryParser.parse(request.arguments, after: request.name)
        if query.kind == nil, !query.query.namesKinds { query.kind = .event }
        if let token = query.order.first?.field {
            let name = try FieldNames.name(token, of: query.kind)
            lane = name
            query.order = []
        } else {
            lane = nil
        }
        self.query = query
    }

    /// Sorts by time and fills the lanes.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let records = try QueryEvaluation(query, context: context).records()
        let timed = records.compactMap { record in TimelineView.time(of: record).map { (record: record, when: $0) } }
            .sorted { When.inOrder($0.when, $1.when) }
        let shown = query.limit.map { Array(timed.prefix($0)) } ?? timed
        var footers = [footer(shown.count, of: timed.count, without: records.count - timed.count)]
        let lanes: [RangeChart.Lane]
        if shown.count > TimelineView.most {
            let groups = TimelineGroups(shown)
            lanes = [RangeChart.Lane(title: nil, rows: groups.rows)]
            footers.append(
                StyledText(
                    "grouped by \(groups.unit): more than \(TimelineView.most) rows; narrow the query to see each",
                    .faint))
        } else {
            lanes = self.lanes(shown, in: context.session)
        }
        let chart = RangeChart(scale: .time, lanes: lanes, footers: footers)
        let json = JSONValue.array(shown.map { RecordJSON.value(of: $0.record) })
        let blocks: [Block] = shown.isEmpty ? footers.map { .line($0) } : [.chart(chart)]
        return Answer(blocks, json: json, selection: shown.map(\.record.id))
    }

    /// The time by which a record stands on the axis.
    static func time(of record: Record) -> When? { record.kind.timeFields.lazy.compactMap { record.when($0) }.first }

    private func lanes(_ rows: [(record: Record, when: When)], in session: Session) -> [RangeChart.Lane] {
        guard let lane else { return [RangeChart.Lane(title: nil, rows: rows.map(row))] }
        let isOfEntities = rows.contains { !$0.record.references(lane).isEmpty }
        var groups = ValueGroups()
        var members: [[RangeChart.Row]] = []
        for (record, when) in rows {
            let type = record.kind.definition.field(lane)?.type
            var own: [Int] = []
            for value in record[lane].isEmpty ? [.text("")] : record[lane] {
                let place = groups.place(of: value, type)
                groups.count(place)
                if own.contains(place.group) { continue }
                own.append(place.group)
                if place.group == members.count { members.append([]) }
                members[place.group].append(row((record, when)))
            }
        }
        return zip(groups.groups, members).map { group, members in
            let key = group.label
            let name = isOfEntities ? session[Identifier(known: key)]?.title ?? key : key
            let title = key.isEmpty ? StyledText("no \(lane)", .faint) : StyledText(name, .heading)
            return RangeChart.Lane(title: title, rows: members)
        }
    }

    private func row(_ item: (record: Record, when: When)) -> RangeChart.Row {
        RangeChart.Row(
            id: item.record.id,
            label: StyledText(item.record.id.text, .identifier) + StyledText(" " + item.record.title.firstLine),
            note: StyledText(item.when.reading),
            range: item.when.spread)
    }

    private func footer(_ shown: Int, of timed: Int, without: Int) -> StyledText {
        let counted = Kind.counted(timed, of: query.kind)
        var text = shown < timed ? "\(shown) of \(counted)" : counted
        if without > 0 { text += ", \(without) without a time" }
        return StyledText(text, .faint)
    }
}
