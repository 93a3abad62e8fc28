/// Quantities that a query could not compare, because they are counted in another unit: units are never converted.
struct OtherUnits {
    private let query: ShowQuery
    private let context: Context

    init(_ query: ShowQuery, context: Context) {
        self.query = query
        self.context = context
    }

    /// One line where there are such, naming both units.
    func footers() throws(Diagnostic) -> [StyledText] {
        let condition = try ConditionCompiler(context: context, kind: query.kind).compile(query.query)
        guard let asked = condition.quantity, let unit = asked.unit else { return [] }
        var units: [String] = []
        var count = 0
        for kind in query.kind.map({ [$0] }) ?? Kind.listed {
            for quantity in context.session.records(of: kind).lazy.flatMap({ $0.quantities(.quantity) }) {
                guard let other = quantity.unit, (try? quantity.compare(.equal, asked)) == nil else { continue }
                count += 1
                if !units.contains(other) { units.append(other) }
            }
        }
        if count == 0 { return [] }
        let figures = count == 1 ? "1 figure" : "\(count) figures"
        return [StyledText("not compared with \(unit): \(figures) in \(units.joined(separator: ", "))", .doubtful)]
    }
}

extension Condition {
    /// The quantity that the condition asks for, where it asks for one.
    fileprivate var quantity: Quantity? {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.lazy.compactMap(\.quantity).first
        case .not(let condition): condition.quantity
        case .quantity(_, _, let quantity): quantity
        default: nil
        }
    }
}
