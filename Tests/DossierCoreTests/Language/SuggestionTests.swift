import Testing

@testable import DossierModel

@Suite("the nearest right word") struct SuggestionTests {
    @Test(
        "a word near enough is suggested, of several the nearest",
        arguments: [
            ("contradict", "contradicts"), ("suports", "supports"), ("usports", "supports"), ("SUPPORTS", "supports"),
            ("causes", "causes"),
            ("caues", "causes"), ("casues", "causes"), ("xyz", nil), ("", nil), ("북한국", "북한군"),
            ("contr", "contradicts"), ("su", "supports"), ("ab", nil), ("e7", nil),
        ] as [(String, String?)])
    func nearest(word: String, suggestion: String?) {
        #expect(Suggestion.nearest(to: word, among: ["contradicts", "supports", "causes", "북한군"]) == suggestion)
    }

    @Test("the beginning of just one word is near it, of two words near neither")
    func beginnings() {
        #expect(
            Suggestion.nearest(to: "national", among: ["National Intelligence Service", "Seoul"])
                == "National Intelligence Service")
        #expect(Suggestion.nearest(to: "kim", among: ["Kim Jong-un", "Kim Hong-kyun"]) == nil)
    }

    @Test("a very long word is not compared, and an empty list has no nearest word")
    func limits() {
        #expect(
            Suggestion.nearest(to: String(repeating: "a", count: 65), among: [String(repeating: "a", count: 64)]) == nil
        )
        #expect(Suggestion.nearest(to: "word", among: []) == nil)
    }

    @Test("one edit in three letters is near: insertion, deletion, replacement, or two neighbours swapped")
    func edits() {
        #expect(Suggestion.nearest(to: "abc", among: ["abd"]) == "abd")
        #expect(Suggestion.nearest(to: "abc", among: ["ade"]) == nil)
        #expect(Suggestion.nearest(to: "abcdef", among: ["bacdfe"]) == "bacdfe")
        #expect(Suggestion.nearest(to: "abcdef", among: ["xyzdef"]) == nil)
    }
}
