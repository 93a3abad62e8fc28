import DossierModel

/// The schemata of FollowTheMoney that records become.
enum FTMSchema: String {
    case article = "Article"
    case address = "Address"
    case person = "Person"
    case organization = "Organization"
    case legalEntity = "LegalEntity"
    case asset = "Asset"
    case event = "Event"
    case note = "Note"
    case link = "UnknownLink"

    /// The schema of a record.
    init(of record: Record) {
        switch record.kind {
        case .source: self = .article
        case .event: self = .event
        case .claim, .note, .session: self = .note
        case .link: self = .link
        case .entity:
            switch record.entityType {
            case .person: self = .person
            case .organization, .unit: self = .organization
            case .place: self = .address
            case .item: self = .asset
            case .country, nil: self = .legalEntity
            }
        }
    }

    /// Whether it is a kind of legal entity, which takes part in events.
    var isLegalEntity: Bool { self == .person || self == .organization || self == .legalEntity }

    /// The type of entity that it says by itself.
    var type: EntityType? {
        switch self {
        case .person: .person
        case .organization: .organization
        case .address: .place
        case .asset: .item
        default: nil
        }
    }
}
