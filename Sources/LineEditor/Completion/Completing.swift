extension LineEditor {
    /// Tab: puts in what is certain; a second Tab lists what is possible.
    func completeWord() -> KeyEffect {
        guard let editor else { return .bell }
        let buffer = EditBuffer(editor: editor)
        let before = earlierLines + buffer.textBeforeCursor
        let after = buffer.textAfterCursor
        let cursor = before.utf8.count
        let completion = complete(before + after, cursor)
        let isSecond = lastCompletion == keys.count - 1
        lastCompletion = keys.count
        guard !completion.candidates.isEmpty, let typed = typedText(completion.range, in: before) else { return .bell }
        if let insertion = completion.insertion(for: typed) {
            insert(insertion, for: typed, of: completion, in: buffer, before: after)
            return .refresh
        }
        if completion.candidates.count == 1 {
            insert(typed, for: typed, of: completion, in: buffer, before: after)
            return .refresh
        }
        guard isSecond else { return .bell }
        let list = CompletionList(candidates: completion.candidates, columns: columns, color: settings.color)
        pendingAction = .list(list, scalarsAfterCursor: after.unicodeScalars.count)
        buffer.moveToEnd()
        return .refresh
    }

    /// The text a candidate replaces, if it lies on the line that is edited and ends where the cursor is.
    private func typedText(_ range: Range<Int>, in before: String) -> String? {
        let bytes = before.utf8
        guard range.lowerBound >= earlierLines.utf8.count, range.upperBound == bytes.count else { return nil }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(before[start...])
    }

    private func insert(
        _ insertion: String, for typed: String, of completion: Completion, in buffer: EditBuffer, before after: String
    ) {
        buffer.delete(before: typed)
        buffer.insert(insertion)
        guard completion.candidates.count == 1, completion.candidates.first?.isFinal == true else { return }
        if after.first == " " { buffer.move(byScalars: 1) } else { buffer.insert(" ") }
    }

    /// Writes the list from the left margin on, and asks before more than a screen and after each.
    func show(_ list: CompletionList) {
        let pageRows = max(Terminal.rows - 1, 1)
        if list.rowCount > pageRows && !confirms("Display all \(list.candidates.count) possibilities? (y or n)") {
            return
        }
        var room = pageRows
        for row in 0..<list.rowCount {
            if room == 0 {
                guard let more = roomForMore(pageRows) else { return }
                room = more
            }
            Terminal.write(list.row(row) + "\r\n")
            room -= 1
        }
    }

    private func confirms(_ question: String) -> Bool {
        Terminal.write(truncated(question, to: columns - 1))
        defer { Terminal.write("\r\n") }
        while true {
            switch keys.nextByte() {
            case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: " "), UInt8(ascii: "\t"): return true
            case UInt8(ascii: "n"), UInt8(ascii: "N"), 0x03, 0x07, 0x1B, 0x7F, nil: return false
            default: Terminal.write("\u{7}")
            }
        }
    }

    /// Asks whether to go on: a page for Space, a row for Enter. `nil` to stop.
    private func roomForMore(_ pageRows: Int) -> Int? {
        Terminal.write("--More--")
        defer { Terminal.write("\r        \r") }
        while true {
            switch keys.nextByte() {
            case UInt8(ascii: " "), UInt8(ascii: "y"), UInt8(ascii: "\t"): return pageRows
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"): return 1
            case UInt8(ascii: "q"), UInt8(ascii: "n"), 0x03, 0x07, 0x1B, 0x7F, nil: return nil
            default: Terminal.write("\u{7}")
            }
        }
    }
}
