import DossierModel

/// Every entity is named by some other record.
package struct UnusedCheck: Check {
    private let session: Session

    package static let name = "unused"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .hint, of: [.entity], reading: [], "every entity is named by another record",
        example: CheckExample(
            .commands(["add entity nato \"NATO\""]),
            finds: ["nato  no record names it: link it, or 'drop nato'"], remedy: ["drop nato"]))

    /// Begins.
    package init(_ scope: CheckScope) { session = scope.session }

    /// Asks who names an entity.
    package mutating func findings(of entity: Record) -> [Finding] {
        let slot = session.slot(of: entity.id)
        if session.slotsReferring(to: entity.id).contains(where: { $0 != slot }) { return [] }
        return [Finding(entity.id, "no record names it: link it, or 'drop \(entity.id)'")]
    }
}
