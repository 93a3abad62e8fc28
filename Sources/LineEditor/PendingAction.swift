/// What is done before the next key is read, when libedit has drawn the line and moved the cursor to its end: only then
/// is it known where on the screen the line ends.
enum PendingAction {
    /// Shows the echo, if there is one, and ends the line.
    case end(LineEnd, echo: String)
    case list(CompletionList, scalarsAfterCursor: Int)
    case suspend(scalarsAfterCursor: Int)
}
