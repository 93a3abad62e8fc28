import DossierModel

/// Reads rows of cells (RFC 4180, section 2): cells in quotation marks hold delimiters, line ends and, doubled, the mark
/// itself. A row ends with CR LF, LF or CR; lines without a byte between rows are left out.
///
/// It reads bytes that are known to be UTF-8, and makes no text of them.
struct CSVReader: RowReader {
    var columns: [String]
    let isSpreadsheet = true
    private(set) var offset: Int
    private(set) var blankLines = 0
    private let bytes: StateBytes
    private let delimiter: UInt8
    private let hasHeader: Bool

    var rejectedForm: RejectedRows.Form { .cells(delimiter: delimiter, hasHeader: hasHeader) }

    /// Begins to read; a header is read at once.
    ///
    /// - Throws: where it is malformed, or the file has no rows at all.
    init(_ bytes: StateBytes, from start: Int, delimiter: UInt8, hasHeader: Bool) throws(FileFault) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.hasHeader = hasHeader
        offset = start
        var first = Row()
        var cursor = Cursor(bytes: bytes.buffer, delimiter: delimiter, offset: start)
        guard try cursor.row(&first, ofWidth: nil) else {
            throw FileFault("the file has no rows", at: start)
        }
        if hasHeader {
            columns = (0..<first.count).map { first[$0].first.map(first.string) ?? "" }
            offset = cursor.offset
        } else {
            columns = (1...max(1, first.count)).map(String.init)
        }
    }

    mutating func next(_ row: inout Row) throws(FileFault) -> Bool {
        var cursor = Cursor(bytes: bytes.buffer, delimiter: delimiter, offset: offset)
        defer {
            offset = cursor.offset
            blankLines += cursor.blankLines
        }
        return try cursor.row(&row, ofWidth: columns.count)
    }

    /// Whether a byte means something else than the end of a cell.
    static func isReserved(_ byte: UInt8) -> Bool { byte == quote || byte == lineFeed || byte == carriageReturn }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Goes through the bytes of one row.
    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        let delimiter: UInt8
        private(set) var offset: Int
        private(set) var blankLines = 0

        private var isAtEnd: Bool { offset == bytes.count }

        /// Whether the row ends here.
        private var isAtRowEnd: Bool {
            isAtEnd || bytes[offset] == CSVReader.lineFeed || bytes[offset] == CSVReader.carriageReturn
        }

        /// Reads a row; false at the end of the file.
        mutating func row(_ row: inout Row, ofWidth width: Int?) throws(FileFault) -> Bool {
            // A row of one cell may be empty, and then it is a line without a byte.
            while width != 1, !isAtEnd, isAtRowEnd {
                skipLineEnd()
                blankLines += 1
            }
            if isAtEnd { return false }
            row.begin()
            let start = offset
            while true {
                try cell(&row)
                guard !isAtEnd, bytes[offset] == delimiter else { break }
                offset += 1
            }
            skipLineEnd()
            if let width, row.count != width, !row.isBlank { throw .wrongCount(row, width, at: start) }
            return true
        }

        private mutating func cell(_ row: inout Row) throws(FileFault) {
            let start = offset
            if !isAtEnd, bytes[offset] == CSVReader.quote {
                try quoted(&row)
            } else {
                var end = offset
                while end < bytes.count {
                    let byte = bytes[end]
                    if byte == delimiter || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn { break }
                    if byte == CSVReader.quote { throw .straySign(at: end) }
                    end &+= 1
                }
                row.append(UnsafeBufferPointer(rebasing: bytes[offset..<end]))
                offset = end
            }
            row.endValue(at: start)
            row.endCell()
        }

        /// Reads a cell in quotation marks; a doubled one in it stands for one.
        private mutating func quoted(_ row: inout Row) throws(FileFault) {
            let start = offset
            offset += 1
            while true {
                var end = offset
                while end < bytes.count, bytes[end] != CSVReader.quote { end &+= 1 }
                if end == bytes.count { throw .unclosedCell(at: start) }
                let isDoubled = end + 1 < bytes.count && bytes[end + 1] == CSVReader.quote
                row.append(UnsafeBufferPointer(rebasing: bytes[offset..<(isDoubled ? end + 1 : end)]))
                offset = isDoubled ? end + 2 : end + 1
                if !isDoubled { break }
            }
            if !isAtRowEnd, bytes[offset] != delimiter { throw .textBehindCell(at: offset) }
        }

        private mutating func skipLineEnd() {
            if offset < bytes.count, bytes[offset] == CSVReader.carriageReturn { offset += 1 }
            if offset < bytes.count, bytes[offset] == CSVReader.lineFeed { offset += 1 }
        }
    }
}

extension FileFault {
    fileprivate static func wrongCount(_ row: Row, _ width: Int, at offset: Int) -> FileFault {
        FileFault(
            "row \(row.number) has \(row.count) \(row.count == 1 ? "cell" : "cells")",
            expectation: "as many as in the first row: \(width)", at: offset,
            notes: ["'delimiter=tab', 'delimiter=semicolon' and so on set what separates cells"], isOfOneRow: true)
    }

    fileprivate static func straySign(at offset: Int) -> FileFault {
        FileFault(
            "a quotation mark is inside a cell that does not begin with one",
            expectation: #"the whole cell in quotation marks, with those inside it doubled: "say ""no""""#, at: offset)
    }

    fileprivate static func textBehindCell(at offset: Int) -> FileFault {
        FileFault(
            "text follows the quotation mark that ends a cell",
            expectation: #"doubled quotation marks inside a cell: "say ""no""""#, at: offset)
    }

    fileprivate static func unclosedCell(at offset: Int) -> FileFault {
        FileFault(
            "a cell that begins with a quotation mark is not closed", expectation: "a closing \"", at: offset)
    }
}
