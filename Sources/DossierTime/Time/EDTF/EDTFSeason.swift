/// A part of a year that EDTF numbers in the place of the month (ISO 8601-2:2019, 4.8), 21 to 41.
///
/// The seasons 21 to 24, which the standard ties to no place, are read as the meteorological ones of the northern
/// hemisphere, so that they have bounds. A winter of the north (24, 28) and a summer of the south (30) begin in
/// December and end in February of the year after.
struct EDTFSeason: Sendable, Hashable {
    /// What sort of part it is.
    enum Kind: Sendable { case season, northernSeason, southernSeason, quarter, third, half }

    /// The number in the place of the month.
    let code: Int

    /// Makes a season from its number; nil outside of 21 to 41.
    init?(code: Int) {
        guard 21...41 ~= code else { return nil }
        self.code = code
    }

    /// What sort of part it is.
    var kind: Kind {
        switch code {
        case ...24: .season
        case ...28: .northernSeason
        case ...32: .southernSeason
        case ...36: .quarter
        case ...39: .third
        default: .half
        }
    }

    /// Its first month, 1 to 12.
    var firstMonth: Int {
        switch kind {
        case .season: [3, 6, 9, 12][code - 21]
        case .northernSeason: [3, 6, 9, 12][code - 25]
        case .southernSeason: [9, 12, 3, 6][code - 29]
        case .quarter: (code - 33) * 3 + 1
        case .third: (code - 37) * 4 + 1
        case .half: (code - 40) * 6 + 1
        }
    }

    /// How many months it has.
    var monthCount: Int {
        switch kind {
        case .season, .northernSeason, .southernSeason, .quarter: 3
        case .third: 4
        case .half: 6
        }
    }

    /// The numbers of its first and last day in a year.
    func days(ofYear year: Int) -> ClosedRange<Int> {
        let first = Day.number(year: year, month: firstMonth, day: 1)
        let next = firstMonth + monthCount
        let end =
            next > 12
            ? Day.number(year: year + 1, month: next - 12, day: 1) : Day.number(year: year, month: next, day: 1)
        return first...end - 1
    }

    /// Its name: `spring`, `summer (southern hemisphere)`, `third quarter`.
    var name: String {
        let seasons = ["spring", "summer", "autumn", "winter"]
        let ordinals = ["first", "second", "third", "fourth"]
        switch kind {
        case .season: return seasons[code - 21]
        case .northernSeason: return seasons[code - 25] + " (northern hemisphere)"
        case .southernSeason: return seasons[code - 29] + " (southern hemisphere)"
        case .quarter: return ordinals[code - 33] + " quarter"
        case .third: return ordinals[code - 37] + " third"
        case .half: return ordinals[code - 40] + " half"
        }
    }
}
