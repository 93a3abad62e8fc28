import CEditline
import Glibc

extension LineEditor {
    private func withBuffer(_ action: (EditBuffer) -> KeyEffect) -> KeyEffect {
        editor.map { action(EditBuffer(editor: $0)) } ?? .bell
    }

    func acceptLine() -> KeyEffect {
        withBuffer { buffer in
            pendingAction = .end(.accepted(buffer.text), echo: "")
            buffer.moveToEnd()
            return .refresh
        }
    }

    func interrupt() -> KeyEffect {
        withBuffer { buffer in
            pendingAction = .end(.interrupted, echo: "^C")
            buffer.moveToEnd()
            return .refresh
        }
    }

    func endInputOrDelete() -> KeyEffect {
        withBuffer { buffer in
            guard buffer.isEmpty else { return deleteForward() }
            guard earlierLines.isEmpty else { return .bell }
            pendingAction = .end(.closed, echo: "")
            return .refresh
        }
    }

    func deleteBack() -> KeyEffect {
        withBuffer { buffer in
            guard let character = buffer.textBeforeCursor.last else { return .bell }
            buffer.delete(before: String(character))
            return .refresh
        }
    }

    func deleteForward() -> KeyEffect {
        withBuffer { buffer in
            guard let character = buffer.textAfterCursor.first else { return .bell }
            buffer.delete(behind: String(character))
            return .refresh
        }
    }

    func moveBack() -> KeyEffect {
        withBuffer { buffer in
            guard let character = buffer.textBeforeCursor.last else { return .bell }
            buffer.move(backOver: String(character))
            return .moveCursor
        }
    }

    func moveForward() -> KeyEffect {
        withBuffer { buffer in
            guard let character = buffer.textAfterCursor.first else {
                return takeSuggestion(in: buffer) { $0[...] } ? .refresh : .bell
            }
            buffer.move(forwardOver: String(character))
            return .moveCursor
        }
    }

    func moveWordBack() -> KeyEffect {
        withBuffer { buffer in
            buffer.move(backOver: WordMotion.back(in: buffer.textBeforeCursor))
            return .moveCursor
        }
    }

    func moveWordForward() -> KeyEffect {
        withBuffer { buffer in
            if buffer.isAtEnd { return takeSuggestion(in: buffer, WordMotion.forward) ? .refresh : .bell }
            buffer.move(forwardOver: WordMotion.forward(in: buffer.textAfterCursor))
            return .moveCursor
        }
    }

    func moveToLineStart() -> KeyEffect {
        withBuffer { buffer in
            let before = buffer.textBeforeCursor
            let start = before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
            buffer.move(backOver: before[start...])
            return .moveCursor
        }
    }

    func moveToLineEnd() -> KeyEffect {
        withBuffer { buffer in
            if buffer.isAtEnd { return takeSuggestion(in: buffer) { $0[...] } ? .refresh : .none }
            buffer.move(forwardOver: buffer.textAfterCursor.prefix { $0 != "\n" })
            return .moveCursor
        }
    }

    func paste() -> KeyEffect {
        withBuffer { buffer in
            guard let bytes = keys.read(until: Array("\u{1B}[201~".utf8)) else { return .bell }
            buffer.insert(harmless(String(decoding: bytes, as: UTF8.self)))
            return .refresh
        }
    }
}
