import TestSupport
import Testing

@testable import DossierTime

@Suite("EDTF beside other implementations", .enabled(if: EDTFCase.all != nil, "the shared data is absent"))
struct EDTFConformanceTests {
    @Test("every case that public implementations agree on has their validity, level and bounds")
    func agrees() throws {
        let cases = try #require(EDTFCase.all)
        #expect(cases.count > 100)
        for one in cases {
            let when = try? When(one.input)
            #expect((when != nil) == one.valid, "\(one.input)")
            guard let when else { continue }
            #expect(when.description == one.input)
            if let level = one.level { #expect(when.level == level, "\(one.input)") }
            if let earliest = one.earliest { #expect(when.earliestDay == earliest, "\(one.input)") }
            if let latest = one.latest { #expect(when.latestDay == latest, "\(one.input)") }
        }
    }

    @Test("strings that break programs are read or refused, without a crash")
    func naughtyStrings() throws {
        let strings = try #require(SharedData.strings("naughty-strings.json"))
        #expect(strings.count > 500)
        let asOf = try When("2024-10-24")
        for text in strings {
            if let when = try? When(text) { #expect(when.text == text) }
            if let when = try? When.interpret(text, asOf: asOf) { #expect(throws: Never.self) { try When(when.text) } }
            if let quantity = try? Quantity(text) { #expect(try Quantity(quantity.text) == quantity) }
        }
    }
}
