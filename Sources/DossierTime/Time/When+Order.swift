extension When {
    /// Whether one time is listed before another: by the first day that is written, within it by the earliest moment in
    /// UTC, then by latest, then by the text.
    ///
    /// A time whose earliest bound is open or unknown comes after all others, in this order. A strict weak order.
    public static func inOrder(_ left: When, _ right: When) -> Bool {
        if left.firstOffset != 0 || right.firstOffset != 0 {
            let days = [left, right].map { $0.firstSecond.flooredQuotient(by: Moment.secondsADay) }
            if days[0] != days[1] { return days[0] < days[1] }
            let moments = [left, right].map { $0.firstSecond - Int($0.firstOffset) * 60 }
            if moments[0] != moments[1] { return moments[0] < moments[1] }
            if left.lastSecond != right.lastSecond { return left.lastSecond < right.lastSecond }
            return left.text < right.text
        }
        if left.firstSecond != right.firstSecond { return left.firstSecond < right.firstSecond }
        if left.lastSecond != right.lastSecond { return left.lastSecond < right.lastSecond }
        return left.text < right.text
    }
}
