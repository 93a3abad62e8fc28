/// Answers a query: which records hold certainly, which possibly, in which order.
struct QueryEvaluation {
    private let query: ShowQuery
    private let context: Context
    /// What is asked of each record.
    let condition: Condition

    /// A record that answers, and how surely.
    struct Row {
        let record: Record
        let certainty: Certainty
    }

    /// Looks up what the query names.
    ///
    /// - Throws: a diagnostic where a term names what is not there.
    init(_ query: ShowQuery, context: Context) throws(Diagnostic) {
        self.query = query
        self.context = context
        condition = try ConditionCompiler(context: context, kind: query.kind).compile(query.query)
    }

    /// All records that answer, certainly or possibly, sorted where the query says so, not yet limited.
    ///
    /// - Throws: a diagnostic where it is sorted by what is no field.
    func rows() throws(Diagnostic) -> [Row] {
        var rows: [Row] = []
        let kinds = query.kind.map { [$0] } ?? Kind.listed
        for kind in kinds {
            if let window = condition.window {
                add(context.session.records(of: kind, within: window), where: condition, to: &rows)
            } else {
                add(context.session.records(of: kind), where: condition, to: &rows)
            }
        }
        if !query.order.isEmpty { rows = try RecordOrder(query).sorted(rows) }
        return rows
    }

    private func add(_ records: some Sequence<Record>, where condition: Condition, to rows: inout [Row]) {
        for record in records {
            let certainty = condition.holds(record, in: context.session)
            if certainty != .no { rows.append(Row(record: record, certainty: certainty)) }
        }
    }
}
