import DossierLanguage
import DossierModel

/// Everything that a command may read while it is evaluated.
///
/// It is an immutable class, because all parts of a command hold it.
package final class Context {
    /// The session as it stands.
    package let session: Session
    /// What `_` and `%3` mean.
    package let selection: Selection
    /// What was done so far.
    package let log: any LogReading
    /// Records of which it is only possible that they are there, as of a day.
    let doubtful: Set<Identifier>
    private let circumstances: Circumstances

    /// What the outside supplies.
    package var surroundings: Surroundings { circumstances.surroundings }

    /// What the user decided about the shell; in a script the standards, so that it answers the same everywhere.
    package var settings: Settings { circumstances.settings }

    /// Makes a context from its parts.
    package convenience init(
        session: Session, selection: Selection, surroundings: Surroundings, log: any LogReading,
        settings: Settings = Settings()
    ) {
        self.init(
            session: session, selection: selection,
            circumstances: Circumstances(surroundings: surroundings, settings: settings), log: log)
    }

    package init(session: Session, selection: Selection, circumstances: Circumstances, log: any LogReading) {
        self.session = session
        self.selection = selection
        self.circumstances = circumstances
        self.log = log
        doubtful = []
    }

    /// The same with another session or log, as a command sees them that looks back.
    package init(
        _ context: Context, session: Session, log: (any LogReading)? = nil, doubtful: Set<Identifier>? = nil
    ) {
        self.session = session
        self.log = log ?? context.log
        self.doubtful = doubtful ?? context.doubtful
        selection = context.selection
        circumstances = context.circumstances
    }
}

/// What stays as it is from one command to the next: one reference for all that the outside and the user decide.
package final class Circumstances: Sendable {
    let surroundings: Surroundings
    let settings: Settings

    package init(surroundings: Surroundings, settings: Settings) {
        self.surroundings = surroundings
        self.settings = settings
    }
}

/// What `_` and `%3` mean: the records that the last command made or showed.
package struct Selection: Sendable {
    /// The records, in the order in which they were shown.
    package var identifiers: [Identifier] = []

    /// Selects nothing.
    package init() {}
}
