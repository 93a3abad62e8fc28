/// A line of a Markdown file: where it stands, without and with its end.
struct MarkdownLine: Sendable {
    /// The bytes without the line end.
    let content: Range<Int>
    /// The bytes with it.
    let whole: Range<Int>

    /// The lines of a file: they end in LF or CR LF, and a byte order mark before the first is no part of it.
    static func all(in bytes: [UInt8]) -> [MarkdownLine] {
        var lines: [MarkdownLine] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            var last = end ?? bytes.count
            if end != nil, last > start, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
            let next = end.map { $0 + 1 } ?? bytes.count
            lines.append(MarkdownLine(content: start..<last, whole: start..<next))
            start = next
        }
        return lines
    }
}
