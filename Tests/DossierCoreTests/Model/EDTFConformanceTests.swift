import TestSupport
import Testing

@testable import DossierTime

@Suite("EDTF as the standard and other implementations have it")
struct EDTFConformanceTests {
    @Test("every case has its validity, its level and its bounds")
    func agrees() throws {
        #expect(EDTFCase.own.count > 200)
        for one in EDTFCase.own + EDTFCase.others {
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
    func hostileTexts() throws {
        let asOf = try When("2024-10-24")
        for text in Effort.cases(HostileText.all, sampled: 200) {
            if let when = try? When(text) { #expect(when.text == text) }
            if let when = try? When.interpret(text, asOf: asOf) { #expect(throws: Never.self) { try When(when.text) } }
            if let quantity = try? Quantity(text) { #expect(try Quantity(quantity.text) == quantity) }
        }
    }
}
