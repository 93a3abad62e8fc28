import DossierModel

/// Ranges on one scale, a row each, in lanes: what timelines and estimates are drawn from.
public struct RangeChart: Sendable {
    /// What the scale measures.
    public let scale: Scale
    /// The lanes, from top to bottom.
    public let lanes: [Lane]
    /// What is said under the chart.
    public let footers: [StyledText]

    /// Makes a chart of its parts.
    public init(scale: Scale, lanes: [Lane], footers: [StyledText]) {
        self.scale = scale
        self.lanes = lanes
        self.footers = footers
    }

    /// What a scale measures.
    public enum Scale: Sendable, Hashable {
        /// Seconds since 1970-01-01T00:00:00Z.
        case time
        /// Numbers, with their unit.
        case number(unit: String?)
    }

    /// Rows that belong together.
    public struct Lane: Sendable {
        /// What they have in common; nil where there is one lane only.
        public let title: StyledText?
        /// The rows.
        public let rows: [Row]

        /// Makes a lane of rows.
        public init(title: StyledText? = nil, rows: [Row]) {
            self.title = title
            self.rows = rows
        }
    }

    /// One range, with its name.
    public struct Row: Sendable {
        /// The record.
        public let id: Identifier?
        /// What stands before the range.
        public let label: StyledText
        /// What it says in words, where nothing is drawn.
        public let note: StyledText
        /// The range; nil where the record has none.
        public let range: Range?

        /// Makes a row of its parts.
        public init(id: Identifier? = nil, label: StyledText, note: StyledText, range: Range? = nil) {
            self.id = id
            self.label = label
            self.note = note
            self.range = range
        }
    }

    /// A range with the doubt in its ends.
    public struct Range: Sendable {
        /// The first place that it may begin at; nil where it is open.
        public let earliestStart: Double?
        /// The last place that it may begin at.
        public let latestStart: Double?
        /// The first place that it may end at.
        public let earliestEnd: Double?
        /// The last place that it may end at; nil where it is open.
        public let latestEnd: Double?
        /// Whether it is one place somewhere within, rather than all from end to end.
        public let isOneOf: Bool
        /// Whether it is only approximate.
        public let isSoft: Bool
        /// The place held to be the best.
        public let best: Double?

        /// Makes a range of its parts.
        public init(
            earliestStart: Double? = nil, latestStart: Double? = nil, earliestEnd: Double? = nil,
            latestEnd: Double? = nil, isOneOf: Bool, isSoft: Bool, best: Double? = nil
        ) {
            self.earliestStart = earliestStart
            self.latestStart = latestStart
            self.earliestEnd = earliestEnd
            self.latestEnd = latestEnd
            self.isOneOf = isOneOf
            self.isSoft = isSoft
            self.best = best
        }
    }
}

extension RangeChart.Range {
    /// Every place that limits it.
    public var limits: [Double] { [earliestStart, latestStart, earliestEnd, latestEnd, best].compactMap(\.self) }
}
