import DossierModel

/// In which records two sessions differ.
struct SessionDifference {
    /// Those that only the first holds.
    private(set) var added: [Identifier] = []
    /// Those that only the other holds.
    private(set) var missing: [Identifier] = []
    /// Those that the two hold otherwise.
    private(set) var changed: [Identifier] = []

    /// Compares a session with another.
    init(of session: Session, from other: Session) {
        if session.header != other.header { changed.append(.session) }
        for record in session.records {
            guard let theirs = other[record.id] else {
                added.append(record.id)
                continue
            }
            if theirs != record { changed.append(record.id) }
        }
        missing = other.records.filter { session[$0.id] == nil }.map(\.id)
    }

    /// All of them.
    var identifiers: [Identifier] { changed + added + missing }
}
