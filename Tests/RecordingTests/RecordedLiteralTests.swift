import Testing

@testable import Recording

@Suite("answers that are written in sources") struct RecordedLiteralTests {
    private let source = """
        // Example("not code", "a", answer: "old")
        let examples = [
            Example("one", "a b", answer: "old"),
            Example("two", #"a "b""#, answer: ""),
            Other("a \\"c\\"", answer: ""),
            Example(
                "three", "d",
                answer: \"""
                    first
                      "second"
                    \"""),
        ]
        """

    private func renewed(_ anchor: String, _ text: String, as new: String) -> String? {
        RecordedLiteral(call: "Example", label: "answer", anchor: anchor, text: text).renewed(in: source, as: new)
    }

    @Test("the answer of a command is replaced, and nothing else")
    func replaced() {
        #expect(
            renewed("a b", "old", as: "new") == source.replacing(#"b", answer: "old""#, with: #"b", answer: "new""#))
        #expect(
            renewed("a \"b\"", "", as: "\"x\"")
                == source.replacing(##""b""#, answer: """##, with: ##""b""#, answer: #""x""#"##))
    }

    @Test("an answer of several lines is indented below its call")
    func lines() {
        #expect(
            renewed("a b", "old", as: "x\n  y\n\nz")?.contains(
                "answer: \"\"\"\n        x\n          y\n\n        z\n        \"\"\"),\n") == true)
        #expect(
            renewed("d", "first\n  \"second\"", as: "x")?.contains("    \"three\", \"d\",\n        answer: \"x\"),")
                == true)
    }

    @Test("another answer, another command and another function are left alone")
    func absent() {
        #expect(renewed("a b", "new", as: "x") == nil)
        #expect(renewed("z", "old", as: "x") == nil)
        #expect(renewed("a \"c\"", "", as: "x") == nil)
    }

    @Test(
        "what is written is read again",
        arguments: ["", "a", "a \"b\"", "a\\n", "a\n\n  b", "\"\"\"\n\\", "a \\#b\n\"\"\"#"])
    func written(text: String) {
        let literal = StringLiteral.written(text, indentedBy: 8)
        #expect(StringLiteral.all(in: "f(" + literal + ")").map(\.text) == [text])
    }

    @Test("a literal with an interpolation is passed over")
    func interpolation() { #expect(StringLiteral.all(in: #"a = "b \(c) d" + "e""#).map(\.text) == ["e"]) }
}
