import Testing

@testable import DossierTime

@Suite("sums of quantities") struct QuantitySumTests {
    private func sum(_ texts: [String]) throws -> [String] {
        var sum = QuantitySum()
        for text in texts { try sum.add(try Quantity(text)) }
        #expect(sum.count == texts.count)
        return [sum.low, sum.best, sum.high].map { $0?.description ?? "-" }
    }

    @Test(
        "low, best and high are added apart, and no end is made up",
        arguments: [
            ([], ["0", "0", "0"]), (["5", "7.5"], ["12.5", "12.5", "12.5"]), (["1..2", "3"], ["4", "-", "5"]),
            (["1..2..4", "3"], ["4", "5", "7"]), (["..10", "3"], ["-", "-", "13"]), (["10..", "3"], ["13", "-", "-"]),
            (["10..", "..3"], ["-", "-", "-"]), (["~1500", "20"], ["1145", "1520", "1895"]),
            (["~0"], ["-1", "0", "1"]),
            (["~10..20..40"], ["7.5", "20", "50"]), (["-5", "5"], ["0", "0", "0"]),
        ])
    func ends(texts: [String], expected: [String]) throws { #expect(try sum(texts) == expected) }

    @Test("a sum of more than 38 digits is an error")
    func tooLong() throws {
        let most = String(repeating: "9", count: 38)
        #expect(throws: ValueError.self) { _ = try sum([most, "1"]) }
    }
}
