extension LineEditor {
    /// What the caller decides about a line editor.
    public struct Settings: Sendable {
        /// The name that `~/.editrc` may put before a line to address this program alone.
        public var programName = "dossier"
        /// Where entries are kept between runs. `nil` keeps them in memory only.
        public var historyPath: String?
        /// How many entries are kept, the newest. With 0 none is kept or recalled, and the file stays as it is.
        public var historyLimit = 100_000
        /// Whether the newest matching entry is shown in faint type behind the cursor.
        public var suggestions = true
        /// Whether the editor may use colour and faint type. Without it there are no suggestions either.
        public var color = true

        /// Whether lines are read without editing, and nothing is drawn anew, as a screen reader wants it.
        public var isPlain = false

        /// The settings a shell starts with.
        public init() {}
    }
}
