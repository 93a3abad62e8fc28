import TestSupport
import Testing

@testable import DossierTime

/// Days that fit patterns of digits over many years: what is found year by year beside what is found day by day.
@Suite("patterns of digits over many years") struct PatternRelationsTests {
    private func pattern(_ random: inout SplitMix64) -> String {
        let years = ["202X", "20X4", "199X", "200X", "2X00", "2023", "2024"]
        let months = ["XX", "0X", "1X", "02", "12", "01", "X1"]
        let days = ["XX", "2X", "X1", "31", "29", "28", "01", "0X", "3X"]
        let text = [years.oneOf(&random), months.oneOf(&random), days.oneOf(&random)].map { $0 ?? "" }.joined(
            separator: "-")
        return (try? When(text)) == nil ? "202X-12-31" : text
    }

    private func time(_ random: inout SplitMix64) -> String {
        switch random.pick(1...8) {
        case 1: "[\(pattern(&random)),\(pattern(&random))]"
        case 2: "{\(pattern(&random)),\(pattern(&random))}"
        case 3: "\(pattern(&random))/202X-XX-30"
        case 4: "202X-21"
        default: pattern(&random)
        }
    }

    @Test(
        "demands are met by days that are looked for together as by days that are raised one by one",
        arguments: Seeds.few)
    func demands(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<12 {
            let (one, other) = (time(&random), time(&random))
            guard let first = try? When(one), let second = try? When(other), let left = first.ends(with: second),
                let right = second.ends(with: first)
            else { continue }
            let domains = [left.start, left.end, right.start, right.end]
            for relation in AllenRelation.allCases {
                let demands = left.demands(start: 0, end: 1) + right.demands(start: 2, end: 3) + relation.demands
                #expect(
                    Precedence.areMet(demands, by: domains, patience: 1)
                        == Precedence.areMet(demands, by: domains, patience: .max),
                    "\(one) \(relation) \(other), seed \(seed)")
            }
        }
    }

    @Test("domains meet, and lie in each other, as their days do", arguments: Seeds.few)
    func domains(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let limits = Day.number(year: 1_980, month: 3, day: 5)...Day.number(year: 2_080, month: 7, day: 9)
        func days(_ text: String) throws -> (DayDomain, Set<Int>)? {
            guard var domain = (try? When(text))?.extent?.region else { return nil }
            domain.limits = limits
            var days: Set<Int> = []
            var day = domain.first()
            while let next = day {
                days.insert(next)
                day = domain.first(from: next + 1)
            }
            return (domain, days)
        }
        for _ in 0..<8 {
            let (one, other) = (time(&random), time(&random))
            guard let (left, mine) = try days(one), let (right, theirs) = try days(other) else { continue }
            #expect(left.meets(right) == !mine.isDisjoint(with: theirs), "\(one), \(other), seed \(seed)")
            #expect(left.isInside(right) == mine.isSubset(of: theirs), "\(one), \(other), seed \(seed)")
            let tied = TiedDays(members: [(left, 0), (right, 1)]).first(from: limits.lowerBound)
            #expect(tied == mine.filter { theirs.contains($0 + 1) }.min(), "\(one), \(other), seed \(seed)")
        }
    }

    @Test(
        "what ten thousand years of days rule out is told without going through them",
        arguments: [
            ("XXXX-XX-23", "XXXX-XX-24"), ("XXXX-XX-23", "XXXX-XX-25"), ("XXXX-12-31", "XXXX-X1-30"),
            ("{XXXX-XX-01,XXXX-XX-13}", "[XXXX-XX-23,XXXX-XX-25,XXX2-02-28]"),
        ])
    func apart(first: String, second: String) throws {
        let (one, other) = (try When(first), try When(second))
        #expect(one.overlaps(other) == .no && other.equals(one) == .no)
        #expect(one.before(other) == .possibly)
    }
}
