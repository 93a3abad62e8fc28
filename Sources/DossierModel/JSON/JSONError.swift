/// Why a text is not valid JSON, and at which byte.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong, as a phrase without capital or full stop.
    public var problem: String
    /// Where it is wrong, in bytes from the beginning of the text.
    public var offset: Int
    /// The line of that byte, from 1.
    public var line: Int
    /// The byte within its line, from 1.
    public var column: Int

    /// An error at a place that is already known.
    public init(problem: String, offset: Int, line: Int, column: Int) {
        self.problem = problem
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// An error at an offset; line and column are counted in the text before it.
    init(_ problem: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        self.init(problem: problem, offset: offset, line: line, column: offset - lineStart + 1)
    }
}

extension JSONError: CustomStringConvertible {
    /// The problem and its place in words: `expected a value at line 3, byte 12`.
    public var description: String {
        "\(problem) at line \(line), byte \(column)"
    }
}
