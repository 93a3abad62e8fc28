import CEditline
import DossierText
import Glibc

/// The number of terminal columns that libedit gives a scalar by itself; 0 for a control.
///
/// Where libedit puts its cursor is told by its own measure alone; everything else is measured by ``TextWidth``.
func libeditWidth(of scalar: Unicode.Scalar) -> Int {
    max(Int(editline_character_width(wchar_t(bitPattern: scalar.value))), 0)
}

/// The longest beginning of `text` that fits into `width` columns, with an ellipsis where something was cut.
func truncated(_ text: String, to width: Int) -> String {
    if TextWidth.of(text) <= width { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
        let next = TextWidth.of(character)
        if used + next > width - 1 { break }
        kept.append(character)
        used += next
    }
    return kept + "…"
}
