import CEditline
import Glibc

/// The number of terminal columns a grapheme cluster takes.
///
/// A cluster is as wide as its widest scalar, so that combining marks, Hangul vowels and finals, and the parts of an
/// emoji sequence add nothing (Unicode Standard Annex 11 for the scalars, Annex 29 for the clusters).
func displayWidth(of character: Character) -> Int {
    if isFlag(character) { return 2 }
    return character.unicodeScalars.reduce(0) { widest, scalar in
        max(widest, scalar == "\u{FE0F}" ? 2 : displayWidth(of: scalar))
    }
}

/// Whether a cluster is a pair of regional indicators, each of them narrow and the flag they make wide.
private func isFlag(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count == 2 && scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
}

/// The number of terminal columns a scalar takes by itself; 0 for a control.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
    max(Int(editline_character_width(wchar_t(bitPattern: scalar.value))), 0)
}

/// The number of terminal columns a text takes on one row.
func displayWidth(_ text: String) -> Int {
    text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The longest beginning of `text` that fits into `width` columns, with an ellipsis where something was cut.
func truncated(_ text: String, to width: Int) -> String {
    if displayWidth(text) <= width { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
        let next = displayWidth(of: character)
        if used + next > width - 1 { break }
        kept.append(character)
        used += next
    }
    return kept + "…"
}
