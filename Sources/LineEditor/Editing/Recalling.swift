extension LineEditor {
    /// Up: the cursor goes up within a line of several rows, and else to the older entry with the same beginning.
    func recallOlder() -> KeyEffect {
        guard let editor else { return .bell }
        let buffer = EditBuffer(editor: editor)
        let text = buffer.text
        if !isWalking(in: buffer) {
            let before = buffer.textBeforeCursor
            if before.contains("\n") { return moveUp(in: buffer, before: before) }
            walk = HistoryWalk(from: past, prefix: before, draft: text)
        }
        guard walk?.goBack(in: past) == true, let walk else { return .bell }
        buffer.replace(with: walk.shown)
        return .refresh
    }

    /// Down: the way back.
    func recallNewer() -> KeyEffect {
        guard let editor else { return .bell }
        let buffer = EditBuffer(editor: editor)
        if !isWalking(in: buffer) {
            walk = nil
            let after = buffer.textAfterCursor
            return after.contains("\n") ? moveDown(in: buffer, after: after) : .bell
        }
        guard walk?.goForward(in: past) == true, let walk else { return .bell }
        buffer.replace(with: walk.shown)
        return .refresh
    }

    /// Whether the line is as the walk left it. In one of several rows the cursor must be where it was left as well.
    private func isWalking(in buffer: EditBuffer) -> Bool {
        guard let shown = walk?.shown, shown == buffer.text else { return false }
        return buffer.isAtEnd || !shown.contains("\n")
    }

    private func moveUp(in buffer: EditBuffer, before: String) -> KeyEffect {
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        guard let current = lines.last, let above = lines.dropLast().last else { return .bell }
        let target = above.prefix(current.count)
        buffer.move(backOver: before[target.endIndex...])
        return .moveCursor
    }

    private func moveDown(in buffer: EditBuffer, after: String) -> KeyEffect {
        let column = buffer.textBeforeCursor.reversed().prefix { $0 != "\n" }.count
        let lines = after.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return .bell }
        let target = lines[1].prefix(column)
        buffer.move(forwardOver: after[..<target.endIndex])
        return .moveCursor
    }
}
