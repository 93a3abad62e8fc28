import CEditline
import Glibc

extension LineEditor {
    private static let escapeWait: Int32 = 50
    private static let escape: Unicode.Scalar = "\u{1B}"

    /// libedit asks for a key. 1 with a character, 0 at the end of the line or the input.
    func readKey(into place: UnsafeMutablePointer<wchar_t>?) -> Int32 {
        guard let place, let editor else { return 0 }
        let buffer = EditBuffer(editor: editor)
        drawing.update(for: buffer)
        perform(pendingAction, in: buffer)
        while lineEnd == nil {
            guard var key = nextCharacter(in: buffer) else {
                lineEnd = .closed
                Terminal.write("\r\n")
                break
            }
            if search != nil {
                guard let answer = searchKey(key, in: buffer) else { continue }
                key = answer
                drawing.redraw()
            } else if usesViKeys && key == Self.escape && isAlone() {
                key = KeyBindings.viEscape
            }
            place.pointee = wchar_t(bitPattern: key.value)
            return 1
        }
        return 0
    }

    /// Whether the ESC that came is the key of that name and not the beginning of another.
    func isAlone() -> Bool {
        guard case .byte(let byte) = keys.next(within: Self.escapeWait) else { return true }
        keys.putBack([byte])
        return byte != UInt8(ascii: "[") && byte != UInt8(ascii: "O")
    }

    /// The next character, whole even where its bytes come in pieces. `nil` when the input is closed.
    private func nextCharacter(in buffer: EditBuffer) -> Unicode.Scalar? {
        while true {
            guard let first = nextByte(in: buffer) else { return nil }
            var bytes = [first]
            for _ in 0..<Self.continuationCount(after: first) {
                guard let byte = nextByte(in: buffer) else { return nil }
                guard byte & 0xC0 == 0x80 else {
                    keys.putBack([byte])
                    break
                }
                bytes.append(byte)
            }
            let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
            // No key sends a C1 control, and this editor uses some of them for itself.
            if !(0x80...0x9F).contains(scalar.value) { return scalar }
        }
    }

    /// How many bytes follow the first of a character (RFC 3629, section 3).
    private static func continuationCount(after first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 1
        case 0xE0...0xEF: 2
        case 0xF0...0xF4: 3
        default: 0
        }
    }

    /// The next byte. Signals are dealt with while it waits, and a suggestion is shown only while it waits.
    private func nextByte(in buffer: EditBuffer) -> UInt8? {
        var event = keys.next(within: 0)
        while true {
            if event == nil {
                let shown = showSuggestion(in: buffer)
                event = keys.next()
                if shown { hideSuggestion() }
            }
            switch event {
            case .byte(let byte): return byte
            case .signal(SIGINT): return 0x03
            case .signal(let signal): if !handle(signal, in: buffer) { return nil }
            case .end: return nil
            case nil: break
            }
            event = nil
        }
    }
}
