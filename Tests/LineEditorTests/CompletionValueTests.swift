import TestSupport
import Testing

@testable import DossierText
@testable import LineEditor

@Suite("What a completion puts in and lists")
struct CompletionValueTests {
    private static func completion(_ replacements: [String]) -> LineEditor.Completion {
        .init(range: 0..<0, candidates: replacements.map { .init(replacement: $0) })
    }

    @Test(
        "the insertion never says less than what was typed",
        arguments: [
            (["assert"], "as", "assert"), (["assert"], "assert", nil), (["Seoul", "Sejong"], "s", "Se"),
            (["Seoul", "Sejong"], "Se", nil),
            (["Jung Kim", "Kim Koo"], "kim", nil), (["\"Kim Koo\"", "\"Kim Gu\""], "ki", "\"Kim "),
            (["서울시", "서울역"], "서", "서울"),
            (["\"a\"", "b"], "", nil), ([], "x", nil), (["ABC", "abd"], "a", "AB"), (["Kim Koo"], "koo", "Kim Koo"),
        ] as [([String], String, String?)])
    func insertion(_ example: (replacements: [String], typed: String, expected: String?)) {
        #expect(Self.completion(example.replacements).insertion(for: example.typed) == example.expected)
    }

    @Test("rows fit the terminal, and hold every candidate once")
    func rows() {
        #expect(Terminal.useUnicodeLocale())
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let count = 1 + random.below(40)
            let candidates = (0..<count).map { number in
                LineEditor.Candidate(
                    replacement: "",
                    label: "\(number):" + random.text(of: ["a", "한", "\u{1B}"], count: random.below(12)),
                    detail: random.text(of: ["글", "b", "\n"], count: random.below(3) * 10))
            }
            let columns = 2 + random.below(100)
            let list = CompletionList(candidates: candidates, columns: columns, color: false)
            let rows = (0..<list.rowCount).map(list.row)
            #expect(rows.allSatisfy { TextWidth.of($0) < columns }, "seed \(seed), \(columns) columns: \(rows)")
            guard columns > 60 else { continue }
            let text = "\n" + rows.joined(separator: "\n")
            for number in 0..<count {
                let found = ["\n\(number):", " \(number):"].contains(where: text.contains)
                #expect(found, "seed \(seed): \(number) is missing in \(rows)")
            }
        }
    }
}
