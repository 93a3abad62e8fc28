import DossierLanguage
import DossierModel
import DossierTime

/// Quantities that a query could not compare, because they are counted in another unit: units are never converted.
package struct OtherUnits {
    private let condition: Condition
    private let kinds: [Kind]
    private let session: Session

    package init(_ condition: Condition, _ kind: Kind?, in session: Session) {
        self.condition = condition
        self.kinds = kind.map { [$0] } ?? Kind.listed
        self.session = session
    }

    /// One line where there are such, naming both units.
    package var footers: [StyledText] {
        guard let asked = condition.quantity, let unit = asked.unit else { return [] }
        var units: [String] = []
        var count = 0
        for kind in kinds {
            for figure in session.valueCounts(.quantity, of: kind) {
                guard case .quantity(let quantity) = figure.value, let other = quantity.unit,
                    (try? quantity.compare(.equal, asked)) == nil
                else { continue }
                count += figure.count
                if !units.contains(other) { units.append(other) }
            }
        }
        if count == 0 { return [] }
        let figures = count == 1 ? "1 figure" : "\(count) figures"
        return [
            StyledText("not compared with \(unit): \(figures) in \(units.sorted().joined(separator: ", "))", .doubtful)
        ]
    }
}

extension Condition {
    /// The quantity that the condition asks for, where it asks for one.
    fileprivate var quantity: Quantity? {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.lazy.compactMap(\.quantity).first
        case .not(let condition): condition.quantity
        case .quantity(_, _, let quantity, _): quantity
        default: nil
        }
    }
}
