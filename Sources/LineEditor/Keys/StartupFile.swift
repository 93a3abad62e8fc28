import CEditline
import Glibc

/// The user's own settings of libedit: the file that `EDITRC` names, else `~/.editrc` (editrc(5)).
///
/// `bind -v` and `bind -e` put every key back to that style's own, so they come before the bindings of this editor, and
/// everything else after them: what the user binds stands.
struct StartupFile {
    private let lines: [String]

    init() {
        let home = getenv("HOME").map { String(cString: $0) + "/.editrc" }
        let path = getenv("EDITRC").map { String(cString: $0) } ?? home
        // A file that cannot be read sets no keys, as libedit itself has it.
        let bytes = path.flatMap { try? OpenFile(path: $0, flags: O_RDONLY, mode: 0).readTail(atMost: 1 << 20) }
        let text = String(decoding: bytes ?? [], as: UTF8.self)
        lines = text.split(whereSeparator: \.isNewline)
            .map { String($0.drop(while: \.isWhitespace)) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    func chooseStyle(for editor: OpaquePointer) {
        lines.filter(choosesStyle).forEach { apply($0, to: editor) }
    }

    func applyRest(to editor: OpaquePointer) {
        lines.filter { !choosesStyle($0) }.forEach { apply($0, to: editor) }
    }

    private func choosesStyle(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let command = words.first, command == "bind" || command.hasSuffix(":bind") else { return false }
        return words.contains("-v") || words.contains("-e")
    }

    private func apply(_ line: String, to editor: OpaquePointer) {
        let tokenizer = tok_init(nil)
        defer { tok_end(tokenizer) }
        var count: Int32 = 0
        var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
        guard tok_str(tokenizer, line, &count, &words) == 0, count > 0 else { return }
        el_parse(editor, count, words)
    }
}
