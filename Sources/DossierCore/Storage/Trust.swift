/// Which of a session's two files is believed where they do not belong together.
public enum Trust: Sendable {
    /// Neither: the session is not opened.
    case neither
    /// The state, as it stands in its file.
    case state
    /// The log, from which the state is made again.
    case log
}
