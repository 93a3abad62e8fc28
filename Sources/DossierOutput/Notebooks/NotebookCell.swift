import DossierLanguage
import DossierModel

/// A command in a notebook, with the answer that stands under it.
package struct NotebookCell: Sendable {
    /// The command without the marks before its lines; its places are those in the file.
    package let command: SourceText
    /// The answer as it stands in the file, in the form of ``NotebookAnswer/lines``.
    let answer: [String]
    /// The bytes of that answer with its line ends; empty lines after it are left out.
    let answerRange: Range<Int>
    /// The block's first line.
    package let fence: MarkdownFence
    /// How the answers of the block are written.
    package let format: NotebookFormat
    /// What ends the lines of the block.
    let lineEnd: String

    /// The command as the shell takes it, so that its errors name no place in the file.
    package var typed: SourceText { SourceText(bytes: command.bytes, name: nil) }

    /// Whether the answer stands in the file as it is, byte for byte.
    func holds(_ answer: NotebookAnswer) -> Bool {
        self.answer.elementsEqual(answer.lines) { $0.hasSameBytes(as: $1) }
    }

    /// The line of the file on which the command begins.
    var line: Int { command.firstLine }

    /// Whether the notebook says that the command fails.
    package var expectsError: Bool { answer.first?.hasPrefix("error:") == true }
}

extension NotebookCell {
    /// The mark before each line of a command.
    static let mark = "> "

    /// The line of a command that stands in a line of a block; nil where it is part of an answer.
    static func command(of line: String) -> String? {
        if line == ">" { return "" }
        return line.utf8.starts(with: mark.utf8) ? String(line.dropFirst(mark.count)) : nil
    }

    /// The lines of a command as a notebook holds them.
    package static func lines(of command: String) -> [String] {
        TextLines.of(command).map { $0.isEmpty ? ">" : mark + $0 }
    }
}
