/// What the words around a figure make of it.
struct QuantityBounds {
    var isApproximate = false
    /// The limit that is named, if any.
    private(set) var limit: QuantityVocabulary.Bound?

    /// Adds what one word says; false where that contradicts another. `at least` and `or more` may be said twice.
    mutating func add(_ bound: QuantityVocabulary.Bound) -> Bool {
        switch bound {
        case .approximate: isApproximate = true
        case .exact: break
        default:
            if let limit { return limit == bound && (bound == .atLeast || bound == .atMost) }
            limit = bound
        }
        return true
    }

    /// The quantity that the numbers come to.
    ///
    /// Of things that are counted more than 1,000 are at least 1,001; of what is measured, and where no unit says what is
    /// counted, the limit itself stays within, so that nothing is stated that was not said.
    func applied(to values: QuantityValues, unit: String?, in reader: QuantityReader) throws(ValueError) -> Quantity {
        guard let limit else {
            return Quantity(
                low: values.low, best: values.best, high: values.high, unit: unit, isApproximate: isApproximate)
        }
        let isPair = limit == .between || limit == .from
        guard isPair != values.isOne, let number = isPair ? values.low : values.best, !isPair || values.high != nil
        else {
            throw ValueError(
                isPair ? "'\(reader.text)' needs two numbers" : "'\(reader.text)' needs one number",
                expectation: "1000..2000 for a range, 1000.. for a lower limit, ..2000 for an upper one")
        }
        if isPair {
            return Quantity(low: values.low, best: nil, high: values.high, unit: unit, isApproximate: isApproximate)
        }
        let isCounted = unit.map { !MeasuredUnit.measures($0) } ?? (limit == .fewerThan)
        let steps = isCounted && !isApproximate && number.scale == 0
        var low: Decimal?
        var high: Decimal?
        switch limit {
        case .moreThan: low = steps ? try number + Decimal(1) : number
        case .lessThan, .fewerThan: high = steps ? try number - Decimal(1) : number
        case .atMost: high = number
        default: low = number
        }
        return Quantity(low: low, best: nil, high: high, unit: unit, isApproximate: isApproximate)
    }
}
