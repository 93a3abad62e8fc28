import DossierTime

/// The words of a command that stands on one line and has nothing in it that needs the lexer: no escape, no parenthesis, no
/// comment, no operator but `=`.
///
/// Most commands of a long script are such lines. Their words are found in one pass, and are bytes until they are asked for.
struct PlainLine {
    /// The bytes of the script.
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var words = ContiguousArray<Word>()
    /// The command, from its first word to the end of its last.
    private(set) var range = 0..<0
    /// The offset behind the end of the line.
    private(set) var end = 0

    /// A word of a plain line.
    struct Word {
        let form: Form
        /// Where the word stands; of a text what its quotation marks hold, of a tag what follows its mark, of a field its value.
        let content: Range<Int>
        /// Where the name of a field stands.
        var name = 0..<0
        var isQuoted = false

        /// What a word may be.
        enum Form {
            case word, text, tag, field, tail
        }
    }

    /// Begins before any line.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads the line that begins at an offset; false where it is not plain.
    mutating func read(at start: Int) -> Bool {
        words.removeAll(keepingCapacity: true)
        var index = start
        var last = start
        while index < bytes.count, bytes[index] != PlainLine.lineEnd {
            if bytes[index] == PlainLine.blank {
                index += 1
                continue
            }
            guard let (word, end) = word(at: index) else { return false }
            words.append(word)
            index = end
            last = word.form == .tail ? word.content.upperBound : end
        }
        range = start..<last
        end = min(index + 1, bytes.count)
        return !words.isEmpty
    }

    @inline(__always)
    private func word(at start: Int) -> (Word, end: Int)? {
        switch bytes[start] {
        case UInt8(ascii: "\""):
            guard let content = text(at: start) else { return nil }
            return (Word(form: .text, content: content), content.upperBound + 1)
        case UInt8(ascii: "#"):
            guard !words.isEmpty, let end = end(ofBareFrom: start + 1, stopsAtOperators: false), end > start + 1 else {
                return nil
            }
            return (Word(form: .tag, content: (start + 1)..<end), end)
        case UInt8(ascii: "-"): return tail(at: start)
        case UInt8(ascii: "'"): return nil
        default:
            if let field = field(at: start) { return field }
            guard let end = end(ofBareFrom: start, stopsAtOperators: true) else { return nil }
            return (Word(form: .word, content: start..<end), end)
        }
    }

    /// A name of small letters, `=` and a value.
    @inline(__always)
    private func field(at start: Int) -> (Word, end: Int)? {
        var nameEnd = start
        while nameEnd < bytes.count, bytes[nameEnd] >= UInt8(ascii: "a"), bytes[nameEnd] <= UInt8(ascii: "z") {
            nameEnd += 1
        }
        guard nameEnd > start, nameEnd + 1 < bytes.count, bytes[nameEnd] == UInt8(ascii: "=") else { return nil }
        let valueStart = nameEnd + 1
        if bytes[valueStart] == UInt8(ascii: "\"") {
            guard let content = text(at: valueStart) else { return nil }
            let word = Word(form: .field, content: content, name: start..<nameEnd, isQuoted: true)
            return (word, content.upperBound + 1)
        }
        guard bytes[valueStart] != UInt8(ascii: "'"),
            let end = end(ofBareFrom: valueStart, stopsAtOperators: false), end > valueStart
        else { return nil }
        return (Word(form: .field, content: valueStart..<end, name: start..<nameEnd), end)
    }

    /// The content of a text in quotation marks that is not empty; a blank or the end of the line must follow.
    @inline(__always)
    private func text(at start: Int) -> Range<Int>? {
        var end = start + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] < 0x20 || bytes[end] == UInt8(ascii: "\\") { return nil }
            end += 1
        }
        guard end < bytes.count, end > start + 1, isBoundary(end + 1) else { return nil }
        return (start + 1)..<end
    }

    /// ` -- ` and the rest of the line.
    private func tail(at start: Int) -> (Word, end: Int)? {
        guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "-"), bytes[start + 2] == PlainLine.blank else {
            return nil
        }
        var end = start + 3
        while end < bytes.count, bytes[end] != PlainLine.lineEnd {
            if bytes[end] < 0x20 { return nil }
            end += 1
        }
        var last = end
        while last > start + 3, bytes[last - 1] == PlainLine.blank { last -= 1 }
        return last > start + 3 ? (Word(form: .tail, content: (start + 3)..<last), end) : nil
    }

    /// Where a bare word ends; nil where something stands in it that the lexer has to look at.
    @inline(__always)
    private func end(ofBareFrom start: Int, stopsAtOperators: Bool) -> Int? {
        var end = start
        while end < bytes.count {
            switch bytes[end] {
            case 0...0x20: return isBoundary(end) ? end : nil
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): return nil
            case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"):
                if stopsAtOperators { return nil }
            default: break
            }
            end += 1
        }
        return end
    }

    private func isBoundary(_ index: Int) -> Bool {
        index == bytes.count || bytes[index] == PlainLine.blank || bytes[index] == PlainLine.lineEnd
    }

    private static let blank = UInt8(ascii: " ")
    private static let lineEnd = UInt8(ascii: "\n")
}

extension PlainLine {
    /// Bytes of the script.
    @inline(__always)
    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + range.lowerBound }, count: range.count)
    }

    /// What a word says.
    @inline(__always)
    func content(_ index: Int) -> UnsafeBufferPointer<UInt8> { bytes(words[index].content) }

    /// Whether a bare word stands at an index.
    func isWord(_ index: Int) -> Bool { index < words.count && words[index].form == .word }

    /// What a word says as a name; nil where it is too long for one.
    func name(_ index: Int) -> ShortWord? { ShortWord(content(index)) }
}
