import Testing

@testable import DossierTime

@Suite("Exact decimal numbers")
struct DecimalTests {
    @Test("sums and differences are exact")
    func sums() throws {
        #expect(try Decimal("0.1") + Decimal("0.2") == Decimal("0.3"))
        #expect(try Decimal("1") - Decimal("0.9") == Decimal("0.1"))
        #expect(try Decimal("99999999999999999999.99") + Decimal("0.01") == Decimal("100000000000000000000"))
        #expect(try (Decimal("1.50") + Decimal("-2")).description == "-0.5")
    }

    @Test("numbers are ordered by value, whatever their digits")
    func order() throws {
        let sorted = try ["-10", "-2.5", "-2.49", "-0.5", "0", "0.000001", "0.5", "2", "2.01", "2.1", "10", "11"].map {
            text throws(ValueError) in try Decimal(text)
        }
        #expect(sorted.reversed().sorted() == sorted)
        let long = try Decimal("99999999999999999999999999999999999999")
        #expect(try Decimal("0.0000000000000000000000000000000000001") < long)
        #expect(try long > Decimal("9999999999999999999.9999999999999999999"))
    }

    @Test("zeros at the end of a fraction do not count")
    func zeros() throws {
        #expect(try Decimal("1.50") == Decimal("1.5"))
        #expect(try Decimal("1.50").hashValue == Decimal("1.5").hashValue)
        #expect(try Decimal("-0") == Decimal.zero)
        #expect(try Decimal("100").description == "100")
    }

    @Test("groups of three digits are marked for people")
    func grouping() throws {
        #expect(try Decimal("1234567.25").grouped == "1,234,567.25")
        #expect(try Decimal("-123").grouped == "-123")
        #expect(try Decimal("-123456").grouped == "-123,456")
        #expect(try Decimal("0.5").grouped == "0.5")
    }

    @Test(
        "what has more than 38 digits, or is no number, is an error",
        arguments: [
            "", "-", ".", "1.", ".5", "1,000", "1e5", "0x10", "--1", "100000000000000000000000000000000000000",
        ])
    func refused(text: String) {
        #expect(throws: ValueError.self) { try Decimal(text) }
    }

    @Test("a sum of too many digits is an error, not a wrong number")
    func overflow() throws {
        let long = try Decimal("99999999999999999999999999999999999999")
        #expect(throws: ValueError.self) { try long + Decimal("1") }
        #expect(throws: ValueError.self) { try long + Decimal("0.1") }
        #expect(throws: ValueError.self) { try -long - Decimal("1") }
    }
}
