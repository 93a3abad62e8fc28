/// A month or a day of two digits, each of which may be unspecified.
struct EDTFDigits: Sendable, Hashable {
    /// The tens; nil where unspecified.
    var tens: Int?
    /// The ones; nil where unspecified.
    var ones: Int?

    /// The number, where both digits are given.
    var number: Int? {
        guard let tens, let ones else { return nil }
        return tens * 10 + ones
    }

    /// Whether nothing is known of it: `XX`.
    var isUnspecified: Bool { tens == nil && ones == nil }

    /// Whether it may be this number.
    func contains(_ number: Int) -> Bool {
        (tens ?? number / 10) == number / 10 && (ones ?? number % 10) == number % 10
    }
}
