import DossierLanguage

/// What a command answered, as a notebook holds it.
package struct NotebookAnswer: Sendable {
    /// The lines: blanks at their ends and empty lines after the last are left out. A line that would be read as a command or
    /// as the end of the block stands behind a `\`.
    package let lines: [String]
    /// The error, where it is one.
    package let error: Diagnostic?

    /// Takes what the shell shows.
    package init(_ text: String, error: Diagnostic? = nil, in fence: MarkdownFence) {
        lines = NotebookAnswer.withoutEnd(
            TextLines.of(text).map { NotebookAnswer.escaped(NotebookAnswer.trimmed($0), in: fence) })
        self.error = error
    }

    /// A line without the blanks at its end, which editors take away.
    package static func trimmed(_ line: some StringProtocol) -> String {
        var text = Substring(line)
        while let last = text.unicodeScalars.last, last == " " || last == "\t" || last == "\r" {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }

    /// The lines without the empty ones after the last that says something.
    static func withoutEnd(_ lines: [String]) -> [String] {
        let count = lines.reversed().drop(while: \.isEmpty).count
        return Array(lines.prefix(count))
    }

    private static func escaped(_ line: String, in fence: MarkdownFence) -> String {
        let bare = String(line.drop { $0 == "\\" })
        let isMark = NotebookCell.command(of: bare) != nil || fence.isClosed(by: Array(bare.utf8)[...])
        return isMark ? "\\" + line : line
    }
}

/// The lines of a text.
package enum TextLines {
    /// The lines without their ends, LF or CR LF; what follows the last end is a line too, unless it is empty.
    package static func of(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        for byte in text.utf8 {
            if byte != UInt8(ascii: "\n") {
                line.append(byte)
                continue
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            lines.append(String(decoding: line, as: UTF8.self))
            line = []
        }
        return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
    }
}
