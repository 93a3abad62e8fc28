extension When {
    /// What is known of a time beside its text and bounds, in two bytes.
    public struct Marks: OptionSet, Sendable {
        /// The marks as bits.
        public let rawValue: UInt16

        /// The marks that some bits mean.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        static let levelOne = Marks(rawValue: 1)
        static let span = Marks(rawValue: 1 << 2)
        static let every = Marks(rawValue: 1 << 3)
        static let approximate = Marks(rawValue: 1 << 4)
        static let uncertain = Marks(rawValue: 1 << 5)
        static let timeOfDay = Marks(rawValue: 1 << 6)
        static let contiguous = Marks(rawValue: 1 << 7)
        /// Some of it is a time of day with an offset from UTC.
        static let zoned = Marks(rawValue: 1 << 8)
        /// Some of it is a time of day without one.
        static let local = Marks(rawValue: 1 << 9)

        /// What a qualifier says.
        init(_ qualifier: EDTFQualifier) {
            self = []
            if qualifier.contains(.approximate) { insert(.approximate) }
            if qualifier.contains(.uncertain) { insert(.uncertain) }
        }

        /// The level, in the two lowest bits.
        var level: Int { Int(rawValue & 3) }
    }
}

extension When.Marks {
    init(_ expression: EDTFExpression) {
        self.init(rawValue: UInt16(expression.level))
        switch expression {
        case .date(let date): if date.isContiguous { insert(.contiguous) }
        case .interval: insert(.span)
        case .one(let members): if members.count == 1 && members.allSatisfy(\.isContiguous) { insert(.contiguous) }
        case .every: insert(.every)
        }
        if expression.hasDate(where: { $0.clock?.offset != nil }) { insert([.timeOfDay, .zoned]) }
        if expression.hasDate(where: { $0.clock.map { $0.offset == nil } ?? false }) { insert([.timeOfDay, .local]) }
        let isApproximate = expression.hasDate {
            $0.qualifier.contains(.approximate) || $0.year.significantDigits != nil
        }
        if isApproximate { insert(.approximate) }
        if expression.hasDate(where: { $0.qualifier.contains(.uncertain) }) { insert(.uncertain) }
    }
}
