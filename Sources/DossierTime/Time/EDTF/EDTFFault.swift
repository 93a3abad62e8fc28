/// Why a text is not EDTF, while it is being read; it becomes a `ValueError` when the whole text is known.
struct EDTFFault: Error {
    /// What is wrong, as a sentence without a full stop.
    var problem: String
    /// What was expected.
    var expectation: String?
    /// The bytes at fault.
    var range: Range<Int>
    /// What would be right in their place.
    var replacement: String?

    init(_ problem: String, expectation: String? = nil, range: Range<Int>, replacement: String? = nil) {
        self.problem = problem
        self.expectation = expectation
        self.range = range
        self.replacement = replacement
    }
}
