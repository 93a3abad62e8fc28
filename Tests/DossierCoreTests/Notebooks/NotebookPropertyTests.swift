import TestSupport
import Testing

@testable import DossierLanguage
@testable import DossierOutput

/// Notebooks made of a seed, of which it is known which bytes are answers.
private struct NotebookMaker {
    var random: SplitMix64
    private(set) var text = ""
    /// What is no answer.
    private(set) var kept = ""
    private var end = "\n"

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private mutating func keep(_ line: String) {
        text += line
        kept += line
    }

    mutating func make() {
        end = random.oneIn(2) ? "\r\n" : "\n"
        if random.oneIn(4) { keep("\u{FEFF}") }
        for _ in 0..<random.pick(1...8) {
            switch random.below(3) {
            case 0: prose()
            case 1: otherBlock()
            default: block()
            }
        }
        if random.oneIn(2) { keep("The end, without a line end") }
    }

    private mutating func prose() {
        let lines = [
            "Prose.", "", "> show notes", "    ```dossier", "    > indented code", "# Title", "- list", "`` ` ``",
            "> ```dossier", "한국어 \u{1F1F0}\u{1F1F7}", "\\```dossier", "<b>bold</b>", "\t```dossier", "| a | b |",
        ]
        for _ in 0..<random.pick(1...4) { keep(lines[random.below(lines.count)] + end) }
    }

    private mutating func otherBlock() {
        let (open, close) = [("````md", "````"), ("~~~", "~~~~"), ("```text dossier", "```"), ("<!--", "-->")][
            random.below(4)]
        keep(open + end)
        for line in ["```dossier", "> add note \"never\"", "old", open.hasPrefix("```t") ? "x" : "```"] {
            if open.hasPrefix("```t"), line.hasPrefix("```") { continue }
            keep(line + end)
        }
        keep(close + end)
    }

    private mutating func block() {
        let margin = String(repeating: " ", count: random.below(4))
        let mark = random.oneIn(2) ? "~" : "`"
        let fence = margin + String(repeating: mark, count: random.pick(3...5))
        let words = ["dossier", " dossier", "dossier width=40", "dossier quiet", "dossier a=b {c}"][random.below(5)]
        keep(fence + words + end)
        if random.oneIn(4) { keep(end) }
        for _ in 0..<random.pick(0...4) { cell(margin) }
        keep(fence + (random.oneIn(4) ? "  " : "") + end)
    }

    private mutating func cell(_ margin: String) {
        let commands = [
            ["add note \"a\""], ["show notes"], ["show evnts"], ["undo"], ["export markdown"], ["# a remark"], [""],
            ["add note \"\"\"", "```", "~~~~~", "> quoted", "\"\"\" #a"], ["add event \\", "  \"b\""], ["help undo"],
            ["add note -- 북한 \u{202E}x"], ["export script"], ["add note \"\"\""],
        ]
        for line in commands[random.below(commands.count)] { keep(margin + (line.isEmpty ? ">" : "> " + line) + end) }
        for _ in 0..<random.below(3) {
            text += margin + ["old", "  \\> old", "error: old", "x  "][random.below(4)] + end
        }
        if random.oneIn(3) { keep(random.oneIn(2) ? end : margin + "  " + end) }
    }
}

@Suite struct NotebookPropertyTests {
    private func rest(of bytes: [UInt8]) throws -> [UInt8] {
        var rest: [UInt8] = []
        var position = 0
        for cell in try NotebookFile(SourceText(bytes: bytes, name: "a.md")).cells {
            rest += bytes[position..<cell.answerRange.lowerBound]
            position = cell.answerRange.upperBound
        }
        return rest + bytes[position...]
    }

    @Test(
        "an update changes answers and nothing else, and what it writes is verified",
        arguments: Effort.seeds([1, 20_241_021], sampled: 0))
    func update(seed: UInt64) throws {
        var commands = 0
        for number in 0..<400 {
            var maker = NotebookMaker(seed: seed &+ UInt64(number))
            maker.make()
            let text = maker.text
            let kept = Array(maker.kept.utf8)
            let engine = try TestEngine(files: ["a.md": text])
            let first = try engine.check("a.md", keepsDifferent: true)
            #expect(try rest(of: first.bytes) == kept, "seed \(seed), number \(number)\n\(text)")
            let again = try TestEngine(files: ["a.md": String(decoding: first.bytes, as: UTF8.self)])
            let second = try again.check("a.md")
            #expect(!second.failed && second.bytes == first.bytes, "seed \(seed), number \(number)\n\(text)")
            #expect(again.state == engine.state)
            commands += first.count
        }
        #expect(commands > 400)
    }
}
