/// Times as analysts write them, the same on every run: days, months, about, one of, spans, open ends.
struct SyntheticTimes {
    static let seed: UInt64 = 2_024

    let texts: [String]

    init(count: Int) {
        var state = SyntheticTimes.seed
        func next(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        texts = (0..<count).map { _ in
            let month = "\(2_014 + next(11))-\(two(1 + next(12)))"
            let day = 1 + next(27)
            let date = "\(month)-\(two(day))"
            switch next(20) {
            case 0: return month + "~"
            case 1: return month
            case 2: return "\(date)/\(month)-\(two(day + 1))"
            case 3: return "[\(date)..\(month)-\(two(day + 1))]"
            case 4: return "\(date)/.."
            case 5: return month + "-XX"
            default: return date
            }
        }
    }
}
