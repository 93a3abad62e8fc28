import CEditline

/// A function that a key can be bound to, here or in `~/.editrc`, where it is known by its name.
struct KeyFunction {
    let name: String
    let help: String
    let body: editline_key_function

    static let all = [
        KeyFunction(name: "accept-entry", help: "End the line") { editor, _ in
            perform(editor) { $0.acceptLine() }
        },
        KeyFunction(name: "interrupt-entry", help: "Drop the entry") { editor, _ in
            perform(editor) { $0.interrupt() }
        },
        KeyFunction(name: "end-of-input-or-delete", help: "Leave on an empty line, delete otherwise") { editor, _ in
            perform(editor) { $0.endInputOrDelete() }
        },
        KeyFunction(name: "suspend-process", help: "Stop this process") { editor, _ in
            perform(editor) { $0.prepareToSuspend() }
        },
        KeyFunction(name: "ignore-key", help: "Do nothing") { _, _ in KeyEffect.none.code },
        KeyFunction(name: "redraw-line", help: "Show what has changed") { _, _ in KeyEffect.refresh.code },
        KeyFunction(name: "delete-character-back", help: "Delete the character before the cursor") { editor, _ in
            perform(editor) { $0.deleteBack() }
        },
        KeyFunction(name: "delete-character", help: "Delete the character at the cursor") { editor, _ in
            perform(editor) { $0.deleteForward() }
        },
        KeyFunction(name: "move-back", help: "Move one character back") { editor, _ in
            perform(editor) { $0.moveBack() }
        },
        KeyFunction(name: "move-forward", help: "Move one character on, or take the suggestion") { editor, _ in
            perform(editor) { $0.moveForward() }
        },
        KeyFunction(name: "move-word-back", help: "Move one word back") { editor, _ in
            perform(editor) { $0.moveWordBack() }
        },
        KeyFunction(name: "move-word-forward", help: "Move one word on, or take a word of the suggestion") {
            editor, _ in
            perform(editor) { $0.moveWordForward() }
        },
        KeyFunction(name: "move-to-line-start", help: "Move to the start of the line") { editor, _ in
            perform(editor) { $0.moveToLineStart() }
        },
        KeyFunction(name: "move-to-line-end", help: "Move to the end of the line, or take the suggestion") {
            editor, _ in
            perform(editor) { $0.moveToLineEnd() }
        },
        KeyFunction(name: "complete-word", help: "Complete the word before the cursor") { editor, _ in
            perform(editor) { $0.completeWord() }
        },
        KeyFunction(name: "older-entry", help: "Recall the entry before, by prefix") { editor, _ in
            perform(editor) { $0.recallOlder() }
        },
        KeyFunction(name: "newer-entry", help: "Recall the entry after, by prefix") { editor, _ in
            perform(editor) { $0.recallNewer() }
        },
        KeyFunction(name: "search-older", help: "Search back through the history") { editor, _ in
            perform(editor) { $0.beginSearch(.older) }
        },
        KeyFunction(name: "search-newer", help: "Search forward through the history") { editor, _ in
            perform(editor) { $0.beginSearch(.newer) }
        },
        KeyFunction(name: "paste-text", help: "Take in a bracketed paste") { editor, _ in
            perform(editor) { $0.paste() }
        },
    ]

    private static func perform(_ editor: OpaquePointer?, _ action: (LineEditor) -> KeyEffect) -> UInt8 {
        guard let lineEditor = LineEditor.serving(editor) else { return KeyEffect.bell.code }
        let effect = action(lineEditor)
        if effect == .refresh { lineEditor.drawing.redraw() }
        return effect.code
    }
}
