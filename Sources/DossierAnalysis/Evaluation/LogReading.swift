import DossierLanguage
import DossierModel

/// The log, and the files of the session, as commands and views see them: they are read and never written.
///
/// It stays in the thread in which commands are evaluated: the log may go on growing in another one.
package protocol LogReading {
    /// The number of the last entry.
    var count: Int { get }

    /// The last entries, the oldest of them first; where no number is given all that the log holds.
    ///
    /// - Throws: a diagnostic where an entry does not hold.
    func entries(last limit: Int?, at place: Place) throws(Diagnostic) -> [LogEntry]

    /// All entries, those of the script that runs among them.
    ///
    /// - Throws: a diagnostic where an entry does not hold.
    func steps(at place: Place) throws(Diagnostic) -> [LogEntry]

    /// The hashes of all entries, those included that were folded and kept.
    ///
    /// - Throws: a diagnostic where an entry does not hold.
    func chain(at place: Place) throws(Diagnostic) -> LogChain

    /// What does not hold in the files, read anew.
    func faults() -> [StorageFault]
}

extension LogReading {
    package func steps(at place: Place) throws(Diagnostic) -> [LogEntry] { try entries(last: nil, at: place) }
}

/// A log that tells nothing.
package struct NoLog: LogReading {
    package let count = 0

    package init() {}

    package func entries(last limit: Int?, at place: Place) -> [LogEntry] { [] }

    package func chain(at place: Place) -> LogChain { LogChain() }

    package func faults() -> [StorageFault] { [] }
}
