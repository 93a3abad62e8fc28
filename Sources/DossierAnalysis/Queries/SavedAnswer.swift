import DossierModel
import DossierTime

/// Answers a condition for all saved records of a kind at once: each part of it goes through one column of values, so that
/// a record is read only where no column can tell.
struct SavedAnswer {
    private let session: Session
    private let records: SavedRecords
    private let kind: Kind
    private let positions: Range<Int32>

    init(_ kind: Kind, of records: SavedRecords, in session: Session) {
        self.session = session
        self.records = records
        self.kind = kind
        positions = records.positions(of: kind)
    }

    /// The answers of all records, by position from the first of the kind on.
    func certainties(_ condition: Condition) -> Certainties {
        answer(condition, where: Certainties(repeating: .certainly, count: positions.count))
    }

    /// The records that answer, in ascending order, where an index leads to them and they are few; nil where every record
    /// has to be looked at.
    func few(_ condition: Condition) -> [QueryEvaluation.Row]? {
        if case .all(let conditions) = condition, conditions.count == 1 { return few(conditions[0]) }
        guard let name = condition.column(of: kind), let column = records.columns(kind, [name]).first,
            let index = records.knownIndex(of: column, kind)
        else { return nil }
        let answers = answers(condition, column, index)
        let held = answers.indices.filter { answers[$0] != .no }
        if held.reduce(0, { $0 + index.count(of: $1) }) * 16 > positions.count { return nil }
        if held.count == 1 {
            return index.positions(of: held[0]).map { QueryEvaluation.Row(slot: $0, certainty: answers[held[0]]) }
        }
        var certainties: [Int32: Certainty] = [:]
        for value in held {
            for position in index.positions(of: value) {
                certainties[position] = max(certainties[position] ?? .no, answers[value])
            }
        }
        return certainties.sorted { $0.key < $1.key }.map { QueryEvaluation.Row(slot: $0.key, certainty: $0.value) }
    }

    /// The answers, no better than what stands already: where that is no, the record is not asked.
    private func answer(_ condition: Condition, where known: Certainties) -> Certainties {
        switch condition {
        case .all(let conditions):
            return conditions.sorted { $0.cost < $1.cost }.reduce(known) { answer($1, where: $0) }
        case .any(let conditions):
            return known && conditions.reduce(none) { $0 || answer($1, where: known) }
        case .not(let condition):
            return known && !answer(condition, where: known.open)
        case .kind(let other):
            return other == kind ? known : none
        case .identifier(let ids): return picked(ids.compactMap { records.position(of: $0) }, known)
        case .linked(let ids): return picked(linked(to: ids), known)
        case .relation(let name) where kind != .link: return picked(ends(ofLinks: name), known)
        case .has(let field) where field.text == "links": return picked(ends(ofLinks: nil), known)
        case .has(let field) where field.text == "notes": return named(by: .note, known)
        case .has(let field) where field.text == "claims": return named(by: .claim, known)
        // Letters that are ignored fold to nothing, which stands in every text there is.
        case .contains(""), .text(_, "", exactly: false): return oneByOne(condition, known)
        case .contains(let text): return containing(text, known)
        case .text(let name, let text, exactly: false):
            return matching(condition, SavedTextSearch(text, in: name, kind, of: records), known)
        default: break
        }
        if let name = condition.column(of: kind), let column = records.columns(kind, [name]).first {
            return answer(condition, column, known)
        }
        return oneByOne(condition, known)
    }

    private var none: Certainties { Certainties(repeating: .no, count: positions.count) }

    /// Asks each distinct value of a field once.
    private func answer(_ condition: Condition, _ column: FieldColumn, _ known: Certainties) -> Certainties {
        let index = records.index(of: column, kind)
        let answers = answers(condition, column, index)
        if let index, let few = answer(answers, index, known) { return few }
        var result = none
        known.forEachPossible { place, certainty in
            for value in column.range(at: positions.lowerBound &+ Int32(place)) {
                result.raise(place, to: min(certainty, answers[Int(column.numbers[value])]))
            }
        }
        return result
    }

    private func answers(_ condition: Condition, _ column: FieldColumn, _ index: FieldIndex?) -> [Certainty] {
        let probe = Record(kind, Identifier(known: ""))
        return (0..<column.distinctCount).map { number in
            let known = index.map { $0.values[number] } ?? column.value(Int32(number))
            guard let value = known else { return Certainty.no }
            if case .references(_, let ids) = condition, case .reference(let id) = value {
                return Certainty(ids.contains(id))
            }
            var record = probe
            record.append(column.definition.name, .values([value]))
            return condition.holds(record, in: session)
        }
    }

    /// The same from the index, where that leads to fewer records than there are; else nil.
    private func answer(_ answers: [Certainty], _ index: FieldIndex, _ known: Certainties) -> Certainties? {
        let held = answers.indices.filter { answers[$0] != .no }
        if held.reduce(0, { $0 + index.count(of: $1) }) * 4 > known.count { return nil }
        var result = none
        for value in held {
            for position in index.positions(of: value) {
                let place = Int(position &- positions.lowerBound)
                result.raise(place, to: min(known[place], answers[value]))
            }
        }
        return result
    }

    /// Some records of the kind, and no others.
    private func picked(_ picked: [Int32], _ known: Certainties) -> Certainties {
        var result = none
        for position in picked where positions.contains(position) {
            let index = Int(position - positions.lowerBound)
            result[index] = known[index]
        }
        return result
    }

    /// The records that a link joins with one of these.
    private func linked(to ids: Set<Identifier>) -> [Int32] {
        let links = ids.flatMap { session.referrers(of: $0) }.filter { $0.kind == .link }
        return links.flatMap { link in
            let mentions = link.mentions
            return (link.references(.from) + link.references(.to)).filter { end in
                mentions.contains { ids.contains($0) && $0 != end }
            }
        }.compactMap { records.position(of: $0) }
    }

    /// The records at which links begin or end, those of one relation where it is given.
    private func ends(ofLinks relation: String?) -> [Int32] {
        let links = Array(session.slots(of: .link))
        let relations = SlotValues(.relation, at: links, in: session)
        let isWanted = relations.values.map { value in relation.map { value.value == .text($0) } ?? true }
        return [FieldName.from, .to].flatMap { name in
            let ends = SlotValues(name, at: links, in: session)
            var isEnd = [Bool](repeating: false, count: ends.values.count)
            for index in links.indices
            where relations.numbers(at: index).first.map({ isWanted[Int($0)] }) ?? (relation == nil) {
                for number in ends.numbers(at: index) { isEnd[Int(number)] = true }
            }
            return ends.values.indices.compactMap { number -> Int32? in
                guard isEnd[number], case .reference(let id) = ends.values[number].value else { return nil }
                return records.position(of: id)
            }
        }
    }

    /// The records that one of a kind names.
    private func named(by other: Kind, _ known: Certainties) -> Certainties {
        var result = none
        known.forEachPossible { place, certainty in
            let id = records.identifier(of: positions.lowerBound + Int32(place))
            let isNamed = session.slotsReferring(to: id).contains { session.kind(at: $0) == other }
            if isNamed { result[place] = certainty }
        }
        return result
    }

    private func oneByOne(_ condition: Condition, _ known: Certainties) -> Certainties {
        var result = known
        known.forEachPossible { index, certainty in
            let record = records.record(at: positions.lowerBound + Int32(index))
            result[index] = min(certainty, condition.holds(record, in: session))
        }
        return result
    }

    /// The records in which a folded text stands, or in the name of an entity that they name.
    private func containing(_ text: String, _ known: Certainties) -> Certainties {
        var found = matching(.contains(text), SavedTextSearch(text, kind, of: records), known)
        let bearers = session.entities(whoseNameContains: text)
        for name in bearers.isEmpty ? [] : kind.fieldsNamingEntities {
            found = found || answer(.references(name, bearers), where: known)
        }
        guard let own = records.position(of: Identifier(known: text)) else { return found }
        return found || picked([own], known)
    }

    /// The records that a search finds, among those that are still asked.
    private func matching(_ condition: Condition, _ search: SavedTextSearch, _ known: Certainties) -> Certainties {
        let (session, records) = (session, records)
        let stands = search.matches { condition.holds(records.record(at: $0), in: session) != .no }
        return known && stands
    }
}

extension Condition {
    /// The field whose values alone decide, each by itself; nil where more of the record must be known.
    fileprivate func column(of kind: Kind) -> FieldName? {
        let name: FieldName
        switch self {
        case .tag: name = .tags
        case .references(let field, _), .word(let field, _, _, _), .when(let field, _, _),
            .quantity(let field, _, _, _),
            .grade(let field, _, _), .reliability(let field, _, _), .likelihood(let field, _, _):
            name = field
        case .text(let field, _, exactly: true) where field != .text && field != .title && field != .quote: name = field
        case .beside: name = .when
        case .relation where kind == .link: name = .relation
        case .has(let field) where !["links", "notes", "claims"].contains(field.text): name = field
        default: return nil
        }
        return kind.definition.field(name) == nil ? nil : name
    }

    /// The fields whose columns the condition wants.
    func columns(of kind: Kind) -> [FieldName] {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.flatMap { $0.columns(of: kind) }
        case .not(let condition): condition.columns(of: kind)
        default: column(of: kind).map { [$0] } ?? []
        }
    }

    /// How much work an answer is, so that the cheap parts of a condition leave less to the dear ones.
    fileprivate var cost: Int {
        switch self {
        case .kind, .identifier: 0
        case .all(let conditions), .any(let conditions): conditions.map(\.cost).max() ?? 0
        case .not(let condition): condition.cost
        case .contains: 2
        case .linked, .relation, .has, .text: 3
        default: 1
        }
    }
}

extension Kind {
    /// The fields in which records of this kind name entities.
    var fieldsNamingEntities: [FieldName] {
        definition.fields.compactMap { field in
            if case .reference(let kinds, _) = field.type, kinds.contains(.entity) { return field.name }
            return nil
        }
    }
}
