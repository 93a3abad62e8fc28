import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show quantities`: who said how many, and when: the estimates about one thing as ranges on one scale.
package struct QuantitiesView: QueryingView {
    package let query: ShowQuery

    package static let name = "quantities"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[QUERY]", "the figures about one thing over time, by speaker, as ranges on one scale",
        takesQuery: true,
        examples: [
            Example(
                "all figures", "show quantities",
                answer: """
                                                              0                  500                1,000          1,500
                                                              ┬──────────────────┬──────────────────┬──────────────────┬
                    e1  First contingent arrives
                      about 1,500 soldiers  e1 2024-10-08/2…                                                           ○
                    1 figure, in soldiers
                    """),
            Example("those about an event", "show quantities claims about:e1", answer: "no quantities"),
        ])

    /// Reads the query.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        query = try QueryParser.parse(request.arguments, after: request.name)
    }

    /// Gathers figures by what they are about and by unit.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let records = try QueryEvaluation(query, context: context).records()
        let figures = records.flatMap { Figure.of($0) }
        var units: [String?] = []
        for figure in figures where !units.contains(figure.quantity.unit) { units.append(figure.quantity.unit) }
        var blocks: [Block] = units.map { unit in
            .chart(chart(of: figures.filter { $0.quantity.unit == unit }, unit: unit, context.session))
        }
        if figures.isEmpty { blocks = [.line(StyledText("no quantities", .faint))] }
        return Answer(blocks, json: .array(figures.map { json($0) }), selection: figures.map(\.record.id))
    }

    private func chart(of figures: [Figure], unit: String?, _ session: Session) -> RangeChart {
        var subjects: [Identifier] = []
        for figure in figures where !subjects.contains(figure.subject) { subjects.append(figure.subject) }
        let lanes = subjects.map { subject in
            let own = figures.filter { $0.subject == subject }.inOrder
            let title =
                StyledText(subject.text, .identifier)
                + StyledText("  " + (session[subject]?.title.firstLine ?? ""), .heading)
            return RangeChart.Lane(title: title, rows: own.map { row($0, in: session) })
        }
        let count = figures.count == 1 ? "1 figure" : "\(figures.count) figures"
        return RangeChart(
            scale: .number(unit: unit), lanes: lanes,
            footers: [StyledText(count + (unit.map { ", in \($0)" } ?? ""), .faint)])
    }

    private func row(_ figure: Figure, in session: Session) -> RangeChart.Row {
        let speakers = figure.record.references(.speaker).map { session[$0]?.title ?? $0.text }.joined(separator: ", ")
        let who = speakers.isEmpty ? figure.record.id.text : speakers
        let time = figure.time.map { " " + $0.text } ?? ""
        let label = StyledText(figure.quantity.reading, .strong) + StyledText("  \(who)") + StyledText(time, .faint)
        return RangeChart.Row(id: figure.record.id, label: label, note: "", range: figure.quantity.spread)
    }

    private func json(_ figure: Figure) -> JSONValue {
        var members = [
            JSONMember(key: "id", value: .string(figure.record.id.text)),
            JSONMember(key: "about", value: .string(figure.subject.text)),
            JSONMember(key: "quantity", value: .string(figure.quantity.text)),
        ]
        for (key, number) in [
            ("low", figure.quantity.low), ("best", figure.quantity.best), ("high", figure.quantity.high),
        ] {
            if let number, let json = JSONNumber(number.description) {
                members.append(JSONMember(key: key, value: .number(json)))
            }
        }
        if let unit = figure.quantity.unit { members.append(JSONMember(key: "unit", value: .string(unit))) }
        let speakers = figure.record.references(.speaker)
        if !speakers.isEmpty {
            members.append(JSONMember(key: "speaker", value: .array(speakers.map { .string($0.text) })))
        }
        if let time = figure.time { members.append(JSONMember(key: "when", value: .string(time.text))) }
        return .object(JSONObject(members: members))
    }
}
