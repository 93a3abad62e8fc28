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

        /// Makes the link of an entry.
        public init(number: Int, at: String? = nil, hash: String) {
            self.number = number
            self.at = at
            self.hash = hash
        }
    }

    /// The links, the oldest first.
    public var links: [Link] = []
    /// The files that keep entries which were folded, and that were read, the oldest first.
    public var archives: [String] = []
    /// The file that keeps the entries before the first link and is not there.
    public var missingArchive: String?

    /// Makes a chain of its parts.
    public init(links: [Link] = [], archives: [String] = [], missingArchive: String? = nil) {
        self.links = links
        self.archives = archives
        self.missingArchive = missingArchive
    }

    /// The link of a hash; nil where no entry that is known has it.
    public func link(of hash: String) -> Link? { links.first { $0.hash == hash } }
}

/// What does not hold in the files of a session.
public struct StorageFault: Sendable, Hashable {
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, as a sentence without a full stop.
    public let text: String

    /// Makes a fault of its parts.
    public init(severity: Severity, text: String) {
        self.severity = severity
        self.text = text
    }

    /// Whether something is wrong, or only cannot be proved.
    public enum Severity: Sendable {
        case error, warning
    }
}
