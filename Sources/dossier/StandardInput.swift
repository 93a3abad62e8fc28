import DossierEngine
import DossierLanguage
import Glibc

/// Commands from standard input: each is answered before the next is read.
struct StandardInput {
    let engine: Engine
    let output: Output
    let keepGoing: Bool

    func run() -> Int32 {
        var code: Int32 = 0
        var lines = LineReader()
        var number = 0
        while let first = lines.next() {
            number += 1
            let start = number
            var text = first
            while lines.firstFault == nil, !Lexer.isComplete(text), lines.next(upTo: &text, counting: &number) {}
            let result: (code: Int32, quits: Bool)
            if let offset = lines.firstFault {
                return output.fail("standard input is not UTF-8: line \(number), byte \(offset + 1)", code: 65)
            }
            result = output.run(SourceText(text, name: "standard input", firstLine: start), in: engine)
            if result.code != 0 { code = result.code }
            if result.quits || (code != 0 && !keepGoing) { break }
        }
        if let reason = lines.failure { return output.fail("standard input cannot be read: \(reason)", code: 74) }
        return code
    }
}

/// Lines of standard input, without their ends.
private struct LineReader {
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The byte of the line at which it stops being UTF-8.
    private(set) var firstFault: Int?
    /// What the system says where reading failed.
    private(set) var failure: String?

    mutating func next() -> String? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return text(buffer[start..<end])
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return text(buffer[start...])
            }
            fill()
        }
    }

    /// Adds the lines that may complete a command: the next one after a `\`, all to the next `"""` within a text.
    ///
    /// Only there is it worth asking again whether the command is complete. False where nothing is left.
    mutating func next(upTo text: inout String, counting number: inout Int) -> Bool {
        let isContinued = text.utf8.reversed().first { $0 != UInt8(ascii: "\r") } == UInt8(ascii: "\\")
        var added = false
        while let more = next() {
            number += 1
            text += "\n" + more
            added = true
            if isContinued || firstFault != nil || Lexer.holdsTextMark(more) { break }
        }
        return added
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
        let line = Array(bytes)
        guard let text = String(validating: line, as: UTF8.self) else {
            firstFault = LineReader.fault(in: line)
            return ""
        }
        return text
    }

    private static func fault(in line: [UInt8]) -> Int {
        var decoder = UTF8()
        var bytes = line.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
        return offset
    }

    private mutating func fill() {
        buffer.removeSubrange(..<start)
        start = 0
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
        if count < 0, errno == EAGAIN {
            // Whoever shares the input has asked that reading does not wait.
            var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, -1)
        } else if count < 0, errno != EINTR {
            failure = String(cString: strerror(errno))
        }
        if count == 0 || failure != nil { isAtEnd = true }
    }
}
