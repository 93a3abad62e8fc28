extension TextTable {
    /// A column of a table: its heading and how it behaves where room is short.
    package struct Column: Sendable, Hashable {
        /// The heading.
        package var title: String
        /// Where the cells stand, and the heading with them.
        package var alignment: TextAlignment
        /// The columns of the terminal below which it is left out rather than made narrower; at least 2.
        package var minimum: Int
        /// How long it keeps its room: of two columns the one of lower priority gives way first.
        package var priority: Int
        /// Whether a cell that is too wide goes on in the next line; else it is cut.
        package var wraps: Bool

        /// A column with a heading.
        package init(
            _ title: String, alignment: TextAlignment = .left, minimum: Int = 6, priority: Int = 0, wraps: Bool = false
        ) {
            self.title = title
            self.alignment = alignment
            self.minimum = max(2, minimum)
            self.priority = priority
            self.wraps = wraps
        }
    }
}
