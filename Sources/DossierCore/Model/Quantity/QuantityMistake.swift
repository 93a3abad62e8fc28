/// What is wrong with a text that is no quantity.
enum QuantityMistake {
    /// An error for a text, from the byte on that could not be read.
    static func explanation(of text: String, at offset: Int = 0) -> ValueError {
        ValueError(
            "'\(text)' is no quantity", expectation: "such as 1500, ~1500, 1000..2000, ..10000 or '1500 soldiers'",
            range: offset > 0 ? offset..<text.utf8.count : nil)
    }
}
