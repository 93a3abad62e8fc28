/// The hashes of a log, one an entry, from the first that is known to the head.
public struct LogChain: Sendable {
    /// One entry's hash.
    public struct Link: Sendable, Hashable {
        /// The number of the entry.
        public let number: Int
        /// When it was written; nil of an entry that was folded and of which the hash alone is known.
        public let at: String?
        /// Its SHA-256.
        public let hash: String
    }

    /// The links, the oldest first.
    public var links: [Link] = []
    /// The files that keep entries which were folded, and that were read, the oldest first.
    public var archives: [String] = []
    /// The file that keeps the entries before the first link and is not there.
    public var missingArchive: String?

    /// The link of a hash; nil where no entry that is known has it.
    public func link(of hash: String) -> Link? { links.first { $0.hash == hash } }
}

/// What does not hold in the files of a session.
public struct StorageFault: Sendable, Hashable {
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, as a sentence without a full stop.
    public let text: String

    /// Whether something is wrong, or only cannot be proved.
    public enum Severity: Sendable {
        case error, warning
    }
}
