import DossierText
import TerminalTesting
import TestSupport
import Testing

@Suite(
    "Beside a terminal that others wrote", .serialized,
    .enabled(if: SystemProgram.isExpected("tmux"), "tmux is not installed"))
struct TmuxTests {
    @Test("a name takes the columns by which tmux moves its cursor")
    func widths() throws {
        let folder = try TemporaryFolder()
        let ruler = try TmuxRuler(in: folder.path)
        #expect(MeasuredNames.agreed.count >= 50)
        for name in MeasuredNames.agreed.map({ VisibleText.escaping($0) }) {
            #expect(try ruler.columns(of: name) == TextWidth.of(name), "\(name)")
        }
    }

    @Test("a name about which terminals differ takes the columns that are written beside it")
    func disputedWidths() throws {
        let folder = try TemporaryFolder()
        let ruler = try TmuxRuler(in: folder.path)
        for (name, own, tmux) in MeasuredNames.disputed {
            #expect(TextWidth.of(name) == own, "\(name)")
            #expect([own, tmux].contains(try ruler.columns(of: name)), "\(name)")
        }
    }

    @Test(
        "the cursor is behind the prompt with the name of a session, and behind what is typed",
        arguments: ["김정은", "नरेन्द्र मोदी", "กรุงเทพ", "ရန်ကုန်", "தமிழ்நாடு", "臺灣", "السَّلَام"])
    func prompt(name: String) throws {
        let folder = try TemporaryFolder()
        let pane = TmuxPane("exec '\(Shell.program)' '\(name).json'", in: folder.path)
        let prompt = "\(name)> "
        try pane.wait(for: "the cursor behind the prompt") { pane.cursorColumn == TextWidth.of(prompt) }
        let text = "add note \(name) x"
        pane.type(text)
        try pane.wait(for: "the cursor behind what was typed") {
            pane.cursorColumn == TextWidth.of(prompt + text) && pane.lines.contains(prompt + text)
        }
        // Back over the last name and forth again.
        pane.press("M-b")
        pane.press("M-b")
        pane.type("y")
        pane.press("C-e")
        try pane.wait(for: "the cursor at the end again") { pane.cursorColumn == TextWidth.of(prompt + text) + 1 }
    }

    @Test("a column of a table begins at the same place in each row, whatever script the names before it are in")
    func table() throws {
        let folder = try TemporaryFolder()
        let names = ["김정은", "नरेन्द्र मोदी", "กรุงเทพ", "ရန်ကုန်မြို့", "தமிழ்நாடு", "ﾄｳｷｮｳ", "السَّلَام", "Angela"]
        let commands = names.enumerated().map { "add entity person-\($0) \"\($1)\" type=person alias=Alias\($0)\n" }
        try folder.write(commands.joined(), to: "names.dossier")
        let pane = TmuxPane("exec '\(Shell.program)'", in: folder.path, columns: 100, rows: 50)
        try pane.wait(for: "the prompt") { pane.lines.contains("dossier>") }
        pane.type("replay names.dossier")
        pane.press("Enter")
        try pane.wait(for: "the next prompt") { pane.lines.contains("dossier +1>") }
        pane.type("show entities")
        pane.press("Enter")
        try pane.wait(for: "the table") { pane.lines.contains("\(names.count) entities") }
        let rows = pane.lines.filter { $0.contains("  Alias") }
        #expect(rows.count == names.count)
        let place = try TemporaryFolder()
        let ruler = try TmuxRuler(in: place.path)
        let columns = try rows.compactMap { row in
            try row.ranges(of: "Alias").first.map { try ruler.columns(of: String(row[..<$0.lowerBound])) }
        }
        #expect(columns.count == names.count && Set(columns).count == 1, "\(columns)")
    }
}
