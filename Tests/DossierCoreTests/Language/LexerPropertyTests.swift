import TestSupport
import Testing

@testable import DossierLanguage

/// The lexer reads tokens as offsets and their texts when asked; a slow, plain reading of the same text says what they are.
@Suite("tokens beside a plain reading") struct LexerPropertyTests {
    private static let pieces = [
        "add", "event", "e1", "nis,e4", "e1..e9", "2024-10-08/2024-10-13", "%3", "_", "-5", "or", "서울", "e\u{301}",
        "Korea's", "say\"hi", "a(b)c", "x\\y", "actor=nis", "tags-=war", "a-b=c", "a.b_1+=2", "사=1", "x.사상자=3",
        "when:2024", "n<=3", "n>", "n<", "n>=", "url=https://x.org/?a=b#c", "actor=", "actor=한국", "text=\"", "text='",
        "#troops", "#북한군", "#", "--fast", "--", " -- ", "---", "-", "-actor:nis", "-#t", "-\"x\"", "-(", "(", ")", "))",
        "\"", "'", "\"\"", "\"\"\"", "\"one two\"", "\"서울 시청 앞에서 열린 집회\"", "'raw \\n \"x\"'", "\"a\\\"b\"", "\\\"",
        "\\\\",
        "\\n", "\\t", "\\u{1F4CC}", "\\u{0}", "\\u{D800}", "\\u{}", "\\u{1234567}", "\\u{+41}", "\\u41", "\\q", "\\한",
        "\\", "\\\n", "\\\r\n", "\\\r", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{B}", "\u{FEFF}", "# a comment", "#!",
        "\"\"\"\none\r\ntwo\n\"\"\"", "text=\"\"\"\r\n한 줄\r\n\"\"\"",
        "\"a text that is longer than sixteen bytes \\n, twice\"",
        "📌", "\u{7F}", "\u{80}", "0123456789012345", "=", "+=", ":", "@", "[", "`", "{",
    ]

    @Test(
        "every token repeats a plain reading of its text", arguments: Effort.seeds([6, 71, 20_241_021], sampled: 0))
    func anyText(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for round in 0..<4_000 {
            let separator = generator.oneIn(3) ? "" : " "
            let text = (0..<generator.pick(1...14)).map { _ in
                Self.pieces[generator.below(Self.pieces.count)] + (generator.oneIn(5) ? "" : separator)
            }.joined()
            let note = Comment("seed \(seed), round \(round): \(text.debugDescription)")
            guard Self.agrees(text, note) else { return }
        }
    }

    @Test("a text that is cut anywhere is read as plainly", arguments: [UInt64(3)])
    func cutText(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let whole = Array(
            "add event e1 2024 \"서울 \\u{1F4CC} 시청\" a=\"\"\"\r\nb\r\n\"\"\" \\\r\n c+='d' (e #f) -g:h #t -- 끝 \r\n#c\r\nundo"
                .unicodeScalars)
        for end in 0...whole.count {
            var view = String.UnicodeScalarView(whole[..<end])
            if generator.oneIn(2) { view.append("\"") }
            guard Self.agrees(String(view), "seed \(seed): \(String(view).debugDescription)") else { return }
        }
    }

    /// Whether both readings of a text are one; else the difference is an issue.
    private static func agrees(_ text: String, _ note: Comment) -> Bool {
        var lexer = Lexer(SourceText(text))
        var plain = PlainLexer(text)
        var firstError: Diagnostic.Code?
        while true {
            let answer: PlainLexer.Answer?
            do throws(Diagnostic) {
                answer = try lexer.nextCommand().map { .tokens($0.map(PlainToken.init)) }
            } catch {
                answer = .error(error.code, error.place.range)
                firstError = firstError ?? error.code
            }
            let expected = plain.next()
            #expect(answer == expected, note)
            #expect(lexer.comments.map { Array($0.utf8) } == plain.comments.map { Array($0.utf8) }, note)
            if answer != expected { return false }
            if answer == nil { break }
        }
        let isComplete = firstError.map { $0 != .unclosedText } ?? !plain.isWaiting
        #expect(Lexer.isComplete(text) == isComplete, note)
        return Lexer.isComplete(text) == isComplete
    }
}
