/// Whether a scalar could drive a terminal or reorder what it shows: C0, DEL, C1, the line and paragraph separators, and
/// the bidirectional controls (Unicode Standard Annex 9, section 2).
func isTerminalControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
}

/// A text on one row in which every control is seen instead of obeyed: `^[` for C0 and DEL, `\u{202E}` for the rest.
func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isTerminalControl) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
        if !isTerminalControl(scalar) {
            shown.unicodeScalars.append(scalar)
        } else if scalar.isASCII {
            shown.append("^")
            shown.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
        } else {
            shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    return shown
}

/// A text that may stand in the edited line: newlines and tabs stay, a carriage return becomes a newline, and every
/// other control is taken out, because the line editor could not show what it does.
func harmless(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        defer { previous = scalar }
        if scalar == "\r" || (scalar == "\n" && previous != "\r") {
            kept.append("\n")
        } else if scalar == "\t" || !isTerminalControl(scalar) {
            kept.append(scalar)
        }
    }
    return String(kept)
}
