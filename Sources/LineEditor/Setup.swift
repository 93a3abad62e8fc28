import CEditline
import Glibc

extension LineEditor {
    /// The line editor that libedit calls back for.
    static func serving(_ editor: OpaquePointer?) -> LineEditor? {
        guard let editor, let data = editline_client_data(editor) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
    }

    /// Makes the functions known by name. libedit keeps the pointers, so they live as long as it does.
    static func addFunctions(to editor: OpaquePointer) -> [UnsafeMutablePointer<wchar_t>] {
        KeyFunction.all.flatMap { function in
            let texts = [function.name, function.help].map { text in
                let wide = text.wideCharacters
                let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
                copy.initialize(from: wide, count: wide.count)
                return copy
            }
            editline_add_function(editor, texts[0], texts[1], function.body)
            return texts
        }
    }

    /// Sets the terminal and the keys. The answer is whether the user chose the keys of vi.
    static func configure(_ editor: OpaquePointer) -> Bool {
        editline_set_signal_handling(editor, 0)
        for mode in ["-isig", "-ixon", "-icrnl", "-inlcr"] {
            editline_set_editing_terminal_mode(editor, mode.wideCharacters)
        }
        editline_set_prompt(
            editor, { LineEditor.serving($0)?.promptBuffer.baseAddress }, wchar_t(bitPattern: Prompt.delimiter.value))
        editline_set_reader(editor, { LineEditor.serving($0)?.readKey(into: $1) ?? 0 })
        editline_set_editor(editor, "emacs".wideCharacters)
        let startup = StartupFile()
        startup.chooseStyle(for: editor)
        let isVi = hasViStyle(editor)
        let maps = isVi ? [KeyBindings.viInsert] : [KeyBindings.emacs]
        bind([KeyBindings.common, KeyBindings.inserting] + maps, in: editor, with: editline_bind)
        if isVi { bind([KeyBindings.common, KeyBindings.viCommand], in: editor, with: editline_bind_alternative) }
        startup.applyRest(to: editor)
        return isVi
    }

    private static func hasViStyle(_ editor: OpaquePointer) -> Bool {
        var name: UnsafePointer<wchar_t>?
        editline_get_editor(editor, &name)
        return name?.pointee == wchar_t(UInt8(ascii: "v"))
    }

    private static func bind(
        _ maps: [[(function: String, keys: [String])]], in editor: OpaquePointer,
        with bind: (OpaquePointer?, UnsafePointer<wchar_t>?, UnsafePointer<wchar_t>?) -> Int32
    ) {
        for (function, keys) in maps.joined() {
            for key in keys { _ = bind(editor, key.wideCharacters, function.wideCharacters) }
        }
    }
}
