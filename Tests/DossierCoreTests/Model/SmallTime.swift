import TestSupport

@testable import DossierTime

/// A time of a few days in spring 2024, with every reading of it written out.
///
/// The readings are made with the text, not from it, so that they check what the text is read as.
struct SmallTime {
    typealias Days = [ClosedRange<Int>]

    /// The text as EDTF.
    var text: String
    /// Each choice of days that it leaves open, in order and apart.
    var readings: [Days]
    /// Each choice of days of the whole, as the period of a question.
    var periods: [Days]

    static let epoch = 19_770  // 2024-02-17
    static let always = -1_000_000
    static let never = 1_000_000
    /// Unknown ends reach so far beyond all days that are named.
    static let reach = 19_700...20_100

    static func day(_ number: Int) -> String { Day(number: number).description }

    /// The text of some days in a row, and the days.
    static func unit(_ random: inout SplitMix64) -> (String, ClosedRange<Int>) {
        switch random.pick(1...9) {
        case 1: return ("2024-02", 19754...19782)
        case 2: return ("2024-03", 19783...19813)
        case 3: return ("2024-02-2X", 19773...19782)
        case 4: return ("2024-03-0X~", 19783...19791)
        default:
            let number = epoch + random.pick(0...24)
            return (day(number) + (random.oneIn(6) ? "?" : ""), number...number)
        }
    }

    /// Days that fit digits, with gaps.
    static func pattern(_ random: inout SplitMix64) -> (String, [Int]) {
        switch random.pick(1...4) {
        case 1: ("2024-0X-25", (1...9).compactMap { Day(year: 2024, month: $0, day: 25)?.number })
        case 2: ("2024-XX-29", (1...12).compactMap { Day(year: 2024, month: $0, day: 29)?.number })
        case 3: ("2024-03-X5", [5, 15, 25].compactMap { Day(year: 2024, month: 3, day: $0)?.number })
        default:
            (
                "2024-0X-3X",
                [
                    (1, 30), (1, 31), (3, 30), (3, 31), (4, 30), (5, 30), (5, 31), (6, 30), (7, 30), (7, 31), (8, 30),
                    (8, 31), (9, 30),
                ].compactMap { Day(year: 2024, month: $0.0, day: $0.1)?.number }
            )
        }
    }

    static func make(_ random: inout SplitMix64) -> SmallTime {
        switch random.pick(1...14) {
        case 1...3:
            let (text, days) = unit(&random)
            return SmallTime(text: text, readings: days.map { [$0...$0] }, periods: [[days]])
        case 4:
            let (text, days) = pattern(&random)
            return SmallTime(text: text, readings: days.map { [$0...$0] }, periods: [days.map { $0...$0 }])
        case 5: return choice(&random)
        case 6: return openChoice(&random)
        case 7...9: return span(&random)
        case 10, 11: return endless(&random)
        default: return every(&random)
        }
    }

    private static func choice(_ random: inout SplitMix64) -> SmallTime {
        let (first, days) = unit(&random)
        let (second, more) = unit(&random)
        if random.oneIn(2) {
            return SmallTime(
                text: "[\(first),\(second)]", readings: (Array(days) + Array(more)).map { [$0...$0] },
                periods: [merged([days, more])])
        }
        let start = epoch + random.pick(0...10)
        let end = start + random.pick(0...8)
        return SmallTime(
            text: "[\(day(start))..\(day(end))]", readings: (start...end).map { [$0...$0] }, periods: [[start...end]])
    }

    private static func openChoice(_ random: inout SplitMix64) -> SmallTime {
        let start = epoch + random.pick(0...24)
        if random.oneIn(2) {
            return SmallTime(
                text: "[..\(day(start))]", readings: (reach.lowerBound...start).map { [$0...$0] },
                periods: [[always...start]])
        }
        return SmallTime(
            text: "[\(day(start))..]", readings: (start...reach.upperBound).map { [$0...$0] },
            periods: [[start...never]])
    }

    private static func span(_ random: inout SplitMix64) -> SmallTime {
        let (first, days) = unit(&random)
        let (second, more) = unit(&random)
        let readings = days.flatMap { start in more.filter { $0 >= start }.map { [start...$0] } }
        guard !readings.isEmpty else { return span(&random) }
        return SmallTime(
            text: first + "/" + second, readings: readings, periods: [[days.lowerBound...more.upperBound]])
    }

    private static func endless(_ random: inout SplitMix64) -> SmallTime {
        let (text, days) = unit(&random)
        switch random.pick(1...4) {
        case 1:
            return SmallTime(
                text: text + "/..", readings: days.map { [$0...never] }, periods: [[days.lowerBound...never]])
        case 2:
            return SmallTime(
                text: "../" + text, readings: days.map { [always...$0] }, periods: [[always...days.upperBound]])
        case 3:
            return SmallTime(
                text: text + "/",
                readings: days.flatMap { start in (start...reach.upperBound).map { [start...$0] } },
                periods: (days.upperBound...reach.upperBound).map { [days.lowerBound...$0] })
        default:
            return SmallTime(
                text: "/" + text, readings: days.flatMap { end in (reach.lowerBound...end).map { [$0...end] } },
                periods: (reach.lowerBound...days.lowerBound).map { [$0...days.upperBound] })
        }
    }

    private static func every(_ random: inout SplitMix64) -> SmallTime {
        let start = epoch + random.pick(0...20)
        let end = start + random.pick(0...4)
        switch random.pick(1...4) {
        case 1:
            let (text, days) = unit(&random)
            return SmallTime(
                text: "{\(day(start)),\(text)}", readings: days.map { merged([start...start, $0...$0]) },
                periods: [merged([start...start, days])])
        case 2:
            return SmallTime(
                text: "{\(day(start))..\(day(end))}", readings: [[start...end]], periods: [[start...end]])
        case 3:
            let february = 19754...19782
            let march = 19783...19813
            return SmallTime(
                text: "{2024-02..2024-03}",
                readings: february.flatMap { first in march.map { merged([first...first, $0...$0]) } },
                periods: [[19754...19813]])
        default:
            return SmallTime(
                text: "{\(day(start)),\(day(end + 3))}", readings: [merged([start...start, end + 3...end + 3])],
                periods: [merged([start...start, end + 3...end + 3])])
        }
    }

    /// Days in order, with those that touch joined.
    static func merged(_ days: Days) -> Days {
        days.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { runs, days in
            if let last = runs.last, days.lowerBound <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, days.upperBound)
            } else {
                runs.append(days)
            }
        }
    }
}
