import Testing

@testable import DossierTime

@Suite("Moments") struct MomentTests {
    @Test("moments are ordered by their day, then by their second, and none is before itself")
    func order() {
        let day = Day(number: 0)
        let moments = [
            Moment(day: Day(number: -1), second: 9), Moment(day: day, second: 0), Moment(day: day, second: 1),
        ]
        for (left, first) in moments.enumerated() {
            for (right, second) in moments.enumerated() { #expect((first < second) == (left < right)) }
        }
    }

    @Test(
        "an offset reaches to fourteen hours",
        arguments: [("+14:00", true), ("-14:00", true), ("+14:01", false), ("-15:00", false)])
    func offsets(offset: String, isTime: Bool) {
        #expect(((try? When("2024-10-21T18:00" + offset)) != nil) == isTime)
    }
}
