import LineEditor

/// Candidates of every kind that the editor must deal with. What is completed is the word before the cursor, which begins
/// behind a space or with a quote.
enum DemoCompletion {
    private static let candidates: [LineEditor.Candidate] =
        ["assert", "entity", "event", "export", "Seoul", "Sejong", "서울시", "서울역"].map { .init(replacement: $0) }
        + ["\"Kim Koo\"", "\"Kim Gu\""].map { .init(replacement: $0) }
        + [
            .init(replacement: "e4", label: "e4", detail: "2024-10-21  Seoul summons the envoy"),
            .init(replacement: "e5", label: "e5", detail: "2024-10-22  대사 초치"),
            .init(replacement: "path/", isFinal: false),
            .init(replacement: "hostile1", label: "hostile1\u{1B}[2J", detail: "\u{202E}evil\u{9B}31m"),
            .init(replacement: "hostile2", label: "hostile2\n", detail: ""),
            .init(replacement: "MixedCase"), .init(replacement: "mixedBag"),
        ]
        + (100..<300).map { .init(replacement: "item\($0)", label: "item\($0)") }

    static func complete(_ text: String, _ cursor: Int) -> LineEditor.Completion {
        let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        let start = before.lastIndex(of: "\"") ?? before.lastIndex { $0 == " " || $0 == "\n" }.map(before.index(after:))
        let word = String(before[(start ?? before.startIndex)...])
        let typed = word.drop { $0 == "\"" }.lowercased()
        let matching = candidates.filter { $0.replacement.drop { $0 == "\"" }.lowercased().hasPrefix(typed) }
        return .init(range: (cursor - word.utf8.count)..<cursor, candidates: typed.isEmpty ? [] : matching)
    }
}
