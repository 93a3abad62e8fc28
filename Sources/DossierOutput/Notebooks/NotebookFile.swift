import DossierLanguage
import DossierTime

/// A notebook: Markdown with fenced blocks of the language.
///
/// In a block whose first line is ```` ```dossier ````, a line that begins with `> ` is a command, and the lines under it are
/// what it answered. A command that goes on over lines has `> ` before each of them.
package struct NotebookFile: Sendable {
    /// The name as errors show it.
    let name: String
    /// The file.
    let bytes: [UInt8]
    /// The commands, in order.
    package let cells: [NotebookCell]

    /// Whether a path is that of a notebook.
    package static func isNamed(_ path: String) -> Bool { path.hasSuffix(".md") }

    /// Reads a file that is known to be UTF-8.
    ///
    /// - Throws: a diagnostic where a block has no form that can be read.
    package init(_ file: SourceText) throws(Diagnostic) {
        let name = file.name ?? ""
        let bytes = file.bytes
        self.name = name
        self.bytes = bytes
        let lines = MarkdownLine.all(in: bytes)
        var cells: [NotebookCell] = []
        for block in MarkdownBlock.all(in: bytes, lines) where block.fence.words.first == NotebookFormat.name {
            let reader = try NotebookBlockReader(block, lines, bytes, name: name)
            cells += try reader.cells()
        }
        self.cells = cells
    }

    /// The file with the answers in place of those that stand in it, one for each cell; all else stays, byte for byte.
    func bytes(with answers: [NotebookAnswer]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for (cell, answer) in zip(cells, answers) where !cell.holds(answer) {
            result += bytes[position..<cell.answerRange.lowerBound]
            result += written(answer, in: cell)
            position = cell.answerRange.upperBound
        }
        return result + bytes[position...]
    }

    /// The lines of an answer as they stand in the file. Where the file ended without a line end, it still does.
    private func written(_ answer: NotebookAnswer, in cell: NotebookCell) -> [UInt8] {
        let margin = String(repeating: " ", count: cell.fence.indentation)
        let lines = answer.lines.map { $0.isEmpty ? "" : margin + $0 }
        let isAtEnd = cell.answerRange.upperBound == bytes.count && bytes.last != UInt8(ascii: "\n")
        if !isAtEnd { return Array(lines.map { $0 + cell.lineEnd }.joined().utf8) }
        let followsOpenLine = cell.answerRange.isEmpty && !lines.isEmpty
        return Array(((followsOpenLine ? cell.lineEnd : "") + lines.joined(separator: cell.lineEnd)).utf8)
    }
}

/// Reads the commands and answers of one block.
private struct NotebookBlockReader {
    private let lines: ArraySlice<MarkdownLine>
    private let bytes: [UInt8]
    private let name: String
    private let fence: MarkdownFence
    private let format: NotebookFormat
    private let lineEnd: String

    init(_ block: MarkdownBlock, _ lines: [MarkdownLine], _ bytes: [UInt8], name: String) throws(Diagnostic) {
        self.lines = lines[block.lines]
        self.bytes = bytes
        self.name = name
        fence = block.fence
        let opening = lines[block.opening]
        do { format = try NotebookFormat(fence.words.dropFirst()) } catch {
            throw Diagnostic(
                .invalidValue, error.problem, at: SourceText(bytes: bytes, name: name).place(opening.content),
                expectation: error.expectation)
        }
        lineEnd = bytes[opening.whole].suffix(2).elementsEqual([0x0D, 0x0A]) ? "\r\n" : "\n"
    }

    func cells() throws(Diagnostic) -> [NotebookCell] {
        var cells: [NotebookCell] = []
        var index = lines.startIndex
        while index < lines.endIndex {
            if NotebookCell.command(of: text(index)) != nil {
                cells.append(cell(at: &index))
            } else if NotebookAnswer.trimmed(text(index)).isEmpty {
                index += 1
            } else {
                throw .answerWithoutCommand(SourceText(bytes: bytes, name: name).place(lines[index].content))
            }
        }
        return cells
    }

    private func cell(at index: inout Int) -> NotebookCell {
        let first = index
        let command = command(at: &index)
        let start = index
        while index < lines.endIndex, NotebookCell.command(of: text(index)) == nil { index += 1 }
        let answer = NotebookAnswer.withoutEnd((start..<index).map { NotebookAnswer.trimmed(text($0)) })
        let begin = lines[start - 1].whole.upperBound
        let end = answer.isEmpty ? begin : lines[start + answer.count - 1].whole.upperBound
        let source = SourceText(
            bytes: Array(command.utf8), name: name, firstLine: first + 1,
            margin: margin(of: first) + NotebookCell.mark.count)
        return NotebookCell(
            command: source, answer: answer, answerRange: begin..<end, fence: fence, format: format, lineEnd: lineEnd)
    }

    /// The lines of a command, to its last: a line that follows with the mark belongs to it as long as it is not complete.
    private func command(at index: inout Int) -> String {
        var command = NotebookCell.command(of: text(index)) ?? ""
        index += 1
        var isWaiting = !Lexer.isComplete(command)
        while isWaiting, index < lines.endIndex, let line = NotebookCell.command(of: text(index)) {
            let isContinued = command.utf8.last == UInt8(ascii: "\\")
            command += "\n" + line
            index += 1
            if isContinued || Lexer.holdsTextMark(line) { isWaiting = !Lexer.isComplete(command) }
        }
        return command
    }

    /// How many spaces of a line stand left of the block.
    private func margin(of index: Int) -> Int {
        bytes[lines[index].content].prefix(fence.indentation).prefix { $0 == UInt8(ascii: " ") }.count
    }

    /// A line without the spaces that the fence has too.
    private func text(_ index: Int) -> String {
        String(decoding: bytes[lines[index].content].dropFirst(margin(of: index)), as: UTF8.self)
    }
}

extension Diagnostic {
    fileprivate static func answerWithoutCommand(_ place: Place) -> Diagnostic {
        Diagnostic(
            .answerWithoutCommand, "there is no command above this line", at: place,
            expectation: "a command, which begins with '> '",
            notes: ["begin a block that is only to be read with another word than 'dossier'"])
    }
}
