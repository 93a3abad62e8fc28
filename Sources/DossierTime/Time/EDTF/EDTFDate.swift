/// An EDTF date without a time of day: a year, optionally with a month, a season, or a month and a day.
public struct EDTFDate: Sendable, Hashable {
    var year: EDTFYear
    var month: EDTFDigits?
    var season: EDTFSeason?
    var day: EDTFDigits?
    /// The time of day, where one is written.
    var clock: EDTFClock?
    /// What is said of the year, of the month or season, and of the day, with marks of a group spread over its parts.
    var yearQualifier: EDTFQualifier = []
    var monthQualifier: EDTFQualifier = []
    var dayQualifier: EDTFQualifier = []
    /// The lowest level of EDTF that has all that is written, or `When.levelOfISO`.
    var level = 0
    /// The numbers of the first and the last day that it may be; set when it has been read.
    var bounds = 0...0

    /// The first and the last second that it may be, by its own clock.
    var seconds: ClosedRange<Int> {
        let (first, last) = (bounds.lowerBound * Moment.secondsADay, bounds.upperBound * Moment.secondsADay)
        guard let clock else { return first...last + Moment.secondsADay - 1 }
        return first + clock.seconds.lowerBound...last + clock.seconds.upperBound
    }

    /// What is said of any of its parts.
    var qualifier: EDTFQualifier { yearQualifier.union(monthQualifier).union(dayQualifier) }

    /// Whether a digit is unspecified.
    var hasUnspecifiedDigits: Bool {
        year.digits != nil || (month.map { $0.number == nil } ?? false) || (day.map { $0.number == nil } ?? false)
    }

    /// Whether the days that it may be follow on one another, without a gap.
    ///
    /// That is so where no digit is given after an unspecified one.
    var isContiguous: Bool {
        var seen = false
        func isGap(_ isGiven: Bool) -> Bool {
            if !isGiven { seen = true }
            return isGiven && seen
        }
        if let digits = year.digits {
            for place in 0..<4 where isGap(digits[place] != EDTFYear.unspecified) { return false }
        }
        if season != nil { return !seen }
        for part in [month, day] {
            if let part, isGap(part.tens != nil) || isGap(part.ones != nil) { return false }
        }
        return true
    }

    /// Whether all of it lies after another date, whatever zones they are in.
    func isAfter(_ other: EDTFDate) -> Bool {
        guard let offset = clock?.offset, let otherOffset = other.clock?.offset else {
            let slack = clock != nil && other.clock != nil && clock?.offset != other.clock?.offset ? 26 * 3600 : 0
            return seconds.lowerBound > other.seconds.upperBound + slack
        }
        return seconds.lowerBound - offset > other.seconds.upperBound - otherOffset
    }
}
