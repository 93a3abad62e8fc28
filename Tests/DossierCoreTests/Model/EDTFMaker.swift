import TestSupport

/// Makes texts that EDTF admits, of all levels.
struct EDTFMaker {
    var random: SplitMix64

    mutating func text() -> String {
        switch random.pick(1...10) {
        case 1: return date() + "/" + date()
        case 2: return random.oneIn(2) ? date() + "/.." : "/" + date()
        case 3: return "[" + members() + "]"
        case 4: return "{" + members() + "}"
        case 5: return day() + "T" + clock()
        default: return date()
        }
    }

    private mutating func members() -> String {
        (0...random.pick(0...2)).map { _ in random.oneIn(3) ? day() + ".." + day() : date() }.joined(separator: ",")
    }

    private mutating func date() -> String {
        switch random.pick(1...9) {
        case 1: return (random.oneIn(2) ? "-" : "") + year() + mark()
        case 2:
            return "Y" + (random.oneIn(2) ? "-" : "") + String(random.pick(10_000...99_999_999))
                + (random.oneIn(2) ? "S2" : "")
        case 3: return "Y\(random.pick(1...999))E\(random.pick(1...7))"
        case 4: return year() + "S\(random.pick(1...4))"
        case 5: return year() + "-\(random.pick(21...41))" + mark()
        case 6: return unspecified(day())
        default:
            return mark() + year() + mark() + "-" + mark() + two(random.pick(1...12)) + mark()
                + (random.oneIn(2) ? "" : "-" + mark() + two(random.pick(1...28)) + mark())
        }
    }

    private mutating func unspecified(_ text: String) -> String {
        String(text.map { $0 != "-" && random.oneIn(3) ? "X" : $0 })
    }

    private mutating func day() -> String { year() + "-" + two(random.pick(1...12)) + "-" + two(random.pick(1...28)) }
    private mutating func year() -> String { String(String(10_000 + random.pick(1...9999)).dropFirst()) }
    private mutating func mark() -> String { random.oneIn(6) ? ["?", "~", "%"][random.pick(0...2)] : "" }
    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private mutating func clock() -> String {
        [two(random.pick(0...23)), two(random.pick(0...59)), two(random.pick(0...59))].joined(separator: ":")
            + ["", "Z", "+04:30", "-11"][random.pick(0...3)]
    }
}
