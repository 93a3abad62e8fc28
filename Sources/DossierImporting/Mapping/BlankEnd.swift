import DossierTime

/// What `when="{a}/{b}"` becomes where one of its ends is blank.
enum BlankEnd: String, Sendable {
    /// An interval that is open: `2024-10-08/..`
    case open
    /// The end that is there.
    case day

    init(reading text: String) throws(ValueError) {
        guard let choice = BlankEnd(rawValue: text) else {
            throw ValueError("'\(text)' does not say what a blank end is", expectation: "open or day")
        }
        self = choice
    }
}
