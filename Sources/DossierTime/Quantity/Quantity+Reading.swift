extension Quantity {
    /// For people: `1,000 to 2,000 (best 1,500) soldiers`, `up to 10,000`, `about 1,500 soldiers`.
    public var reading: String {
        let number: String
        switch (low, high) {
        case (let low?, let high?) where low == high: number = low.grouped
        case (let low?, let high?): number = low.grouped + " to " + high.grouped
        case (nil, let high?): number = "up to " + high.grouped
        case (let low?, nil): number = "at least " + low.grouped
        case (nil, nil): number = "any number of"
        }
        let isRange = low != high || low == nil
        let likely = isRange ? best.map { " (best \($0.grouped))" } ?? "" : ""
        return (isApproximate ? "about " : "") + number + likely + suffix
    }
}
