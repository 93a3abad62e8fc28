/// Why a line editor could not be made.
public enum LineEditorError: Error, Sendable, Equatable {
    /// The terminal could not be opened for editing.
    case terminalUnavailable
}
