/// What a command is evaluated in: everything that it may know.
///
/// It never changes, and all parts of a command hold it: a class, so that holding it costs one reference.
public final class Context {
    /// The session as it stands.
    public let session: Session
    /// What `_` and `%3` mean.
    public let selection: Selection
    /// What the outside supplies.
    public let surroundings: Surroundings
    /// What was done so far.
    public let log: any LogReading
    /// What the user decided about the shell; in a script the standards, so that it answers the same everywhere.
    public let settings: Settings
    /// Records of which it is only possible that they are there, as of a day.
    let doubtful: Set<Identifier>

    /// Makes a context from its parts.
    public convenience init(
        session: Session, selection: Selection, surroundings: Surroundings, log: any LogReading,
        settings: Settings = Settings()
    ) {
        self.init(
            session: session, selection: selection, surroundings: surroundings, log: log, settings: settings,
            doubtful: [])
    }

    init(
        session: Session, selection: Selection, surroundings: Surroundings, log: any LogReading, settings: Settings,
        doubtful: Set<Identifier>
    ) {
        self.doubtful = doubtful
        self.session = session
        self.selection = selection
        self.surroundings = surroundings
        self.log = log
        self.settings = settings
    }
}

/// What `_` and `%3` mean: the records that the last command made or showed.
public struct Selection: Sendable {
    /// The records, in the order in which they were shown.
    public var identifiers: [Identifier] = []

    /// Selects nothing.
    public init() {}
}
