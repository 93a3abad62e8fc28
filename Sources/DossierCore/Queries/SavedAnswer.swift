/// Answers a condition for all saved records of a kind at once: each part of it goes through one column of values, so that
/// a record is read only where no column can tell.
struct SavedAnswer {
    private let session: Session
    private let records: SavedRecords
    private let kind: Kind
    private let positions: Range<Int32>

    /// How surely the condition holds, one for each record: the raw values of ``Certainty``, of which the least is that of
    /// two that must both hold, and the greatest that of two of which one must.
    private typealias Certainties = ContiguousArray<UInt8>

    init(_ kind: Kind, of records: SavedRecords, in session: Session) {
        self.session = session
        self.records = records
        self.kind = kind
        positions = records.positions(of: kind)
    }

    /// The answers of all records, by position from the first of the kind on.
    func certainties(_ condition: Condition) -> ContiguousArray<Certainty> {
        let answer = answer(condition, where: Certainties(repeating: SavedAnswer.certainly, count: positions.count))
        return ContiguousArray(answer.map { $0 == 0 ? .no : $0 == SavedAnswer.certainly ? .certainly : .possibly })
    }

    private static let certainly = UInt8(Certainty.certainly.rawValue)

    /// The answers, no better than what stands already: where that is no, the record is not asked.
    private func answer(_ condition: Condition, where known: Certainties) -> Certainties {
        switch condition {
        case .all(let conditions):
            return conditions.sorted { $0.cost < $1.cost }.reduce(known) { answer($1, where: $0) }
        case .any(let conditions):
            let none = Certainties(repeating: 0, count: known.count)
            let best = conditions.reduce(none) { combined($0, answer($1, where: known), max) }
            return combined(best, known, min)
        case .not(let condition):
            let open = Certainties(known.map { $0 == 0 ? 0 : SavedAnswer.certainly })
            return combined(known, answer(condition, where: open)) { min($0, SavedAnswer.certainly - $1) }
        case .kind(let other):
            return other == kind ? known : Certainties(repeating: 0, count: known.count)
        case .identifier(let ids): return picked(ids.compactMap { records.position(of: $0) }, known)
        case .linked(let ids): return picked(linked(to: ids), known)
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

    /// Asks each distinct value of a field once.
    private func answer(_ condition: Condition, _ column: FieldColumn, _ known: Certainties) -> Certainties {
        let probe = Record(kind, Identifier(known: ""))
        let answers = Certainties(
            (0..<column.distinctCount).map { number in
                guard let value = column.value(Int32(number)) else { return 0 }
                var record = probe
                record.append(column.definition.name, .values([value]))
                return UInt8(condition.holds(record, in: session).rawValue)
            })
        var result = known
        for index in known.indices where known[index] != 0 {
            var best: UInt8 = 0
            for place in column.range(at: positions.lowerBound + Int32(index)) {
                best = max(best, answers[Int(column.numbers[place])])
            }
            result[index] = min(known[index], best)
        }
        return result
    }

    private func combined(
        _ left: Certainties, _ right: Certainties, _ combine: (UInt8, UInt8) -> UInt8
    ) -> Certainties {
        var result = left
        for index in result.indices { result[index] = combine(left[index], right[index]) }
        return result
    }

    /// Some records of the kind, and no others.
    private func picked(_ picked: [Int32], _ known: Certainties) -> Certainties {
        var result = Certainties(repeating: 0, count: known.count)
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

    private func oneByOne(_ condition: Condition, _ known: Certainties) -> Certainties {
        var result = known
        for index in known.indices where known[index] != 0 {
            let record = records.record(at: positions.lowerBound + Int32(index))
            result[index] = min(known[index], UInt8(condition.holds(record, in: session).rawValue))
        }
        return result
    }

    /// The records in which a folded text stands, or in the name of an entity that they name.
    private func containing(_ text: String, _ known: Certainties) -> Certainties {
        var found = matching(.contains(text), SavedTextSearch(text, kind, of: records), known)
        let bearers = session.entities(whoseNameContains: text)
        for name in bearers.isEmpty ? [] : kind.fieldsNamingEntities {
            found = combined(found, answer(.references(name, bearers), where: known), max)
        }
        guard let own = records.position(of: Identifier(known: text)) else { return found }
        return combined(found, picked([own], known), max)
    }

    /// The records that a search finds, among those that are still asked.
    private func matching(_ condition: Condition, _ search: SavedTextSearch, _ known: Certainties) -> Certainties {
        let (session, records) = (session, records)
        let stands = search.matches { condition.holds(records.record(at: $0), in: session) != .no }
        var result = known
        for index in result.indices where !stands[index] { result[index] = 0 }
        return result
    }
}

extension Condition {
    /// The field whose values alone decide, each by itself; nil where more of the record must be known.
    fileprivate func column(of kind: Kind) -> FieldName? {
        let name: FieldName
        switch self {
        case .tag: name = .tags
        case .references(let field, _), .word(let field, _, _, _), .when(let field, _, _), .quantity(let field, _, _),
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
