/// What is wrong in a template, and where.
package struct TemplateError: Error, Sendable {
    /// What is wrong, as a sentence without a full stop.
    package let problem: String
    /// The line in the file, from 1.
    package let line: Int
    /// The column in the line, from 1, in Unicode code points.
    package let column: Int
    /// What was expected there.
    package let expectation: String?
    /// The nearest word that would be right.
    package let suggestion: String?

    /// An error at an offset in the bytes of a template.
    init(
        _ problem: String, at offset: Int, in bytes: [UInt8], expectation: String? = nil, suggestion: String? = nil
    ) {
        self.problem = problem
        let before = bytes[..<min(offset, bytes.count)]
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = 1 + String(decoding: before[start...], as: UTF8.self).unicodeScalars.count
        self.expectation = expectation
        self.suggestion = suggestion
    }
}
