/// What an entity may be; the analyst may use types of their own.
public enum EntityType: String, VocabularyWord {
    case person
    case organization
    case unit
    case country
    case place
    case item

    /// What it means.
    public var meaning: String {
        switch self {
        case .person: "a human being"
        case .organization: "a company, service, party, agency or band"
        case .unit: "a part of an armed force"
        case .country: "a state or a territory that claims to be one"
        case .place: "a location of any size"
        case .item: "a thing: a ship, a weapon, an account, a document"
        }
    }
}
