/// What the engine hands up for one command.
public struct Reply: Sendable {
    /// The answer.
    public var answer: Answer
    /// What the user should know beside it.
    public var notices: [String] = []
    /// Whether the answer is bad news, with which a program ends as failed.
    public var failed = false
    /// Whether the user asked to leave.
    public var quits = false
    /// Whether the session changed.
    public var changed = false

    /// Makes a reply of its parts.
    public init(
        answer: Answer, notices: [String] = [], failed: Bool = false, quits: Bool = false, changed: Bool = false
    ) {
        self.answer = answer
        self.notices = notices
        self.failed = failed
        self.quits = quits
        self.changed = changed
    }
}
