import Testing

@testable import DossierOutput

@Suite("comma-separated values") struct CSVTextTests {
    private func row(_ cells: String..., raw: Bool = false) -> String {
        var csv = CSVText(raw: raw)
        csv.row(cells)
        return csv.text
    }

    /// The rows of a text, read by the grammar of RFC 4180, section 2.
    private func rows(of text: String) -> [[String]] {
        var rows: [[String]] = []
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"": cell.append(scalars.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                cells.append(String(cell))
                cell = String.UnicodeScalarView()
                if scalar == "\n" {
                    rows.append(cells)
                    cells = []
                }
            default: cell.append(scalar)
            }
        }
        return rows
    }

    @Test("a cell with a comma, a quotation mark or a line end is quoted, no other")
    func quoting() {
        #expect(row("a", "", "b c", "it's") == "a,,b c,it's\n")
        #expect(row("a,b", "say \"no\"", "\"") == "\"a,b\",\"say \"\"no\"\"\",\"\"\"\"\n")
        #expect(row("one\ntwo", "one\r\ntwo", "a\r") == "\"one\ntwo\",\"one\r\ntwo\",\"a\r\"\n")
    }

    @Test(
        "a cell that a spreadsheet takes for a formula gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
            ("=", "'="), ("+", "'+"), ("-", "'-"), ("-x", "'-x"), ("-3..4", "'-3..4"), ("-1.2.3", "'-1.2.3"),
            ("-.", "'-."), ("+7 495", "'+7 495"), ("\r=1", "\"'\r=1\""),
            ("'=1", "''=1"), ("''@a", "'''@a"), ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
        ])
    func formulas(cell: String, escaped: String) {
        #expect(row(cell) == escaped + "\n")
    }

    @Test(
        "a number and what only holds such a sign stay as they are",
        arguments: ["-1", "+1", "-1500", "-0.5", "+12.25", "1500", "a=b", " =1", "'1", "'-1", "2024-10-21", "1+1"])
    func harmless(cell: String) {
        #expect(row(cell) == cell + "\n")
    }

    @Test("raw cells are quoted where they must be, and nothing else is done to them")
    func raw() {
        #expect(row("=1+1", "@a", "-x,y", raw: true) == "=1+1,@a,\"-x,y\"\n")
    }

    @Test("hostile texts come back from a row; no cell begins a formula")
    func hostile() {
        for text in HostileText.all {
            #expect(rows(of: row(text, "end", raw: true)) == [[text, "end"]])
            let cell = rows(of: row(text, "end"))[0][0]
            #expect(cell == text || cell == "'" + text, "\(text)")
            let isNumber = cell.wholeMatch(of: #/[-+][0-9]+(\.[0-9]+)?/#) != nil
            #expect(isNumber || !["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first), "\(text)")
        }
    }

    @Test("an export escapes formulas in titles, fields of one's own and answers; raw=yes does not")
    func exports() throws {
        let engine = try TestEngine(setting: [#"add event e1 "=cmd|' /C calc'!A1" x.cell="@a" quantity=-5"#])
        let escaped = try engine.run("export csv events")
        #expect(escaped.contains(",'=cmd|' /C calc'!A1,") && escaped.contains(",-5,") && escaped.contains(",'@a\n"))
        let raw = try engine.run("export csv events raw=yes")
        #expect(raw.contains(",=cmd|' /C calc'!A1,") && raw.contains(",@a\n"))
        #expect(try engine.run("export csv events raw=no") == escaped)
        #expect(try engine.run("show events with title as csv") == "id,title\ne1,'=cmd|' /C calc'!A1\n")
    }
}
