import DossierModel

/// No two records are likely to be the same thing.
package struct DuplicatesCheck: Check {
    private let scope: CheckScope

    package static let name = "duplicates"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [], reading: [], "no two records of a kind are likely to be the same thing",
        details:
            "'show duplicates' lists the same pairs with the reason for each. Nothing is merged automatically; the relation different-from says that two records are not the same.",
        example: CheckExample(
            .commands([
                "add entity nis \"National Intelligence Service\"", "add entity \"national intelligence service\"",
            ]),
            finds: [
                "national-intelligence-service  it may be nis: same name but for case; 'merge national-intelligence-service into nis' merges them, 'link national-intelligence-service different-from nis' keeps both"
            ], remedy: ["link national-intelligence-service different-from nis"]))

    /// Begins.
    package init(_ scope: CheckScope) { self.scope = scope }

    /// Finds the pairs, each at the record that was made later.
    package mutating func findings() -> [Finding] {
        Duplicates(of: Kind.listed, in: scope.session, for: scope.watch).pairs.map { pair in
            Finding(
                pair.second,
                "it may be \(pair.first): \(pair.reason); 'merge \(pair.second) into \(pair.first)' merges them, 'link \(pair.second) different-from \(pair.first)' keeps both",
                others: [pair.first])
        }
    }
}
