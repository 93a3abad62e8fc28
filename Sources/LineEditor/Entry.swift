extension LineEditor {
    /// What one call of `read` brought.
    public enum Entry: Sendable, Equatable {
        /// A whole entry, its lines joined by newlines, without the last newline.
        case text(String)
        /// Ctrl-C: the entry was dropped, with all its lines.
        case interrupted
        /// Ctrl-D on an empty line, or the input was closed.
        case endOfInput
    }
}
