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

    func sorted(_ rows: [QueryEvaluation.Row]) -> [QueryEvaluation.Row] {
        let decorated = rows.enumerated().map { index, row in
            (index: index, keys: keys.map { SortKey(row.record, $0.name) }, row: row)
        }
        return decorated.sorted { left, right in
            for (position, key) in keys.enumerated() {
                let (mine, theirs) = (left.keys[position], right.keys[position])
                if mine.isMissing != theirs.isMissing { return theirs.isMissing }
                if mine.precedes(theirs) { return !key.descending }
                if theirs.precedes(mine) { return key.descending }
            }
            return left.index < right.index
        }.map(\.row)
    }
}

/// What a record is sorted by.
private enum SortKey {
    case missing
    case text(String)
    case number(Int)
    case when(When)
    case quantity(Decimal)

    init(_ record: Record, _ name: FieldName) {
        if name.text == "id" {
            self = .text(
                record.id.given.map { given in
                    String(repeating: "0", count: 13 - String(given.number).count) + String(given.number)
                } ?? record.id.text)
            return
        }
        if name.text == "kind" {
            self = .number(Kind.listed.firstIndex(of: record.kind) ?? 0)
            return
        }
        guard let value = record[name].first else {
            self = .missing
            return
        }
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
            if case .word(let vocabulary)? = record.kind.definition.field(name)?.type, vocabulary.lists(text) {
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
enum FieldNames {
    /// The field of a word.
    ///
    /// - Throws: a diagnostic where no kind that is asked has it.
    static func name(_ token: Token, of kind: Kind?) throws(Diagnostic) -> FieldName {
        if ["id", "kind"].contains(token.text) { return FieldName(token.text) }
        let name = FieldName(token.text == "tag" ? "tags" : token.text)
        let kinds = kind.map { [$0] } ?? Kind.listed
        if kinds.contains(where: { $0.definition.field(name) != nil }) { return name }
        var known = ["id", "kind"]
        for field in kinds.flatMap({ $0.definition.fields }).map(\.name.text) where !known.contains(field) {
            known.append(field)
        }
        let field = Token.Field(name: token.text, namePlace: token.place, comparison: .matches, value: nil)
        throw .unknownQueryField(field, kind, known: known)
    }
}
