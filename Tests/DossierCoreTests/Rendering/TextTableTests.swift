import TestSupport
import Testing

@testable import DossierLanguage
@testable import DossierOutput

@Suite("Tables")
struct TextTableTests {
    private let table = TextTable(
        columns: [
            .init("id", minimum: 2, priority: 2), .init("title", priority: 1),
            .init("count", alignment: .right, priority: 2),
            .init("note", wraps: true),
        ],
        rows: [
            [StyledText("s1", .identifier), "Harbour ledger", "7", "first half of the year only"],
            ["s2", "항만 장부", "1200", "읽기 어렵다"], ["s10", "👩‍👩‍👧 cafe\u{301}", "-3"],
        ])

    private func lines(_ width: Int?, ascii: Bool = false) -> [String] {
        table.lines(width: width, ascii: ascii).map(\.plain)
    }

    @Test("columns are as wide as their cells where no width is given")
    func natural() {
        #expect(
            lines(nil) == [
                "id   title           count  note",
                "───  ──────────────  ─────  ───────────────────────────",
                "s1   Harbour ledger      7  first half of the year only",
                "s2   항만 장부        1200  읽기 어렵다",
                "s10  👩‍👩‍👧 cafe\u{301}            -3",
            ])
    }

    @Test("a cell that wraps goes on in the next line")
    func wraps() {
        #expect(
            lines(44) == [
                "id   title           count  note",
                "───  ──────────────  ─────  ────────────────",
                "s1   Harbour ledger      7  first half of",
                "                            the year only",
                "s2   항만 장부        1200  읽기 어렵다",
                "s10  👩‍👩‍👧 cafe\u{301}            -3",
            ])
    }

    @Test("the next column gives way once the first is at its minimum, and its cells are cut")
    func cuts() {
        #expect(
            lines(30, ascii: true) == [
                "id   title       count  note",
                "---  ----------  -----  ------",
                "s1   Harbour...      7  first",
                "                        half",
                "                        of the",
                "                        year",
                "                        only",
                "s2   항만 장부    1200  읽기",
                "                        어렵다",
                "s10  👩‍👩‍👧 cafe\u{301}        -3",
            ])
    }

    @Test("a column for which there is no room is named below")
    func hides() {
        #expect(
            lines(20) == [
                "id   title     count",
                "───  ────────  ─────",
                "s1   Harbour…      7",
                "s2   항만 장…   1200",
                "s10  👩‍👩‍👧 cafe\u{301}      -3",
                "not shown: note",
            ])
    }

    @Test("the column of lowest priority goes first, of equals the one to the right, and the rest has its room again")
    func hidesInOrder() {
        let columns: [TextTable.Column] = [
            .init("first", priority: 1), .init("second"), .init("third"), .init("fourth", priority: 1),
        ]
        let table = TextTable(columns: columns, rows: [["first cell", "second cell", "third cell", "fourth cell"]])
        #expect(
            table.lines(width: 28).map(\.plain) == [
                "first      second  fourth", "─────────  ──────  ─────────", "first ce…  secon…  fourth c…",
                "not shown: third",
            ])
        #expect(
            table.lines(width: 21).map(\.plain) == [
                "first      fourth", "─────────  ──────────", "first ce…  fourth ce…", "not shown: second,", "third",
            ])
        #expect(
            table.lines(width: 5).map(\.plain) == [
                "first", "─────", "firs…", "not", "shown", ":", "secon", "d,", "third", ",", "fourt", "h",
            ])
    }

    @Test("a table without rows has its headings, one without columns nothing")
    func empty() {
        #expect(TextTable(columns: [.init("id")]).lines().map(\.plain) == ["id", "──"])
        #expect(TextTable(columns: [], rows: [["x"]]).lines(width: 20).isEmpty)
    }

    @Test("what hides in a cell is shown before it is measured, and keeps its meaning")
    func hostile() {
        let cells: [StyledText] = [StyledText("\u{1B}[2J\nx", .bad), "한"]
        let lines = TextTable(columns: [.init("a\tb"), .init("c")], rows: [cells]).lines()
        #expect(lines.map(\.plain) == ["a^Ib     c", "───────  ──", "^[[2J⏎x  한"])
        #expect(lines[2].spans.first == StyledSpan("^[[2J⏎x", .bad))
    }

    @Test(
        "no line is wider than the width or ends in a space, whatever the cells hold",
        arguments: Effort.cases(0..<80, sampled: 20))
    func property(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let columns = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            TextTable.Column(
                "x" + SampleText.any(length: Int.random(in: 0...4, using: &generator), using: &generator),
                alignment: TextAlignment.allCases.randomElement(using: &generator) ?? .left,
                minimum: Int.random(in: 0...12, using: &generator), priority: Int.random(in: 0...2, using: &generator),
                wraps: Bool.random(using: &generator))
        }
        let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            (0..<Int.random(in: 0...columns.count, using: &generator)).map { _ in
                StyledText(SampleText.any(length: Int.random(in: 0...25, using: &generator), using: &generator))
            }
        }
        let table = TextTable(columns: columns, rows: rows)
        for width in [1, 2, 3, 8, 20, 33, 57, 80, 200] {
            let lines = table.lines(width: width, ascii: Bool.random(using: &generator))
            for line in lines {
                #expect(line.width <= max(2, width), "seed \(seed), width \(width): \(line.plain)")
                #expect(!line.plain.hasSuffix(" "), "seed \(seed), width \(width): \(line.plain)")
            }
        }
        let natural = table.lines(width: nil).map(\.width).max() ?? 0
        let isSame = table.lines(width: natural) == table.lines(width: nil)
        #expect(isSame, "seed \(seed)")
    }
}
