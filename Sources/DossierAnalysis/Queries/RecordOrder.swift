import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// Sorts records by fields; those without a value come last, whichever way the others go.
struct RecordOrder {
    private let keys: [(name: FieldName, descending: Bool)]

    /// - Throws: a diagnostic where a field is none of the kind's.
    init(_ query: ShowQuery) throws(Diagnostic) {
        var keys: [(name: FieldName, descending: Bool)] = []
        for (token, descending) in query.order {
            keys.append((try FieldNames.name(token, of: query.kind), descending))
        }
        self.keys = keys
    }

    /// The fields by which rows are sorted.
    var fields: [FieldName] { keys.map(\.name) }

    /// The rows in order, those of the same value as they stood.
    ///
    /// - Parameter first: how many of them must be in order, the others follow in any; all where nil.
    func sorted(_ rows: [QueryEvaluation.Row], first: Int? = nil, in session: Session) -> [QueryEvaluation.Row] {
        let columns = keys.map { (ranks: RecordOrder.ranks($0.name, rows, session), descending: $0.descending) }
        if let column = columns.first, columns.count == 1 {
            return RecordOrder.places(column.ranks, descending: column.descending, first: first).map { rows[$0] }
        }
        return rows.indices.sorted { left, right in
            for column in columns {
                let (mine, theirs) = (column.ranks[left], column.ranks[right])
                if mine == theirs { continue }
                if mine < 0 || theirs < 0 { return theirs < 0 }
                return column.descending ? mine > theirs : mine < theirs
            }
            return left < right
        }.map { rows[$0] }
    }

    /// The rows by one key: its rank and the row's own place in one word, which sorts faster than a comparison of rows.
    private static func places(_ ranks: [Int32], descending: Bool, first: Int?) -> [Int] {
        // Without a value the rank is -1, which as a number without a sign comes after all others.
        var words = [UInt64](unsafeUninitializedCapacity: ranks.count) { words, count in
            for (place, rank) in ranks.enumerated() {
                let turned = rank < 0 || !descending ? rank : .max - rank
                words[place] = UInt64(UInt32(bitPattern: turned)) << 32 | UInt64(place)
            }
            count = ranks.count
        }
        if let first, first < words.count / 8 { words.putLeastFirst(first) } else { words.sort() }
        return words.map { Int($0 & 0xFFFF_FFFF) }
    }

    /// Where each row stands among the values of a field, equal values in one place; -1 without a value.
    private static func ranks(_ name: FieldName, _ rows: [QueryEvaluation.Row], _ session: Session) -> [Int32] {
        switch name.text {
        case "id": return ranks(rows.map { session.identifier(at: $0.slot).map { SortKey($0) } ?? .missing })
        case "kind": return ranks(rows.map { SortKey(session.kind(at: $0.slot)) })
        default: break
        }
        if let known = rankedByIndex(name, rows, session) { return known }
        let values = SlotValues(name, at: rows.lazy.map(\.slot), in: session)
        let ranks = ranks(values.values.map { SortKey($0.value, of: name, $0.kind) })
        return rows.indices.map { row in values.numbers(at: row).first.map { ranks[Int($0)] } ?? -1 }
    }

    /// The same where all rows are saved records of one kind, and the field was asked for before.
    private static func rankedByIndex(
        _ name: FieldName, _ rows: [QueryEvaluation.Row], _ session: Session
    ) -> [Int32]? {
        guard let saved = session.saved, let first = rows.first, session.isAsSaved(first.slot) else { return nil }
        let kind = saved.kind(of: first.slot)
        let positions = saved.positions(of: kind)
        guard kind.definition.field(name) != nil, let column = saved.columns(kind, [name]).first,
            session.slotsReplaced.isEmpty
                ? rows.allSatisfy({ positions.contains($0.slot) })
                : rows.allSatisfy({ positions.contains($0.slot) && session.isAsSaved($0.slot) }),
            let index = saved.index(of: column, kind)
        else { return nil }
        let ranks = index.ranks(of: column) { values in
            RecordOrder.ranks(values.map { value in value.map { SortKey($0, of: name, kind) } ?? .missing })
        }
        return rows.map { ranks[Int($0.slot &- positions.lowerBound)] }
    }

    private static func ranks(_ keys: [SortKey]) -> [Int32] {
        let order = keys.indices.filter { !keys[$0].isMissing }.sorted { keys[$0].precedes(keys[$1]) }
        var ranks = [Int32](repeating: -1, count: keys.count)
        var rank: Int32 = 0
        for (place, index) in order.enumerated() {
            if place > 0, keys[order[place - 1]].precedes(keys[index]) { rank += 1 }
            ranks[index] = rank
        }
        return ranks
    }
}

extension [UInt64] {
    /// Puts the least of them in order at the front; the others follow in any order.
    fileprivate mutating func putLeastFirst(_ count: Int) {
        if count <= 0 || count >= self.count { return sort() }
        // The words before `count` are always the least of those seen, and the last of them is the greatest.
        self[..<count].sort()
        for index in count..<self.count where self[index] < self[count - 1] {
            let word = self[index]
            self[index] = self[count - 1]
            let place = self[..<(count - 1)].partitioningIndex { $0 > word }
            for later in stride(from: count - 1, to: place, by: -1) { self[later] = self[later - 1] }
            self[place] = word
        }
    }
}

/// What a record is sorted by.
private enum SortKey {
    case missing
    case text(String)
    case number(Int)
    case when(When)
    case quantity(Decimal)

    init(_ id: Identifier) {
        self = .text(
            id.given.map { given in
                String(repeating: "0", count: 13 - String(given.number).count) + String(given.number)
            } ?? id.text)
    }

    init(_ kind: Kind) { self = .number(Kind.listed.firstIndex(of: kind) ?? 0) }

    init(_ value: FieldValue, of name: FieldName, _ kind: Kind) {
        switch value {
        case .when(let when): self = .when(when)
        case .quantity(let quantity):
            self = (quantity.best ?? quantity.low ?? quantity.high).map { .quantity($0) } ?? .missing
        case .grade(let grade):
            self = .number((grade.reliability.rank ?? 9) * 10 + (grade.credibilityRank ?? 9))
        case .reliability(let letter): self = .number(letter.rank ?? 9)
        case .likelihood(let likelihood): self = .number(likelihood.low + likelihood.high)
        case .reference(let id): self = .text(FoldedText.of(id.text))
        case .text(let text):
            if case .word(let vocabulary)? = kind.definition.field(name)?.type, vocabulary.lists(text) {
                self = .number(vocabulary.rank(of: text))
            } else {
                self = .text(FoldedText.of(text))
            }
        default: self = .text(FoldedText.of(value.typed))
        }
    }

    var isMissing: Bool {
        if case .missing = self { return true }
        return false
    }

    func precedes(_ other: SortKey) -> Bool {
        switch (self, other) {
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.number(let left), .number(let right)): left < right
        case (.when(let left), .when(let right)): When.inOrder(left, right)
        case (.quantity(let left), .quantity(let right)): left < right
        case (.number, .text): true
        default: false
        }
    }
}

/// The names of fields that a query sorts, counts and shows by.
package enum FieldNames {
    /// The field of a word.
    ///
    /// - Parameter others: what may stand there besides, for the error.
    /// - Throws: a diagnostic where no kind that is asked has it.
    package static func name(
        _ token: Token, of kind: Kind?, or others: [String] = []
    ) throws(Diagnostic) -> FieldName {
        if ["id", "kind"].contains(token.text) { return FieldName(token.text) }
        let name = FieldName(token.text == "tag" ? "tags" : token.text)
        let kinds = kind.map { [$0] } ?? Kind.listed
        if kinds.contains(where: { $0.definition.field(name) != nil }) { return name }
        var known = ["id", "kind"]
        for field in kinds.flatMap({ $0.definition.fields }).map(\.name.text) where !known.contains(field) {
            known.append(field)
        }
        throw .unknownQueryField(token.text, kind, known: known + others, at: token.place)
    }
}
