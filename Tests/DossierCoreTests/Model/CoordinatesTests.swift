import Testing

@testable import DossierModel
@testable import DossierTime

@Suite("Coordinates") struct CoordinatesTests {
    @Test(
        "degrees reach to the poles and to the other side, and no further",
        arguments: [("90,180", true), ("-90,-180", true), ("90.0001,0", false), ("0,180.0001", false)])
    func limits(text: String, isPlace: Bool) {
        #expect(((try? Coordinates(text)) != nil) == isPlace)
    }

    @Test(
        "degrees that would do the other way round are proposed so",
        arguments: [("131.89,43.12", "43.12,131.89"), ("180,90", "90,180"), ("180.5,43", nil), ("131,90.5", nil)]
            as [(String, String?)])
    func swapped(text: String, suggestion: String?) {
        let error = #expect(throws: ValueError.self) { try Coordinates(text) }
        #expect(error?.suggestion == suggestion)
    }
}
