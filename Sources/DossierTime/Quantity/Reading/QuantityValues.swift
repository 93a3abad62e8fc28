/// The numbers of a figure with their multipliers, in order.
struct QuantityValues {
    private(set) var low: Decimal?
    private(set) var best: Decimal?
    private(set) var high: Decimal?
    /// How many were written.
    private let count: Int
    /// What one more is, in the multiplier that all share.
    private let step: Decimal

    /// Multiplies the amounts; the multiplier of the last counts for those that name none: `1..2 million`.
    init(_ parts: [QuantityAmount?], in reader: QuantityReader) throws(ValueError) {
        let isThree = parts.count == 3
        guard parts.contains(where: { $0 != nil }), !isThree || parts[1] != nil && (parts[0] != nil || parts[2] != nil)
        else {
            throw reader.noQuantity()
        }
        var values = try QuantityValues.multiplied(parts, by: parts.last.flatMap { $0?.factor }, in: reader)
        if !QuantityValues.areInOrder(values) {
            let alone = try QuantityValues.multiplied(parts, by: nil, in: reader)
            guard QuantityValues.areInOrder(alone), let first = parts[0]?.value, first >= Decimal(1000) else {
                throw QuantityValues.disorder(values, alone, parts, in: reader)
            }
            values = alone
        }
        count = parts.count
        low = values[0]
        high = values[values.count - 1]
        best = isThree ? values[1] : values.count == 1 ? values[0] : nil
        step = parts.last.flatMap { $0?.factor }.flatMap { Decimal(1).multiplied(by: $0) } ?? Decimal(1)
    }

    /// Whether there is one number only.
    var isOne: Bool { count == 1 }

    private static func multiplied(_ parts: [QuantityAmount?], by common: Int128?, in reader: QuantityReader)
        throws(ValueError) -> [Decimal?]
    {
        var values: [Decimal?] = []
        for part in parts {
            guard let part else {
                values.append(nil)
                continue
            }
            guard let value = part.value.multiplied(by: part.factor ?? (part.isWhole ? 1 : common ?? 1)) else {
                throw reader.tooLong
            }
            values.append(value)
        }
        return values
    }

    private static func areInOrder(_ values: [Decimal?]) -> Bool {
        let stated = values.compactMap { $0 }
        return zip(stated, stated.dropFirst()).allSatisfy { $0 <= $1 }
    }

    /// An error for numbers that do not ascend, with the range that is most likely meant.
    private static func disorder(
        _ values: [Decimal?], _ alone: [Decimal?], _ parts: [QuantityAmount?], in reader: QuantityReader
    ) -> ValueError {
        var ends = values.compactMap { $0 }
        if areInOrder(alone) { ends = alone.compactMap { $0 } }
        if let first = parts[0]?.factor, parts.count == 2, let last = parts[1], last.factor == nil,
            let high = last.value.multiplied(by: first), let low = ends.first, low <= high
        {
            ends = [low, high]
        }
        var rest = reader
        var bounds = QuantityBounds()
        let unit = (try? rest.unit(&bounds)).flatMap { $0 }.map { $0.hasPrefix("%") ? $0 : " " + $0 } ?? ""
        let isWhole = ends.count == parts.count
        let text = ends.sorted().map(\.description).joined(separator: "..") + unit
        return ValueError(
            "the numbers of a range must go from low to high", suggestion: isWhole ? QuantityReader.readable(text) : nil
        )
    }

    /// Makes a range of a number and its tolerance.
    mutating func open(by tolerance: QuantityAmount, in reader: QuantityReader) throws(ValueError) {
        guard let value = best, let width = tolerance.value.multiplied(by: tolerance.factor ?? 1) else {
            throw reader.tooLong
        }
        low = try value - width
        high = try value + width
    }

    /// Refuses `10-12,000`, which mostly means 10,000 to 12,000.
    func checkThousands(_ parts: [QuantityAmount?], _ unit: String?, in reader: QuantityReader) throws(ValueError) {
        guard count == 2, let first = parts[0], let last = parts[1], first.factor == nil, last.factor == nil,
            !first.isWhole, !last.isWhole, last.value.scale == 0, last.value.coefficient % 1000 == 0,
            first.value > .zero, first.value.scale == 0, let low = first.value.multiplied(by: 1000), low < last.value
        else { return }
        let suffix = unit.map { $0.hasPrefix("%") ? $0 : " " + $0 } ?? ""
        throw ValueError(
            "'\(reader.text)' can be read as \(low)..\(last.value) or as \(first.value)..\(last.value)",
            expectation: "one of the two", suggestion: QuantityReader.readable("\(low)..\(last.value)\(suffix)"))
    }

    /// Refuses `10 or 20`, between which there are numbers that nobody named.
    func checkEither(_ unit: String?, in reader: QuantityReader) throws(ValueError) {
        guard let low, let high, try high - low > step else { return }
        let suffix = unit.map { $0.hasPrefix("%") ? $0 : " " + $0 } ?? ""
        throw ValueError(
            "'\(reader.text)' names two numbers to choose from",
            expectation: "a range, if any number between them is possible",
            suggestion: QuantityReader.readable("\(low)..\(high)\(suffix)"))
    }
}
