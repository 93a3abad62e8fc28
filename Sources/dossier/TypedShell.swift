import DossierEngine
import LineEditor

/// What the shell on a terminal lends to commands.
final class TypedShell: ShellAccess {
    private let editor: LineEditor

    init(editor: LineEditor) { self.editor = editor }

    var entries: [String] { editor.history }

    func remember(_ entry: String) { editor.remember(entry) }

    func edit(_ text: String) throws(EditorFailure) -> String { try TextEditor().edit(text) }
}
