import DossierLanguage
import DossierModel
import DossierText

/// An answer that is another than the one in the notebook.
struct NotebookDifference: Sendable {
    /// The command with the answer that stands in the file.
    let cell: NotebookCell
    /// What it answers.
    let answer: NotebookAnswer
    /// The name of the notebook.
    let name: String

    /// How many lines that are the same are shown beside those that differ.
    private static let context = 2

    /// The place and the command, then the lines that are gone, new, and around them, in the manner of a unified diff.
    var lines: [StyledText] {
        let place = StyledText("\(name):\(cell.line): ", .strong)
        let head = [place + StyledText("the answer differs")]
        let command = NotebookCell.lines(of: cell.command.text(0..<cell.command.bytes.count))
        return head + command.map { StyledText(" " + $0, .command) } + shown
    }

    /// For programs: where it is, and both answers.
    var json: JSONValue {
        .object([
            "line": .number(JSONNumber(cell.line)),
            "command": .string(cell.command.text(0..<cell.command.bytes.count)),
            "written": .array(cell.answer.map { .string($0) }), "answered": .array(answer.lines.map { .string($0) }),
        ])
    }

    private var shown: [StyledText] {
        let difference = LineDifference(from: cell.answer, to: answer.lines)
        var shown: [StyledText] = []
        var end = 0
        for hunk in difference.hunks(context: Self.context) {
            if hunk.lowerBound > end { shown.append(StyledText(" …", .faint)) }
            shown += difference.lines[hunk].map(NotebookDifference.text)
            end = hunk.upperBound
        }
        return end < difference.lines.count ? shown + [StyledText(" …", .faint)] : shown
    }

    private static func text(of line: LineDifference.Line) -> StyledText {
        switch line {
        case .same(let text): StyledText(" " + text, .faint)
        case .removed(let text): StyledText("-" + text, .bad)
        case .added(let text): StyledText("+" + text, .good)
        }
    }
}
