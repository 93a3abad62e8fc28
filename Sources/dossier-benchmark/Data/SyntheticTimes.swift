/// Times as analysts write them: days, months, about, one of, spans, open ends, seasons, moments.
struct SyntheticTimes {
    let texts: [String]

    init(count: Int) {
        var random = SeededRandom()
        texts = (0..<count).map { _ in SyntheticTimes.time(&random) }
    }

    /// The next time.
    static func time(_ random: inout SeededRandom) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = 2_014 + random.next(11)
        let month = "\(year)-\(two(1 + random.next(12)))"
        let day = 1 + random.next(27)
        let date = "\(month)-\(two(day))"
        switch random.next(24) {
        case 0: return month + "~"
        case 1: return month
        case 2: return "\(date)/\(month)-\(two(day + 1))"
        case 3: return "[\(date)..\(month)-\(two(day + 1))]"
        case 4: return "\(date)/.."
        case 5: return month + "-XX"
        case 6: return date + "?"
        case 7: return "\(year)-2\(1 + day % 4)"
        case 8: return date + "T10:30:00Z"
        default: return date
        }
    }
}
