@testable import DossierEngine

/// A shell whose user has typed some entries, and edits each text in the same way.
final class StubShell: ShellAccess {
    private(set) var entries: [String]
    private let edit: (String) throws(EditorFailure) -> String
    /// The texts that the user was given to edit.
    private(set) var shown: [String] = []

    init(entries: [String] = [], edit: @escaping (String) throws(EditorFailure) -> String = { $0 + "." }) {
        self.entries = entries
        self.edit = edit
    }

    func remember(_ entry: String) { entries.append(entry) }

    func edit(_ text: String) throws(EditorFailure) -> String {
        shown.append(text)
        return try edit(text)
    }
}
