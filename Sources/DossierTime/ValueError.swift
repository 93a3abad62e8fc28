/// Why a text is not a value of a type.
///
/// The error has no place, because a value type knows no files and lines. The language adds the place and makes a diagnostic.
public struct ValueError: Error, Hashable, Sendable {
    /// What is wrong, as a sentence without a full stop: `February 2024 has 29 days`.
    public var problem: String
    /// What was expected, where a sentence helps: `a date as EDTF writes it, such as 2024-10-21 or 2024-10`.
    public var expectation: String?
    /// The nearest text that would be right, to stand in the place of the whole text.
    public var suggestion: String?
    /// The words at fault, as UTF-8 offsets into the text that was read; the whole text where nil.
    public var range: Range<Int>?

    /// Makes an error from its parts; only the problem is needed.
    public init(_ problem: String, expectation: String? = nil, suggestion: String? = nil, range: Range<Int>? = nil) {
        self.problem = problem
        self.expectation = expectation
        self.suggestion = suggestion
        self.range = range
    }
}
