/// How a session is opened, and what happens where another process writes it.
package enum Access: Sendable {
    /// It is read and never changed; no lock is needed.
    case reader
    /// A person works with it: it waits so many seconds for another process, then only reads.
    case person(waiting: Double)
    /// A program works with it: it waits so many seconds for another process, then ends. The log is there from the beginning,
    /// so that of several programs that begin one session each waits for the one before.
    case program(waiting: Double)

    /// Seconds.
    var waiting: Double {
        switch self {
        case .reader: 0
        case .person(let seconds), .program(let seconds): seconds
        }
    }

    package var isReader: Bool {
        if case .reader = self { return true }
        return false
    }

    var isProgram: Bool {
        if case .program = self { return true }
        return false
    }
}
