import Testing

@testable import DossierLanguage
@testable import DossierTime

@Suite("Times of day")
struct WhenHoursTests {
    @Test(
        "whether a time falls in a period of hours is certain, possible or not",
        arguments: [
            ("2023-09-11T20:00", "2023-09-11T18:00/2023-09-11T23:15", Certainty.certainly),
            ("2023-09-11T18:00/2023-09-11T23:15", "2023-09-11T20:00", .certainly),
            ("2023-09-11T18:00/2023-09-11T23:15", "2023-09-11T23:16", .no),
            ("[2023-09-11T18:00..2023-09-11T23:15]", "2023-09-11T20:00", .possibly),
            ("[2023-09-11T18:00..2023-09-11T23:15]", "2023-09-11", .certainly),
            ("2023-09-11", "2023-09-11T18:00/2023-09-11T23:15", .possibly),
            ("2023-09-10/2023-09-12", "2023-09-11T20:00", .certainly),
            ("2023-09-11T18:00/..", "2023-09-30", .certainly), ("2023-09-11T18:00/", "2023-09-30", .possibly),
            ("../2023-09-11T18:00", "2023-09-11T17:00", .certainly),
            ("../2023-09-11T18:00", "2023-09-11T19:00", .no),
            ("2023-09-11T20:00", "2023-09-11T18:00/..", .certainly),
            ("2023-09-11T20:00", "[2023-09-11T18:00,2023-09-11T22:00]", .possibly),
            ("{2023-09-11T18:00,2023-09-12T18:00}", "2023-09-11", .certainly),
        ])
    func falls(record: String, period: String, answer: Certainty) throws {
        #expect(try When(record).falls(in: When(period)) == answer)
    }

    @Test(
        "local times are compared by their clocks, and with a zoned one within the band of all zones",
        arguments: [
            ("2023-09-11T18:00", "2023-09-11T18:01", Certainty.certainly),
            ("2023-09-11T18:01", "2023-09-11T18:00", .no),
            ("2023-09-11T18:00Z", "2023-09-11T20:30+02:00", .certainly),
            ("2023-09-11T20:30+02:00", "2023-09-11T18:00Z", .no),
            ("2023-09-11T18:00", "2023-09-12T05:00Z", .possibly), ("2023-09-11T18:00", "2023-09-12T07:00Z", .certainly),
            ("2023-09-11T18:00", "2023-09-11T04:30Z", .possibly), ("2023-09-11T18:00", "2023-09-11T03:00Z", .no),
            ("2023-09-11T18:00Z", "2023-09-11T18:00", .possibly),
            ("2023-09-11T18:00/2023-09-11T19:00", "2023-09-11T20:00", .certainly),
            ("2023-09-11T18:00/2023-09-11T19:00", "2023-09-11T18:30", .no),
            ("2023-09-11T18:00/2023-09-11T19:00", "2023-09-11T20:00Z", .possibly),
            ("2023-09-11T23:30-02:00", "2023-09-12", .certainly), ("2023-09-11T23:30", "2023-09-12", .certainly),
            ("2023-09-11", "2023-09-11T23:30", .possibly),
        ])
    func before(left: String, right: String, answer: Certainty) throws {
        #expect(try When(left).before(When(right)) == answer)
        #expect(try When(right).after(When(left)) == answer)
    }

    @Test(
        "the limits of a period of hours",
        arguments: [
            ("2023-09-11T17:59", "2023-09-11T18:00", Certainty.certainly, Certainty.no),
            ("2023-09-11", "2023-09-11T18:00", .possibly, .possibly),
            ("2023-09-11T20:00Z", "2023-09-11T18:00", .possibly, .possibly),
            ("2023-09-13T20:00Z", "2023-09-11T18:00", .no, .certainly),
        ])
    func limits(record: String, period: String, before: Certainty, after: Certainty) throws {
        #expect(try When(record).falls(before: When(period)) == before)
        #expect(try When(record).falls(after: When(period)) == after)
    }

    @Test(
        "overlaps and during know hours",
        arguments: [
            (
                "2023-09-11T18:00/2023-09-11T20:00", "2023-09-11T19:00/2023-09-11T21:00", Certainty.certainly,
                Certainty.no
            ),
            ("2023-09-11T18:00/2023-09-11T20:00", "2023-09-11T21:00/2023-09-11T22:00", .no, .no),
            ("2023-09-11T19:00/2023-09-11T19:30", "2023-09-11T18:00/2023-09-11T20:00", .certainly, .certainly),
            ("2023-09-11T19:00/2023-09-11T19:30", "2023-09-11T18:00Z/2023-09-11T20:00Z", .possibly, .possibly),
            ("2023-09-11T19:00/2023-09-11T19:30", "2023-09-11", .possibly, .no),
            ("2023-09-11T19:00/2023-09-11T19:30", "2023-09-11/2023-09-12", .certainly, .certainly),
        ])
    func relations(left: String, right: String, overlaps: Certainty, during: Certainty) throws {
        #expect(try When(left).overlaps(When(right)) == overlaps)
        #expect(try When(left).during(When(right)) == during)
    }

    @Test("each form of the table of help is read", arguments: WhenForms.forms)
    func forms(form: WhenForms.Form) {
        for text in form.texts { #expect(throws: Never.self, "\(text)") { try When(text) } }
    }

    @Test("each answer of the table of help is given", arguments: WhenForms.answers)
    func answers(answer: WhenForms.Answer) throws {
        let (record, other) = (try When(answer.record), try When(answer.other))
        let certainty = answer.question == .before ? record.before(other) : record.falls(in: other)
        #expect(certainty == answer.certainty, "\(answer.record) \(answer.question) \(answer.other)")
    }

    @Test("times are listed by the day that was written, within it by the moment in UTC")
    func order() throws {
        let texts = [
            "2023-09-11T23:30-02:00", "2023-09-12T02:40+03:00", "2023-09-12T01:00Z", "2023-09-12T01:30:00",
            "2023-09-13",
        ]
        let times = try texts.map { text throws(ValueError) in try When(text) }
        #expect(times.shuffled().sorted(by: When.inOrder).map(\.text) == texts)
    }
}
