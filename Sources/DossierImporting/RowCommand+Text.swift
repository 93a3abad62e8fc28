import DossierOutput
import DossierTime

/// How the texts of cells are looked at.
extension RowCommand {
    /// A text without the blanks around it.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 <= 0x20 }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    /// A cell of a spreadsheet without the mark that keeps it from being a formula.
    static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == UInt8(ascii: "'") else { return cell }
        let text = String(decoding: cell, as: UTF8.self)
        return Array(CSVText.unguarded(text[...]).utf8)[...]
    }

    /// Whether a text is a time as EDTF writes it.
    static func isEDTF(_ time: ArraySlice<UInt8>) -> Bool {
        time.withUnsafeBufferPointer { When.isUnexplained($0) }
    }

    /// Whether a byte is escaped in quotation marks.
    static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }
}
