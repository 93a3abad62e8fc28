import DossierModel

/// Which types of entity fit a field, or the end of a relation.
struct FittingTypes {
    /// The types that fit, the best first.
    let types: [EntityType]
    /// Whether entities of other types listed are offered only where none of these answers.
    let leavesOutOthers: Bool

    /// What fits everywhere.
    static let any = FittingTypes([], leavesOutOthers: false)

    private static let bodies: [EntityType] = [.organization, .unit, .country]

    private init(_ types: [EntityType], leavesOutOthers: Bool) {
        self.types = types
        self.leavesOutOthers = leavesOutOthers
    }

    /// What fits a field.
    init(field: FieldName) {
        switch field {
        case .place: self.init([.place, .country], leavesOutOthers: true)
        case .country: self.init([.country], leavesOutOthers: true)
        case .actor, .speaker: self.init([.person] + FittingTypes.bodies, leavesOutOthers: false)
        default: self = .any
        }
    }

    /// What fits the end of a relation, as it is typed.
    init(endOf relation: String) {
        let fitting = Relation.shipped.first { $0.name == relation || $0.inverse == relation }
        let isFromEnd = fitting?.name != relation
        switch fitting.flatMap({ Relation.Shipped(rawValue: $0.name) }) {
        case .locatedIn where !isFromEnd: self.init([.place, .country], leavesOutOthers: true)
        case .memberOf where !isFromEnd, .leads where !isFromEnd:
            self.init(FittingTypes.bodies, leavesOutOthers: false)
        case .memberOf, .leads, .represents, .alliedWith:
            self.init([.person] + FittingTypes.bodies, leavesOutOthers: false)
        default: self = .any
        }
    }

    /// The candidates in the order in which they fit: by the types, then those whose type nobody listed or gave, then others.
    func sorted<Value>(_ values: [Value], type: (Value) -> String?) -> [Value] {
        if types.isEmpty { return values }
        var ranks: [[Value]] = Array(repeating: [], count: types.count + 2)
        for value in values { ranks[rank(of: type(value))].append(value) }
        if leavesOutOthers, ranks.dropLast().contains(where: { !$0.isEmpty }) { ranks.removeLast() }
        return ranks.flatMap { $0 }
    }

    private func rank(of type: String?) -> Int {
        guard let type else { return types.count }
        if let rank = types.firstIndex(where: { $0.rawValue == type }) { return rank }
        return Vocabulary.entityType.lists(type) ? types.count + 1 : types.count
    }
}
