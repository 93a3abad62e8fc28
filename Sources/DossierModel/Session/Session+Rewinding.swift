import DossierTime

extension Session {
    /// The session as it stood before some entries of the log, which follow each other and end with the last one there is:
    /// each of their changes holds what was before it.
    ///
    /// - Throws: a value error where an entry left a record otherwise than it stands, so that the entries do not tell all.
    public func rewound(
        before entries: some BidirectionalCollection<LogEntry>, for watch: (any WorkWatch)? = nil
    ) throws(ValueError) -> Session {
        var session = self
        let work = Work("going back", .entries, of: entries.count, stride: 16, for: watch)
        for entry in entries.reversed().steps(of: work) {
            for change in entry.changes.reversed() {
                if let id = change.id, !session.holds(change.new, as: id) {
                    throw ValueError("entry \(entry.number) left '\(id)' in another form than the one found after it")
                }
                session.apply(change.inverse)
            }
        }
        return session
    }

    /// Whether a record stands as an entry left it; a header without fields is none.
    private func holds(_ record: Record?, as id: Identifier) -> Bool {
        id == .session ? header.entries == record?.entries ?? [] : self[id] == record
    }
}
