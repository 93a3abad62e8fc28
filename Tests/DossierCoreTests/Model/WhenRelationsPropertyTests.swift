import TestSupport
import Testing

@testable import DossierTime

@Suite("Three answers beside all readings written out")
struct WhenRelationsPropertyTests {
    /// What holds of the days of two readings.
    static func allen(_ left: SmallTime.Days, _ right: SmallTime.Days) -> AllenRelation {
        let (start, end) = (left[0].lowerBound, left[left.count - 1].upperBound)
        let (otherStart, otherEnd) = (right[0].lowerBound, right[right.count - 1].upperBound)
        if end + 1 < otherStart { return .before }
        if end + 1 == otherStart { return .meets }
        if otherEnd + 1 < start { return .after }
        if otherEnd + 1 == start { return .metBy }
        if start == otherStart { return end == otherEnd ? .equals : end < otherEnd ? .starts : .startedBy }
        if end == otherEnd { return start > otherStart ? .finishes : .finishedBy }
        if start > otherStart { return end < otherEnd ? .during : .overlappedBy }
        return end > otherEnd ? .contains : .overlaps
    }

    static func shares(_ left: SmallTime.Days, _ right: SmallTime.Days) -> Bool {
        left.contains { days in right.contains { $0.overlaps(days) } }
    }

    static func isInside(_ left: SmallTime.Days, _ right: SmallTime.Days) -> Bool {
        left.allSatisfy { days in
            right.contains { $0.lowerBound <= days.lowerBound && $0.upperBound >= days.upperBound }
        }
    }

    /// The answer over all pairs of readings.
    static func answer(
        _ left: [SmallTime.Days], _ right: [SmallTime.Days], _ holds: (SmallTime.Days, SmallTime.Days) -> Bool
    ) -> Certainty {
        guard let first = left.first, let other = right.first else { return .no }
        let holdsFirst = holds(first, other)
        for one in left {
            for other in right where holds(one, other) != holdsFirst { return .possibly }
        }
        return Certainty(holdsFirst)
    }

    @Test(
        "relations between records agree with brute force over all readings",
        arguments: [20_241_021, 7, 99] as [UInt64])
    func relations(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<250 {
            let left = SmallTime.make(&random)
            let right = SmallTime.make(&random)
            guard left.readings.count * right.readings.count < 4_000 else { continue }
            let (one, other) = (try When(left.text), try When(right.text))
            func check(_ name: String, _ answer: Certainty, _ holds: (SmallTime.Days, SmallTime.Days) -> Bool) {
                let expected = Self.answer(left.readings, right.readings, holds)
                let isSet = one.sense == .every || other.sense == .every
                // Of sets, an answer may be less certain than the readings together, but never wrong.
                let isRight = answer == expected || isSet && answer == .possibly
                #expect(isRight, "seed \(seed): \(left.text) \(name) \(right.text): \(answer), not \(expected)")
            }
            for relation in AllenRelation.allCases {
                check("\(relation)", one.relation(relation, to: other)) { Self.allen($0, $1) == relation }
            }
            check("before", one.before(other)) { $0[$0.count - 1].upperBound < $1[0].lowerBound }
            check("after", one.after(other)) { $0[0].lowerBound > $1[$1.count - 1].upperBound }
            check("begins after", one.beginsAfter(other)) { $0[0].lowerBound > $1[0].lowerBound }
            check("meets", one.meets(other)) { $0[$0.count - 1].upperBound + 1 == $1[0].lowerBound }
            check("overlaps", one.overlaps(other)) { Self.shares($0, $1) }
            check("during", one.during(other)) { Self.isInside($0, $1) }
            check("equals", one.equals(other)) { $0 == $1 }
        }
    }

    @Test(
        "a record falls in, before and after a whole period as brute force says",
        arguments: [20_241_021, 7, 99] as [UInt64])
    func falls(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<600 {
            let record = SmallTime.make(&random)
            let period = SmallTime.make(&random)
            guard record.readings.count * period.periods.count < 4_000 else { continue }
            let (one, other) = (try When(record.text), try When(period.text))
            func check(_ name: String, _ answer: Certainty, _ holds: (SmallTime.Days, SmallTime.Days) -> Bool) {
                let expected = Self.answer(record.readings, period.periods, holds)
                let isRight = answer == expected || one.sense == .every && answer == .possibly
                #expect(isRight, "seed \(seed): \(record.text) \(name) \(period.text): \(answer), not \(expected)")
            }
            check("in", one.falls(in: other)) { Self.shares($0, $1) }
            check("before", one.falls(before: other)) { $0[$0.count - 1].upperBound < $1[0].lowerBound }
            check("after", one.falls(after: other)) { $0[0].lowerBound > $1[$1.count - 1].upperBound }
            check("up to", one.falls(upTo: other)) { $0[$0.count - 1].upperBound <= $1[$1.count - 1].upperBound }
            check("from", one.falls(from: other)) { $0[0].lowerBound >= $1[0].lowerBound }
        }
    }
}
