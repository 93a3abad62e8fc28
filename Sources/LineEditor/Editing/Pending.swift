import CEditline
import Glibc

extension LineEditor {
    /// Does what had to wait until the line was drawn with the cursor at its end.
    func perform(_ action: PendingAction?, in buffer: EditBuffer) {
        pendingAction = nil
        switch action {
        case .end(let end, let echo):
            Terminal.write(echo + "\r\n")
            lineEnd = end
        case .list(let list, let scalarsAfterCursor):
            buffer.move(byScalars: -scalarsAfterCursor)
            Terminal.write("\r\n")
            show(list)
            el_resize(buffer.editor)
            drawing = Drawing(columns: columns)
            editline_refresh(buffer.editor)
        case .suspend(let scalarsAfterCursor):
            buffer.move(byScalars: -scalarsAfterCursor)
            suspend(buffer.editor)
        case nil: break
        }
    }
}
