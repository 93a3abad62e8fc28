extension Kind {
    /// The fields that hold the time by which a record stands on an axis or in a period, the first that has one.
    public var timeFields: [FieldName] {
        switch self {
        case .claim: [.said, .when]
        case .source: [.published]
        case .note: [.due]
        case .event, .link: [.when]
        case .entity, .session: []
        }
    }
}
