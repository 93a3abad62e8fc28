import TestSupport

@testable import DossierModel

/// A file of comma-separated values with a header, and the rows that it holds, the header first.
struct CSVCase: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    let rows: [[String]]

    var description: String { name }

    /// The cases of others, in the folder `csv-spectrum`: a file, and its rows as JSON; none where it is absent.
    static let others: [CSVCase] = SharedData.names(in: "csv-spectrum/csvs").map { file in
        let name = String(file.dropLast(4))
        let objects = (SharedData.json("csv-spectrum/json/\(name).json")?.array ?? []).compactMap(\.object)
        let columns = objects.first?.keys ?? []
        return CSVCase(
            name: name, bytes: SharedData.bytes(of: "csv-spectrum/csvs/\(file)"),
            rows: [columns] + objects.map { object in columns.map { object[$0]?.string ?? "" } })
    }

    /// Cases written for this package, by RFC 4180 and by what spreadsheets write.
    static let own = written.map { CSVCase(name: $0.name, bytes: Array($0.text.utf8), rows: $0.rows) }

    private static let written: [(name: String, text: String, rows: [[String]])] = [
        ("one row", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("no end of the last line", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("ends of CR LF", "a,b\r\n1,2\r\n3,4\r\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("ends of CR", "a,b\r1,2\r3,4\r", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("ends of two sorts", "a,b\r\n1,2\n3,4\r", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("empty lines", "a,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
        ("a header alone", "a,b\n", [["a", "b"]]),
        ("a byte order mark", "\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a byte order mark before a quotation mark", "\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("empty cells", "a,b,c\n,,\n1,,\n,,3\n", [["a", "b", "c"], ["", "", ""], ["1", "", ""], ["", "", "3"]]),
        ("empty cells in quotation marks", "a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
        ("blanks are kept", "a,b\n 1 ,\t2\n\" 1 \",\" \"\n", [["a", "b"], [" 1 ", "\t2"], [" 1 ", " "]]),
        ("commas in quotation marks", "a,b\n\"1,5\",\",\"\n", [["a", "b"], ["1,5", ","]]),
        (
            "quotation marks twice", "a,b\n\"\"\"\",\"say \"\"no\"\"\"\n\"\"\"a\"\"\",\"\"\"\"\"\"\n",
            [["a", "b"], ["\"", "say \"no\""], ["\"a\"", "\"\""]]
        ),
        ("lines in a cell", "a,b\n\"one\ntwo\r\nthree\rfour\",2\n", [["a", "b"], ["one\ntwo\r\nthree\rfour", "2"]]),
        ("a cell that is a line", "a,b\n\"\n\",\"\r\n\"\n", [["a", "b"], ["\n", "\r\n"]]),
        ("a header of lines and marks", "\"a\nb\",\"c,\"\"d\"\"\"\n1,2\n", [["a\nb", "c,\"d\""], ["1", "2"]]),
        ("an apostrophe", "a,b\n'1,2'\n", [["a", "b"], ["'1", "2'"]]),
        ("a backslash escapes nothing", "a,b\n\\,\"\\\"\n", [["a", "b"], ["\\", "\\"]]),
        ("JSON in a cell", "a,b\n\"{\"\"x\"\": [1, 2]}\",2\n", [["a", "b"], ["{\"x\": [1, 2]}", "2"]]),
        ("other marks are text", "a,b\n1;2,3\t4|5\n", [["a", "b"], ["1;2", "3\t4|5"]]),
        ("numbers are text", "a,b\n007,1e5\n-0,1.50\n", [["a", "b"], ["007", "1e5"], ["-0", "1.50"]]),
        (
            "letters of many scripts", "이름,اسم\n홍길동,سلام\nе\u{301},日本\n",
            [["이름", "اسم"], ["홍길동", "سلام"], ["е\u{301}", "日本"]]
        ),
        ("letters of four bytes", "a,b\n👩‍👧,\u{10FFFF}\n", [["a", "b"], ["👩‍👧", "\u{10FFFF}"]]),
        ("ends of lines that Unicode has", "a,b\n1\u{2028}2,3\u{85}4\n", [["a", "b"], ["1\u{2028}2", "3\u{85}4"]]),
        ("hidden letters", "a,b\n\u{200B},\u{202E}x\n", [["a", "b"], ["\u{200B}", "\u{202E}x"]]),
        ("controls", "a,b\n\u{1}\u{7},\u{1B}[2J\u{7F}\n", [["a", "b"], ["\u{1}\u{7}", "\u{1B}[2J\u{7F}"]]),
        ("two columns of one name", "a,a\n1,2\n", [["a", "a"], ["1", "2"]]),
        ("a column without a name", "a,\n1,2\n", [["a", ""], ["1", "2"]]),
        ("a long cell", "a,b\n\"\(long)\",2\n", [["a", "b"], [long, "2"]]),
        ("a row of many cells", wide("h") + "\n" + wide("c") + "\n", [cells("h"), cells("c")]),
    ]

    /// What must be refused, by the name of the fault.
    static let faulty: [(name: String, text: String)] = [
        ("a row of fewer cells", "a,b\n1\n"), ("a row of more cells", "a,b\n1,2,3\n"),
        ("a trailing comma", "a,b\n1,2,\n"),
        ("a ragged row behind good ones", "a,b\n1,2\n3,4\n5\n6,7\n"),
        ("a quotation mark that is not closed", "a,b\n\"1,2\n"),
        ("a quotation mark inside a cell", "a,b\n1\"2,3\n"), ("text behind a quotation mark", "a,b\n\"1\"2,3\n"),
        ("a blank before a quotation mark", "a,b\n \"1\",2\n"), ("a blank behind a quotation mark", "a,b\n\"1\" ,2\n"),
        ("an escaped quotation mark", "a,b\n\"1\\\"2\",3\n"), ("nothing", ""), ("ends of lines alone", "\n\r\n\n"),
        ("a mark alone", "a,b\n\"\n"),
    ]

    private static let long = String(repeating: "long, \"\"longer\"\"\n", count: 10_000)
        .replacing("\"\"", with: "'")
    private static func cells(_ name: String) -> [String] { (0..<500).map { "\(name)\($0)" } }
    private static func wide(_ name: String) -> String { cells(name).joined(separator: ",") }
}
