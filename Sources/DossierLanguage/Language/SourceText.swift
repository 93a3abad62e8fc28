import DossierModel

/// The text of commands: what a person typed, or a script.
///
/// It is an immutable class, because every token points into it.
public final class SourceText: Sendable {
    /// The name of the script as errors show it; nil for what was typed.
    public let name: String?
    /// The text, UTF-8.
    public let bytes: [UInt8]
    /// The line on which the text begins in the file that it was taken from: 1, but for a block of a notebook.
    public let firstLine: Int
    /// How many characters before each line were left out of the text: the mark of a command in a notebook.
    let margin: Int

    /// Takes a text; a script has a name.
    public convenience init(_ text: String, name: String? = nil, firstLine: Int = 1) {
        self.init(bytes: Array(text.utf8), name: name, firstLine: firstLine)
    }

    /// Takes the bytes of a text.
    public init(bytes: [UInt8], name: String?, firstLine: Int = 1, margin: Int = 0) {
        self.bytes = bytes
        self.name = name
        self.firstLine = firstLine
        self.margin = margin
    }

    /// The text of a range of bytes. What is not UTF-8 in it, as in a text that is still being typed, is replaced (U+FFFD).
    public func text(_ range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            let range = range.clamped(to: buffer.indices)
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            // What is short or ASCII is decoded fast; other text is told to be UTF-8 sixteen bytes at a time.
            guard part.count > 15, part.reduce(0, |) >= 0x80,
                UTF8Check.firstFault(in: buffer, from: range.lowerBound, to: range.upperBound) == nil
            else { return String(decoding: part, as: UTF8.self) }
            return String(copying: UTF8Span(unchecked: part.span))
        }
    }

    /// The place of a range of bytes.
    public func place(_ range: Range<Int>) -> Place { Place(source: self, range: range) }

    /// The bytes of the line that holds an offset, without its end.
    public func line(at offset: Int) -> Range<Int> {
        let offset = min(max(offset, 0), bytes.count)
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<max(start, end)
    }
}

/// A range of a source text, with its line and column.
public struct Place: Sendable {
    /// The text.
    public let source: SourceText
    /// The bytes of it.
    public let range: Range<Int>

    /// The line in the file, from 1.
    public var line: Int {
        source.firstLine + source.bytes[..<min(range.lowerBound, source.bytes.count)].count { $0 == UInt8(ascii: "\n") }
    }

    /// The column in the line, from 1, in Unicode code points.
    public var column: Int {
        let start = source.line(at: range.lowerBound).lowerBound
        return source.margin + source.text(start..<max(start, range.lowerBound)).unicodeScalars.count + 1
    }

    /// The words that stand there.
    public var text: String { source.text(range) }

    /// From the start of this place to the end of another.
    public func through(_ other: Place) -> Place {
        Place(source: source, range: range.lowerBound..<max(range.upperBound, other.range.upperBound))
    }

    /// A part of the place, by offsets from its start.
    func part(_ offsets: Range<Int>) -> Place {
        let start = range.lowerBound + offsets.lowerBound
        return Place(
            source: source, range: start..<max(start, min(range.upperBound, range.lowerBound + offsets.upperBound)))
    }

    /// The place right after this one.
    public var end: Place { Place(source: source, range: range.upperBound..<range.upperBound) }
}
