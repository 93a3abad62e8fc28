import DossierLanguage
import DossierModel

/// What came of a notebook's commands beside the answers that stand in it.
package struct NotebookCheck: Sendable {
    /// The name of the notebook.
    package let name: String
    /// How many commands ran.
    package let count: Int
    /// The file as it was when its commands ran.
    package let source: [UInt8]
    /// The file with the answers as they are now; all else in it is as it was, byte for byte.
    package let bytes: [UInt8]
    /// The answers that are other than those in the file.
    let differences: [NotebookDifference]

    /// Whether an answer differs.
    package var failed: Bool { !differences.isEmpty }

    /// Compares answers, one for each command of a file.
    package init(_ file: NotebookFile, _ answers: [NotebookAnswer]) {
        name = file.name
        count = answers.count
        source = file.bytes
        bytes = file.bytes(with: answers)
        differences = zip(file.cells, answers).filter { !$0.holds($1) }.map {
            NotebookDifference(cell: $0, answer: $1, name: file.name)
        }
    }

    /// Nothing compared.
    package init() {
        name = ""
        count = 0
        source = []
        bytes = []
        differences = []
    }

    /// Each difference line by line, then how many there are.
    package var comparison: Reply {
        let verdict =
            differences.isEmpty
            ? StyledText("\(name): \(answers) as written", .good)
            : StyledText("\(name): \(differences.count) of \(answers) differ", .bad)
        return reply(
            differences.flatMap { $0.lines.map { .prose($0, indent: 4) } + [.line("")] } + [.line(verdict)],
            ["differences": .array(differences.map(\.json))])
    }

    /// How many answers were written anew, and which of them are errors now.
    package var report: Reply {
        let text = differences.isEmpty ? "nothing changed" : "\(differences.count) of \(answers) rewritten"
        var reply = reply(
            [.line(StyledText("\(name): \(text)"))], ["written": .number(JSONNumber(differences.count))])
        reply.notices = differences.filter { $0.answer.error != nil }.map {
            "\(name):\($0.cell.line): the answer is now an error: \($0.answer.error?.message ?? "")"
        }
        return reply
    }

    private var answers: String { count == 1 ? "1 answer" : "\(count) answers" }

    private func reply(_ blocks: [Block], _ members: JSONObject) -> Reply {
        let head: JSONObject = ["notebook": .string(name), "answers": .number(JSONNumber(count))]
        let json = JSONObject(members: head.members + members.members)
        return Reply(answer: Answer(blocks, json: .object(json)), failed: failed)
    }
}
