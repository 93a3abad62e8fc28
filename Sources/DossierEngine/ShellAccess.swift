/// What only the shell on a terminal has: what was typed, and the user's editor. A notebook elsewhere has none.
package protocol ShellAccess: AnyObject {
    /// The entries of the history, oldest first.
    var entries: [String] { get }

    /// Keeps an entry in the history.
    func remember(_ entry: String)

    /// Lets the user edit a text.
    ///
    /// - Throws: why the text stays as it was.
    func edit(_ text: String) throws(EditorFailure) -> String
}

/// Why a text was not edited.
package struct EditorFailure: Error, Sendable {
    /// What is wrong, as a sentence without a full stop.
    package let problem: String

    /// Makes a failure.
    package init(_ problem: String) { self.problem = problem }
}
