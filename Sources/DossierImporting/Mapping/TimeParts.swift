/// The form of a time with two ends, an interval `A/B` or a range in a set `[A..B]`, or of one without.
struct TimeParts {
    /// Its ends, or itself.
    let ends: [ArraySlice<UInt8>]
    private let form: Form

    private enum Form { case one, interval, set }

    init(_ time: ArraySlice<UInt8>) {
        let slash = time.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if slash.count == 2 {
            (ends, form) = (slash, .interval)
        } else if let range = TimeParts.range(time) {
            (ends, form) = (range, .set)
        } else {
            (ends, form) = ([time], .one)
        }
    }

    /// The same form with other ends; where both are the same date, that date.
    func joined(_ ends: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
        if ends.count == 2, ends[0] == ends[1], !ends[0].isEmpty, ends[0].first != UInt8(ascii: ".") { return ends[0] }
        return joinedApart(ends)
    }

    /// The same form with other ends, which stay two where they are the same.
    func joinedApart(_ ends: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
        switch form {
        case .one: return ends[0]
        case .interval: return ArraySlice(ends.joined(separator: [UInt8(ascii: "/")]))
        case .set: return [UInt8(ascii: "[")] + ArraySlice(ends.joined(separator: "..".utf8)) + [UInt8(ascii: "]")]
        }
    }

    /// The ends of `[A..B]`.
    private static func range(_ time: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        guard time.first == UInt8(ascii: "["), time.last == UInt8(ascii: "]"), time.count > 2 else { return nil }
        let inner = time.dropFirst().dropLast()
        let dot = UInt8(ascii: ".")
        guard !inner.contains(UInt8(ascii: ",")),
            let mark = inner.indices.dropLast().first(where: { inner[$0] == dot && inner[$0 + 1] == dot })
        else { return nil }
        return [inner[..<mark], inner[(mark + 2)...]]
    }
}
