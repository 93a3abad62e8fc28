import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierOutput

/// No text crashes the language, whatever stands in it, and every error has its place in the text.
@Suite("texts at random") struct MutationTests {
    private static let commands = [
        #"add source s1 "Seoul protests" published=2024-10-22~ reliability=C tlp=clear -- said that it "represents a significant escalation""#,
        #"add entity dprk "North Korea" type=country alias=DPRK alias="조선민주주의인민공화국""#,
        #"add event deployment 2024-10-08/2024-10-13 "First contingent" actor=dprk place="Russian Far East" quantity="~1500 soldiers" #troops"#,
        #"add claim said=2024-10~ "About 1,500" speaker=nis about=e1..e9 grade=B2 likelihood=55..80% source=s1 quote="escalation" occurrence=1"#,
        "link e1,e2 responds-to (events #troops) strength=strong -- why",
        "annotate _ \"words\" type=gap -- All figures come from one origin.",
        "set e1,%1 actor+=nis actor-=dprk quantity= #war x.사상자=\"\\u{1F4CC}\"",
        "set session title='raw' relation+=funds/funded-by:entity>event",
        "drop e1..e4 --with-links",
        #"show events (#troops or -actor:nis) when:2024-10 quantity>1000 "위성" by -when,title with id,when limit 3 as csv"#,
        "show claims has:quote grade>=C3 likelihood<50% linked:e1 before:e4 count by speaker", "show graph e1 depth=3",
        "show text s1", "show log limit 2",
        "export csv events tlp=green raw=yes to x.csv", "export script", "undo 2", "redo", "check quotes references",
        "help queries",
        "add note \\\n  \"\"\"\ntext over\nlines\"\"\"", "# a comment",
    ]

    private static let pieces = [
        " ", "\n", "\r\n", "\t", "\"", "'", "\"\"\"", "\\", "\\\n", "#", "--", " -- ", "-", "=", "+=", "-=", ":", "<=",
        ">", "(", ")", ",", "..", "%", "%1", "_", "or", "by",
        "e1", "e99999999999999999999", "nis", "2024-13", "북한", "e\u{301}", "🇰🇵", "\u{202E}", "\u{0}", "\u{1B}[2J",
        "\u{FEFF}", "\\u{D800}", "~", "[", "{", "..", "/", "x.", "as", "limit",
        "0", "-9223372036854775808", "99999999999999999999", "when:", "actor=", "quote=", "occurrence=", "id=", "show",
        "set", "link", "drop", "(((((", ")))))",
    ]

    @Test(
        "no text crashes the language, and the place of every error lies in its text",
        arguments: Effort.seeds([2024, 10, 21], sampled: 0))
    func anyText(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var engine = try TestEngine(setting: Example.setting)
        for round in 0..<2_000 {
            if round.isMultiple(of: 250) { engine = try TestEngine(setting: Example.setting) }
            let text = Self.text(using: &generator)
            let note = Comment("seed \(seed), round \(round): \(text.debugDescription)")
            if let error = engine.failure(text) { Self.check(error, note) }
            _ = Lexer.isComplete(text)
            let cursor = Int.random(in: 0...text.utf8.count, using: &generator)
            let completion = engine.engine.completer(files: { _ in ["a b", "c/"] }).complete(
                text, at: cursor)
            #expect(completion.range.lowerBound >= 0 && completion.range.upperBound == cursor, note)
        }
    }

    @Test("bytes that are no UTF-8 do not crash the lexer either", arguments: Effort.seeds([7, 8], sampled: 0))
    func anyBytes(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : Array("\"'#-\\=() \n".utf8).randomElement(using: &generator) ?? 0
            }
            var lexer = Lexer(SourceText(bytes: bytes, name: "x.dossier"))
            var count = 0
            while count < 100 {
                count += 1
                do throws(Diagnostic) { guard try lexer.nextCommand() != nil else { break } } catch {
                    Self.check(error, "seed \(seed): \(bytes)")
                }
            }
            #expect(count < 100, "the lexer stands still: seed \(seed): \(bytes)")
        }
    }

    private static func text(using generator: inout SplitMix64) -> String {
        var scalars = Array((commands.randomElement(using: &generator) ?? "").unicodeScalars)
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let place = Int.random(in: 0...scalars.count, using: &generator)
            let end = min(scalars.count, place + Int.random(in: 0...6, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: scalars.removeSubrange(place..<end)
            case 1:
                scalars.insert(
                    contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &generator))
            case 2:
                scalars.replaceSubrange(
                    place..<end, with: (pieces.randomElement(using: &generator) ?? "").unicodeScalars)
            default:
                scalars.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").unicodeScalars, at: place)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func check(_ error: Diagnostic, _ note: Comment) {
        let (range, count) = (error.place.range, error.place.source.bytes.count)
        #expect(range.lowerBound >= 0 && range.upperBound <= count, note)
        #expect(error.place.line >= 1 && error.place.column >= 1, note)
        #expect(!error.message.isEmpty && !DiagnosticText(width: 40).lines(of: error).isEmpty, note)
    }
}
