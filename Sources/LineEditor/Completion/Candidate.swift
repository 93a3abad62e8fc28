extension LineEditor {
    /// One way to complete what was typed.
    public struct Candidate: Sendable, Equatable {
        /// What is put into the line, already quoted where the language wants it.
        public var replacement: String
        /// What the list shows.
        public var label: String
        /// A short description for the list. It may be empty.
        public var detail: String
        /// Whether a space follows when the candidate is put in.
        public var isFinal: Bool

        /// A candidate. The label is the replacement where none is given.
        public init(replacement: String, label: String? = nil, detail: String = "", isFinal: Bool = true) {
            self.replacement = replacement
            self.label = label ?? replacement
            self.detail = detail
            self.isFinal = isFinal
        }
    }
}
