import Testing

@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("progress as a line") struct ProgressTextTests {
    @Test(
        "the line says how much is done, how fast, and how long the rest takes",
        arguments: [
            (
                Progress.Unit.bytes, 1_200_000, 2_600_000, 3.0,
                "reading a  46%  1.2 of 2.6 MB  400.0 kB/s  4 s left"
            ),
            (.bytes, 0, 900, 0.0, "reading a  0%  0 of 900 B"),
            (.entries, 12_300, 100_000, 2.0, "reading a  12%  12,300 of 100,000 entries  6,150/s  15 s left"),
            (.searches, 3, 500, 6.0, "reading a  0%  3 of 500 searches  0.5/s  17 min left"),
            (.records, 1, 121, 1.0, "reading a  0%  1 of 121 records  1/s  2 min left"),
            (.records, 1, 1_000_000, 1.0, "reading a  0%  1 of 1,000,000 records  1/s  278 h left"),
            (.records, 7, 7, 2.0, "reading a  100%  7 of 7 records  3.5/s"),
        ])
    func line(unit: Progress.Unit, done: Int, total: Int, seconds: Double, expected: String) {
        let progress = Progress(title: "reading a", unit: unit, done: done, total: total)
        #expect(ProgressText(progress, seconds: seconds).text.plain == expected)
    }

    @Test("a hostile name does not drive the terminal")
    func hostile() {
        let progress = Progress(title: "replaying \u{1B}[2J\u{202E}\n", unit: .records, done: 1, total: 1)
        let line = Palette(isColoured: false).render(ProgressText(progress, seconds: 1).text)
        #expect(line == "replaying ^[[2J\\u{202E}⏎  100%  1 of 1 records  1/s")
    }

    @Test("nothing is drawn in the first second of a command, then ten times a second; a rate is that of its piece")
    func pace() {
        var line = ProgressLine(at: 100)
        func progress(_ title: String, _ done: Int) -> Progress {
            Progress(title: title, unit: .records, done: done, total: 100)
        }
        #expect(line.text(of: progress("one", 1), at: 100.99) == nil && !line.isDrawn)
        #expect(line.text(of: progress("two", 0), at: 101) != nil && line.isDrawn)
        #expect(line.text(of: progress("two", 10), at: 101.05) == nil)
        #expect(line.text(of: progress("two", 20), at: 103)?.plain == "two  20%  20 of 100 records  10/s  8 s left")
        line.erase()
        #expect(!line.isDrawn)
        #expect(line.text(of: progress("two", 20), at: 103.01) != nil, "what was erased is drawn again at once")
        line.begin(at: 104)
        #expect(line.text(of: progress("two", 30), at: 104.9) == nil)
    }
}
