import Testing

@testable import DossierTime

@Suite("Three answers about time")
struct WhenRelationsTests {
    @Test(
        "whether a record falls in a period is certain, possible or not",
        arguments: [
            ("2024-10-21", "2024-10", Certainty.certainly), ("2024", "2024-10", .possibly), ("2024-06", "2024-10", .no),
            ("2024-01-01/2024-12-31", "2024-10", .certainly), ("2024/2025", "2024-10", .possibly),
            ("2024-10", "2024-10", .certainly),
            ("2024-09/2024-11", "2024-10", .certainly), ("2024-09/2024-10", "2024-10", .certainly),
            ("[2024-10-08..2024-10-13]", "2024-10-10", .possibly), ("2024-10-08/2024-10-13", "2024-10-10", .certainly),
            ("{2024-10-08,2024-10-13}", "2024-10-10", .no), ("{2024-10-08..2024-10-13}", "2024-10-10", .certainly),
            ("{2023..2025}", "2024", .certainly), ("{2023..2025}", "2024-10", .possibly),
            ("1560-XX-25", "[1560-03-01..1560-03-10]", .no),
            ("1560-XX-25", "1560", .certainly), ("2024-10/..", "2030", .certainly), ("2024-10/", "2030", .possibly),
            ("../2024-10", "1950", .certainly), ("/2024-10", "1950", .possibly), ("[2024..]", "2030", .possibly),
            ("2030", "2024-10/..", .certainly), ("2030", "2024-10/", .possibly), ("2024-10-15", "2024-10/", .certainly),
            ("2024-10-21T14:30:00Z", "2024-10-21", .certainly), ("2024-10-21T23:30:00-02", "2024-10-21", .certainly),
            ("2024-10-21", "2024-10-21T14:30:00Z", .possibly),
            ("2024-10-20/2024-10-22", "2024-10-21T14:30:00Z", .certainly),
            ("2024-06~", "2024-06", .certainly), ("2024-06~", "2024-07", .no), ("XXXX", "2024", .possibly),
        ])
    func falls(record: String, period: String, answer: Certainty) throws {
        #expect(try When(record).falls(in: When(period)) == answer)
    }

    @Test(
        "before and after count days where only dates are known",
        arguments: [
            ("2024-10-21", "2024-10-22", Certainty.certainly), ("2024-10-21", "2024-10-21", .no),
            ("2024-10", "2024-10-21", .possibly),
            ("2024-10", "2024-10", .possibly), ("2024-09", "2024-10", .certainly), ("2024-10-22", "2024-10-21", .no),
            ("2024-10-08/2024-10-13", "2024-10-14", .certainly), ("2024-10-08/2024-10-13", "2024-10-10", .no),
            ("2024-10-21T10:00:00Z", "2024-10-21T11:00:00Z", .certainly),
            ("2024-10-21T10:00:00Z", "2024-10-21", .possibly),
            ("2024-10-21", "2024-10-21T10:00:00Z", .possibly), ("2024-10-20", "2024-10-21T10:00:00Z", .certainly),
            ("2024-10/..", "2030", .no), ("2024-10/", "2030", .possibly), ("[..1984]", "1985", .certainly),
            ("../1984", "1985", .certainly),
        ])
    func before(left: String, right: String, answer: Certainty) throws {
        #expect(try When(left).before(When(right)) == answer)
        #expect(try When(right).after(When(left)) == answer)
    }

    @Test(
        "the other relations between records",
        arguments: [
            ("2024-10-08/2024-10-13", "meets", "2024-10-14", Certainty.certainly),
            ("2024-10-08/2024-10-13", "meets", "2024-10-13", .no),
            ("2024-10-08/2024-10-13", "meets", "2024-10", .possibly),
            ("2024-10-21", "equals", "2024-10-21", .certainly),
            ("2024", "equals", "2024", .possibly), ("2024", "equals", "2025", .no),
            ("2024-10-08/2024-10-13", "equals", "{2024-10-08..2024-10-13}", .certainly),
            ("[2024-10-08..2024-10-13]", "equals", "2024-10-08/2024-10-13", .no),
            ("2024-10-10", "during", "2024-10-08/2024-10-13", .certainly),
            ("2024-10-10", "during", "[2024-10-08..2024-10-13]", .possibly),
            ("2024-10-10", "during", "{2024-10-08,2024-10-13}", .no),
            ("2024-10-13", "during", "2024-10-08/2024-10-13", .certainly),
            ("2024-10-08/2024-10-13", "overlaps", "2024-10-13/2024-10-20", .certainly),
            ("2024-10-08/2024-10-13", "overlaps", "2024-10-14/2024-10-20", .no),
            ("{2024-10-08,2024-10-13}", "overlaps", "2024-10-10", .no),
            ("2024-10/2024-12", "overlaps", "2024-12/2025-02", .possibly),
        ])
    func relations(left: String, name: String, right: String, answer: Certainty) throws {
        let (one, other) = (try When(left), try When(right))
        let found =
            switch name {
            case "meets": one.meets(other)
            case "equals": one.equals(other)
            case "during": one.during(other)
            default: one.overlaps(other)
            }
        #expect(found == answer)
    }

    @Test(
        "of the thirteen relations just one holds between two spans of whole days",
        arguments: [
            ("2024-10-01/2024-10-03", AllenRelation.before), ("2024-10-01/2024-10-09", .meets),
            ("2024-10-08/2024-10-12", .overlaps),
            ("2024-10-10/2024-10-15", .starts), ("2024-10-12/2024-10-15", .during),
            ("2024-10-15/2024-10-20", .finishes),
            ("2024-10-10/2024-10-20", .equals), ("2024-10-08/2024-10-20", .finishedBy),
            ("2024-10-08/2024-10-22", .contains),
            ("2024-10-10/2024-10-22", .startedBy), ("2024-10-15/2024-10-22", .overlappedBy),
            ("2024-10-21/2024-10-22", .metBy),
            ("2024-10-22/2024-10-25", .after),
        ])
    func allen(span: String, holds: AllenRelation) throws {
        let (one, other) = (try When(span), try When("2024-10-10/2024-10-20"))
        for relation in AllenRelation.allCases {
            #expect(one.relation(relation, to: other) == (relation == holds ? .certainly : .no))
            #expect(other.relation(relation.inverse, to: one) == one.relation(relation, to: other))
        }
    }

    @Test(
        "comparisons with a whole period",
        arguments: [
            ("2024-10-21", Certainty.no, Certainty.no, Certainty.certainly, Certainty.certainly),
            ("2024-09-30", .certainly, .no, .certainly, .no), ("2024-11-01", .no, .certainly, .no, .certainly),
            ("2024", .possibly, .possibly, .possibly, .possibly), ("2024-09-30/2024-10-05", .no, .no, .certainly, .no),
        ])
    func comparisons(record: String, before: Certainty, after: Certainty, upTo: Certainty, from: Certainty) throws {
        let (one, period) = (try When(record), try When("2024-10"))
        #expect(one.falls(before: period) == before)
        #expect(one.falls(after: period) == after)
        #expect(one.falls(upTo: period) == upTo)
        #expect(one.falls(from: period) == from)
    }
}
