/// One end of what a time may mean.
public enum Bound: Sendable, Hashable {
    /// No earlier, or no later, than this moment.
    case moment(Moment)
    /// Without a limit: `..` in an interval or a set.
    case open
    /// There is a limit, which the record does not know: the empty side of an interval.
    case unknown

    /// The day, or with a time of day also the second, as `2024-10-01T18:00:00`; or the words `open` and `unknown`.
    public func text(hasTime: Bool) -> String {
        guard hasTime, case .moment(let moment) = self else { return dayText }
        return dayText + "T" + WordsClock.text(moment.second / 60) + ":" + Day.padded(moment.second % 60, to: 2)
    }

    /// The day, as `2024-10-01`, or the words `open` and `unknown`.
    public var dayText: String {
        switch self {
        case .moment(let moment): moment.day.description
        case .open: "open"
        case .unknown: "unknown"
        }
    }
}

extension Bound {
    /// The day; nil where it is open or unknown.
    public var day: Day? {
        if case .moment(let moment) = self { moment.day } else { nil }
    }
}
