/// A fenced block of a Markdown file.
package struct MarkdownBlock: Sendable {
    /// Its first line.
    let fence: MarkdownFence
    /// The index of that line.
    let opening: Int
    /// The indices of the lines between the fences; a block that is not closed goes on to the end of the file.
    let lines: Range<Int>

    /// The fenced blocks of a file, in order. What stands in a comment or another block of HTML that ends with a mark of its
    /// own (CommonMark 0.31, §4.6, kinds 1 and 2) is none.
    static func all(in bytes: [UInt8], _ lines: [MarkdownLine]) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var index = 0
        while index < lines.count {
            let line = bytes[lines[index].content]
            let opening = index
            index += 1
            if let end = endOfHTML(after: line) {
                index = opening
                while index < lines.count, !contains(bytes[lines[index].content], end) { index += 1 }
                index += 1
            } else if let fence = MarkdownFence(line) {
                while index < lines.count, !fence.isClosed(by: bytes[lines[index].content]) { index += 1 }
                blocks.append(MarkdownBlock(fence: fence, opening: opening, lines: (opening + 1)..<index))
                index += 1
            }
        }
        return blocks
    }

    /// Whether a line of prose would begin a block of code or HTML.
    package static func begins(with line: String) -> Bool {
        let bytes = Array(line.utf8)[...]
        return MarkdownFence(bytes) != nil || endOfHTML(after: bytes) != nil
    }

    /// What ends the block of HTML that a line begins; nil where it begins none.
    private static func endOfHTML(after line: ArraySlice<UInt8>) -> String? {
        let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(indentation)
        guard indentation < 4, rest.first == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: rest.prefix(10), as: UTF8.self).lowercased()
        if text.hasPrefix("<!--") { return "-->" }
        return ["pre", "script", "style", "textarea"].first { name in
            guard text.hasPrefix("<" + name) else { return false }
            let next = text.dropFirst(name.count + 1).first
            return next == nil || next == ">" || next == " " || next == "\t"
        }.map { "</\($0)>" }
    }

    private static func contains(_ line: ArraySlice<UInt8>, _ end: String) -> Bool {
        String(decoding: line, as: UTF8.self).lowercased().contains(end)
    }
}
