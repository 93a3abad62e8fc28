import DossierLanguage
import DossierModel

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

    private enum Line {
        case same(String), gone(String), new(String)

        var isSame: Bool { if case .same = self { true } else { false } }
    }

    /// Old and new lines in one sequence, by the shortest way from one to the other.
    private var merged: [Line] {
        var gone: Set<Int> = []
        var new: Set<Int> = []
        for change in answer.lines.difference(from: cell.answer, by: { $0.hasSameBytes(as: $1) }) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): new.insert(offset)
            }
        }
        var lines: [Line] = []
        var (old, index) = (0, 0)
        while old < cell.answer.count || index < answer.lines.count {
            if gone.contains(old) {
                lines.append(.gone(cell.answer[old]))
                old += 1
            } else if new.contains(index) {
                lines.append(.new(answer.lines[index]))
                index += 1
            } else {
                lines.append(.same(cell.answer[old]))
                old += 1
                index += 1
            }
        }
        return lines
    }

    private var shown: [StyledText] {
        let lines = merged
        let changed = lines.indices.filter { !lines[$0].isSame }
        var near: Set<Int> = []
        for index in changed { near.formUnion(max(0, index - Self.context)...(index + Self.context)) }
        var shown: [StyledText] = []
        var isCut = false
        for (index, line) in lines.enumerated() {
            if near.contains(index) {
                shown.append(NotebookDifference.text(of: line))
            } else if !isCut {
                shown.append(StyledText(" …", .faint))
            }
            isCut = !near.contains(index)
        }
        return shown
    }

    private static func text(of line: Line) -> StyledText {
        switch line {
        case .same(let text): StyledText(" " + text, .faint)
        case .gone(let text): StyledText("-" + text, .bad)
        case .new(let text): StyledText("+" + text, .good)
        }
    }
}
