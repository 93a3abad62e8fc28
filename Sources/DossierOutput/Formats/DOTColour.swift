import DossierModel

/// The colours of a drawn graph, which its legend explains.
enum DOTColour {
    /// Of what is not chosen: neighbours and the edges to them.
    static let faint = "#b0b0b0"
    /// Of fields.
    static let field = "#707070"

    /// The ground of a node.
    static func of(_ kind: Kind) -> String {
        switch kind {
        case .source: "#e6e0d4"
        case .entity: "#d3ead3"
        case .event: "#cfe2f7"
        case .claim: "#fdf1c0"
        case .note: "#f3dcec"
        case .link, .session: "#e8e8e8"
        }
    }

    /// The line of a link: what speaks for something, what speaks against it, what limits it, what comes of what, whose words
    /// are whose, what belongs together, what is the same.
    static func of(relation: String) -> String {
        switch Relation.Shipped(rawValue: relation) {
        case .supports, .corroborates: "#1b7837"
        case .contradicts: "#c51b1b"
        case .qualifies, .compatibleWith: "#b35806"
        case .causes, .enables, .respondsTo, .precedes: "#2166ac"
        case .derivedFrom, .quotes: "#6b4c2a"
        case .partOf, .memberOf, .leads, .represents, .alliedWith, .locatedIn: "#6a3d9a"
        case .sameAs, .differentFrom: "#01776f"
        case nil: "#333333"
        }
    }
}
