import CEditline
import Glibc

extension LineEditor {
    /// Deals with a signal that came while a key was awaited. `false` where there will be no more input.
    func handle(_ signal: Int32, in buffer: EditBuffer) -> Bool {
        switch signal {
        case SIGWINCH: redrawForNewSize(in: buffer)
        case SIGCONT: resume(buffer.editor)
        case SIGHUP: return false
        case SIGTERM:
            Terminal.write(Terminal.pasteOff + "\r\n")
            editline_prepare_terminal(buffer.editor, 0)
            signals?.deliver(signal)
            return false
        default: break
        }
        return true
    }

    func prepareToSuspend() -> KeyEffect {
        guard let editor else { return .bell }
        let buffer = EditBuffer(editor: editor)
        pendingAction = .suspend(scalarsAfterCursor: buffer.textAfterCursor.unicodeScalars.count)
        buffer.moveToEnd()
        return .refresh
    }

    /// Stops the whole process group, as the terminal would have done.
    func suspend(_ editor: OpaquePointer) {
        Terminal.write(Terminal.pasteOff + "\r\n")
        editline_prepare_terminal(editor, 0)
        kill(0, SIGTSTP)
        wakePipe.drain()
        resume(editor)
    }

    /// Takes the terminal back and draws the line on the row where the cursor is.
    private func resume(_ editor: OpaquePointer) {
        editline_prepare_terminal(editor, 0)
        editline_prepare_terminal(editor, 1)
        Terminal.write(Terminal.pasteOn + "\r\u{1B}[J")
        el_resize(editor)
        drawing = Drawing(columns: columns)
        editline_refresh(editor)
    }

    /// Draws the line anew from its first row.
    ///
    /// Where that row is now follows from how the line was drawn, because terminals break wrapped rows anew.
    private func redrawForNewSize(in buffer: EditBuffer) {
        let drawn = DrawnLine(
            promptWidth: prompt.width, text: buffer.text,
            cursorIndex: buffer.textBeforeCursor.unicodeScalars.count, typedCount: drawing.typedCount,
            columns: drawing.columns)
        let rows = drawn.rowsAboveCursor(columns: columns)
        // The blank keeps the cursor off the corner: some terminals move what they erase from there to their scrollback.
        // And they forget that a row was wrapped only when all of it is erased.
        Terminal.write("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + " \u{1B}[J\u{1B}[2K\r")
        el_resize(buffer.editor)
        drawing = Drawing(columns: columns)
        editline_refresh(buffer.editor)
    }
}
