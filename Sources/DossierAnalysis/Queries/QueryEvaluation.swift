import DossierLanguage
import DossierModel
import DossierTime

/// Answers a query: which records hold certainly, which possibly, in which order.
package struct QueryEvaluation {
    private let query: ShowQuery
    private let context: Context
    /// What is asked of each record.
    package let condition: Condition

    /// A record that answers, and how surely.
    package struct Row: Sendable {
        package let slot: Session.Slot
        package let certainty: Certainty
    }

    /// Looks up what the query names.
    ///
    /// - Throws: a diagnostic where a term names what is not there.
    package init(_ query: ShowQuery, context: Context) throws(Diagnostic) {
        self.query = query
        self.context = context
        condition = try ConditionCompiler(context: context, kind: query.kind).compile(query.query)
    }

    /// All records that answer, certainly or possibly, sorted where the query says so, not yet limited.
    ///
    /// - Parameter first: how many of them must be in order; all where nil.
    /// - Throws: a diagnostic where it is sorted by what is no field.
    package func rows(first: Int? = nil) throws(Diagnostic) -> [Row] {
        let order = try RecordOrder(query)
        for kind in query.kind.map({ [$0] }) ?? Kind.listed {
            context.session.prepare(condition, order.fields, of: kind)
        }
        var rows = (query.kind.map { [$0] } ?? Kind.listed).flatMap { kind in
            context.session.rows(of: kind, where: condition, watch: context.surroundings.watch)
        }
        if !context.doubtful.isEmpty { rows = rows.map { doubted($0) } }
        return query.order.isEmpty ? rows : order.sorted(rows, first: first, in: context.session)
    }

    /// A row whose record is only possibly there is only possible.
    private func doubted(_ row: Row) -> Row {
        let isDoubtful = context.session.identifier(at: row.slot).map(context.doubtful.contains) ?? false
        return isDoubtful ? Row(slot: row.slot, certainty: row.certainty && .possibly) : row
    }

    /// The records that answer, as they are sorted.
    ///
    /// - Throws: a diagnostic where the query is sorted by what is no field.
    package func records() throws(Diagnostic) -> [Record] {
        let rows = try rows()
        let work = context.surroundings.work("reading records", .records, of: rows.count)
        return rows.steps(of: work).compactMap { context.session.record(at: $0.slot) }
    }
}

extension Session {
    /// Gathers in one pass what a question needs of the saved records of a kind.
    fileprivate func prepare(_ condition: Condition, _ order: [FieldName], of kind: Kind) {
        prepare(condition.columns(of: kind) + order.filter { kind.definition.field($0) != nil }, of: kind)
    }

    /// The records of a kind of which a condition holds certainly or possibly, in the order in which they were made.
    package func rows(
        of kind: Kind, where condition: Condition, watch: (any WorkWatch)? = nil
    ) -> [QueryEvaluation.Row] {
        let order = order(of: kind)
        if let saved, slotsReplaced.isEmpty, order.saved == saved.positions(of: kind), order.added.isEmpty,
            let few = SavedAnswer(kind, of: saved, in: self).few(condition)
        {
            return few
        }
        var rows: [QueryEvaluation.Row] = []
        var answers = saved.map { SavedAnswer(kind, of: $0, in: self).certainties(condition) }
        let positions = saved?.positions(of: kind) ?? 0..<0
        for slot in slotsReplaced where positions.contains(slot) {
            answers?[Int(slot - positions.lowerBound)] = certainty(of: condition, at: slot)
        }
        if order.saved == positions {
            answers?.forEachPossible { index, certainty in
                rows.append(QueryEvaluation.Row(slot: positions.lowerBound &+ Slot(index), certainty: certainty))
            }
        }
        let others = order.saved == positions ? order.added : ContiguousArray(order.slots)
        let work = Work("looking at \(kind.plural)", .records, of: others.count, for: watch)
        for slot in others.steps(of: work) {
            let certainty =
                positions.contains(slot)
                ? answers?[Int(slot - positions.lowerBound)] ?? .no : certainty(of: condition, at: slot)
            if certainty != .no { rows.append(QueryEvaluation.Row(slot: slot, certainty: certainty)) }
        }
        return rows
    }

    private func certainty(of condition: Condition, at slot: Slot) -> Certainty {
        record(at: slot).map { condition.holds($0, in: self) } ?? .no
    }

    /// The records of a kind in whose title, or of an entity in whose names, a folded text stands.
    package func records(of kind: Kind, inTitle folded: String) -> some Sequence<Record> {
        let title = kind.titleField
        let named = Condition.any(
            [title, .text, .alias].filter { kind.definition.field($0) != nil }.map {
                .text($0, folded, exactly: false)
            })
        return rows(of: kind, where: named).lazy.compactMap { record(at: $0.slot) }
    }

    /// The entities in one of whose names a folded text stands.
    func entities(whoseNameContains folded: String) -> Set<Identifier> {
        let named = Condition.any([
            .text(.name, folded, exactly: false), .text(.alias, folded, exactly: false),
        ])
        return Set(rows(of: .entity, where: named).compactMap { identifier(at: $0.slot) })
    }
}
