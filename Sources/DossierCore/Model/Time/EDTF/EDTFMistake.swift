/// Dates as other habits write them, which EDTF does not admit, and what they may mean in EDTF.
enum EDTFMistake {
    /// What is wrong with a text that is a date in another form; nil where it is none.
    static func explanation(of text: String) -> ValueError? { nil }
}
