import Testing

@testable import DossierModel

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "a number keeps its text",
        arguments: ["0", "-0", "1", "1.0", "1e0", "-12.50E+07", "123456789012345678901234567890"])
    func numberText(text: String) throws {
        #expect(try #require(JSONNumber(text)).text == text)
        #expect(try JSONReader.read(text).text == text)
    }

    @Test(
        "what is not a number of the standard is none",
        arguments: [
            "", " 1", "1 ", "+1", "01", "1.", ".5", "0x10", "1e", "NaN", "Infinity", "1,0", "١", "--1", "1\u{0}",
        ])
    func notANumber(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test("a whole number has its value where 64 bits hold it")
    func integer() {
        #expect(JSONNumber(-7).integer == -7)
        #expect(JSONNumber("9223372036854775807")?.integer == Int.max)
        #expect(JSONNumber("-9223372036854775808")?.integer == Int.min)
        #expect(JSONNumber("9223372036854775808")?.integer == nil)
        #expect(JSONNumber("1.0")?.integer == nil)
        #expect(JSONNumber("1e2")?.integer == nil)
    }

    @Test("a look-up finds the last member, and setting keeps the order")
    func object() {
        var object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object["a"] == 3)
        #expect(object["z"] == nil)
        object["b"] = "two"
        object["c"] = true
        object["a"] = 4
        #expect(JSONValue.object(object).text == #"{"a": 1, "b": "two", "a": 4, "c": true}"#)
        object["a"] = nil
        #expect(object.keys == ["b", "c"])
        object["c"] = .null
        #expect(object["c"] == .null)
    }

    @Test("values are equal when they were written alike")
    func equality() {
        let one = JSONNumber("1.0").map(JSONValue.number)
        #expect(one != 1)
        #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
        #expect(["a": 1, "b": 2] as JSONValue != ["b": 2, "a": 1])
        #expect(["\u{E9}": 1] as JSONValue != ["e\u{301}": 1])
        #expect(["a": [.null, true]] as JSONValue == ["a": [.null, true]])
        #expect(JSONValue.null != false)
    }

    @Test("a value gives what it holds only as what it is")
    func access() {
        #expect(JSONValue.string("x").string == "x")
        #expect(JSONValue.string("x").integer == nil)
        #expect((7 as JSONValue).integer == 7)
        #expect((7 as JSONValue).bool == nil)
        #expect((true as JSONValue).bool == true)
        #expect(([1] as JSONValue).array == [1])
        #expect(([1] as JSONValue).object == nil)
        #expect((["a": 1] as JSONValue).object?["a"] == 1)
        #expect((["a": 1] as JSONValue).array == nil)
        #expect(JSONValue.null.string == nil)
    }
}
