/// Files that are taken for text by mistake, told by their first bytes.
package enum ForeignFile {
    /// What a file is that no reader of text takes, and the command that makes text of it, if there is one; nil where it may
    /// be text.
    package static func problem(of bytes: UnsafeBufferPointer<UInt8>) -> (problem: String, remedy: String?)? {
        for (start, problem, remedy) in marks where bytes.starts(with: start) { return (problem, remedy) }
        return nil
    }

    private static let marks: [(start: [UInt8], problem: String, remedy: String?)] = [
        (
            [0x50, 0x4B, 0x03, 0x04], "it is a workbook (XLSX, ODS) or another ZIP archive, not text",
            nil
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "it is an old workbook or document (XLS, DOC), not text",
            nil
        ),
        (Array("%PDF-".utf8), "it is a PDF, not text", "'pdftotext FILE' extracts its text"),
        ([0x1F, 0x8B], "it is compressed (gzip), not text", "'gunzip FILE' unpacks it"),
        ([0xFF, 0xFE], "it is UTF-16, not UTF-8", "'iconv -f UTF-16 -t UTF-8' converts it"),
        ([0xFE, 0xFF], "it is UTF-16, not UTF-8", "'iconv -f UTF-16 -t UTF-8' converts it"),
        (
            Array("SQLite format 3\0".utf8), "it is an SQLite database, not text",
            "'sqlite3 -csv FILE QUERY' writes rows"
        ),
    ]
}
