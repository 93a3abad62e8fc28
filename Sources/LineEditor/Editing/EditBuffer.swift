import CEditline
import Glibc

/// The line that libedit holds, as text. Positions are grapheme clusters where a person counts, scalars where libedit does.
struct EditBuffer {
    let editor: OpaquePointer

    private var line: LineInfoW? { el_wline(editor)?.pointee }

    private func text(from start: UnsafePointer<wchar_t>?, to end: UnsafePointer<wchar_t>?) -> String {
        guard let start, let end, end > start else { return "" }
        return String(wideCharacters: UnsafeBufferPointer(start: start, count: end - start))
    }

    var isEmpty: Bool { line.map { $0.lastchar == $0.buffer } ?? true }
    var isAtEnd: Bool { line.map { $0.cursor == $0.lastchar } ?? true }

    var text: String { text(from: line?.buffer, to: line?.lastchar) }
    var textBeforeCursor: String { text(from: line?.buffer, to: line?.cursor) }
    var textAfterCursor: String { text(from: line?.cursor, to: line?.lastchar) }

    /// The number of scalars in the line: an upper bound for every other count, found without a copy.
    var scalarCount: Int { line.map { $0.lastchar - $0.buffer } ?? 0 }

    func move(byScalars count: Int) {
        el_cursor(editor, Int32(clamping: count))
    }

    func moveToEnd() {
        move(byScalars: textAfterCursor.unicodeScalars.count)
    }

    /// Moves over a text that stands before the cursor.
    func move(backOver text: some StringProtocol) {
        move(byScalars: -text.unicodeScalars.count)
    }

    /// Moves over a text that stands behind the cursor.
    func move(forwardOver text: some StringProtocol) {
        move(byScalars: text.unicodeScalars.count)
    }

    func insert(_ text: String) {
        el_winsertstr(editor, text.wideCharacters)
    }

    /// Deletes a text that stands before the cursor.
    func delete(before text: some StringProtocol) {
        el_deletestr(editor, Int32(clamping: text.unicodeScalars.count))
    }

    /// Deletes a text that stands behind the cursor.
    func delete(behind text: some StringProtocol) {
        move(forwardOver: text)
        delete(before: text)
    }

    /// Puts a text in the place of the whole line, with the cursor at its end.
    func replace(with text: String) {
        moveToEnd()
        delete(before: self.text)
        insert(text)
    }
}
