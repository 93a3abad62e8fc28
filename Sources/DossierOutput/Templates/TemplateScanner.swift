/// Divides a template into text and tags, by the rules of the Mustache specification (1.3).
///
/// A section's tag, a comment or a change of marks that stands alone in a line takes the line with it.
struct TemplateScanner {
    private let bytes: [UInt8]
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var place = 0
    private var tags: [TemplateTag] = []

    static func tags(of bytes: [UInt8]) throws(TemplateError) -> [TemplateTag] {
        var scanner = TemplateScanner(bytes: bytes)
        try scanner.scan()
        return scanner.tags
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func scan() throws(TemplateError) {
        while let start = find(opening, from: place) {
            let textStart = place
            let inside = start + opening.count
            let isTriple = byte(at: inside) == UInt8(ascii: "{")
            let isChange = byte(at: inside) == UInt8(ascii: "=")
            let close = (isTriple ? [UInt8(ascii: "}")] : isChange ? [UInt8(ascii: "=")] : []) + closing
            guard let end = find(close, from: inside + (isTriple || isChange ? 1 : 0)) else {
                throw error("a tag is not closed", at: start, expectation: String(decoding: close, as: UTF8.self))
            }
            let after = end + close.count
            let line = standalone(from: start, to: after, isTriple: isTriple)
            add(textStart..<(line?.lowerBound ?? start))
            try read(inside..<end, isTriple: isTriple)
            place = line?.upperBound ?? after
        }
        add(place..<bytes.count)
    }

    /// Reads what stands between two marks.
    private mutating func read(_ range: Range<Int>, isTriple: Bool) throws(TemplateError) {
        let sigil = bytes[range].first
        let rest = (range.lowerBound + 1)..<max(range.upperBound, range.lowerBound + 1)
        switch sigil {
        case UInt8(ascii: "{") where isTriple: try add(rest) { .variable($0, isEscaped: false) }
        case UInt8(ascii: "&"): try add(rest) { .variable($0, isEscaped: false) }
        case UInt8(ascii: "#"): try add(rest) { .section($0, isInverted: false) }
        case UInt8(ascii: "^"): try add(rest) { .section($0, isInverted: true) }
        case UInt8(ascii: "/"): try add(rest) { .end($0) }
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "="): try changeMarks(rest)
        case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            throw error(
                "templates have no partials and no blocks", at: range.lowerBound,
                expectation: "a name, or a name after one of # ^ / & !")
        default: try add(range) { .variable($0, isEscaped: true) }
        }
    }

    private mutating func add(
        _ range: Range<Int>, _ content: (TemplateName) -> TemplateTag.Content
    ) throws(TemplateError) {
        let name = trimmed(range)
        let text = String(decoding: bytes[name], as: UTF8.self)
        let isName = !name.isEmpty && !bytes[name].contains(where: TemplateScanner.isSpace)
        let parts = TemplateName(text: text).parts
        guard isName, parts.allSatisfy({ !$0.isEmpty }) else {
            throw error(
                name.isEmpty ? "a tag has no name" : "'\(text)' is not a name", at: name.lowerBound,
                expectation: "a name, such as title, or . for the value itself")
        }
        tags.append(TemplateTag(content: content(TemplateName(text: text)), offset: name.lowerBound))
    }

    private mutating func add(_ range: Range<Int>) {
        if range.isEmpty { return }
        tags.append(
            TemplateTag(content: .text(String(decoding: bytes[range], as: UTF8.self)), offset: range.lowerBound))
    }

    /// `{{=<% %>=}}`: other marks from here on.
    private mutating func changeMarks(_ range: Range<Int>) throws(TemplateError) {
        let marks = bytes[range].split(whereSeparator: TemplateScanner.isSpace).map(Array.init)
        guard marks.count == 2, marks.allSatisfy({ !$0.contains(UInt8(ascii: "=")) }) else {
            throw error(
                "a change of marks needs two marks, without = in them", at: range.lowerBound,
                expectation: "such as {{=<% %>=}}")
        }
        (opening, closing) = (marks[0], marks[1])
    }

    /// The whole line of a tag that stands alone in it; nil where it does not, or is one that writes something.
    private func standalone(from start: Int, to end: Int, isTriple: Bool) -> Range<Int>? {
        guard !isTriple, let sigil = byte(at: start + opening.count), "#^/!=".utf8.contains(sigil) else { return nil }
        var first = start
        while first > place, bytes[first - 1] == UInt8(ascii: " ") || bytes[first - 1] == UInt8(ascii: "\t") {
            first -= 1
        }
        guard first == 0 || bytes[first - 1] == UInt8(ascii: "\n") else { return nil }
        var last = end
        while let byte = byte(at: last), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { last += 1 }
        if last == bytes.count { return first..<last }
        if byte(at: last) == UInt8(ascii: "\r") { last += 1 }
        return byte(at: last) == UInt8(ascii: "\n") ? first..<(last + 1) : nil
    }

    private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = bytes[range].first, TemplateScanner.isSpace(first) {
            range = (range.lowerBound + 1)..<range.upperBound
        }
        while let last = bytes[range].last, TemplateScanner.isSpace(last) {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return range
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func find(_ mark: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first, start + mark.count <= bytes.count else { return nil }
        for index in start...(bytes.count - mark.count) where bytes[index] == first {
            if bytes[index...].starts(with: mark) { return index }
        }
        return nil
    }

    private func error(_ problem: String, at offset: Int, expectation: String? = nil) -> TemplateError {
        TemplateError(problem, at: offset, in: bytes, expectation: expectation)
    }
}
