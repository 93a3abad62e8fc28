/// The one gate through which text goes to a terminal: whatever could drive it, reorder the text or hide in it is shown.
///
/// - C0 controls and DEL stand in caret notation: `^[` for escape, `^I` for tab, `^?` for DEL (ECMA-48 §5.2, §5.4).
/// - A newline is `⏎`, and so is carriage return with newline; on request both stay a newline.
/// - C1 controls, bidirectional controls, line and paragraph separators, zero-width and other characters that Unicode
///   counts as default ignorable, and tag characters stand as `\u{202E}` (Unicode Standard Annex #9, Technical Standard #55).
/// - Kept where they do their work: one variation selector after a visible character, joiners inside an emoji or between
///   letters of a script that needs them, fillers in an old Hangul syllable, the tags of the flags of England, Scotland and
///   Wales.
///
/// What came through once comes through unchanged again.
package enum VisibleText {
    /// The text with everything that hides shown.
    ///
    /// - Parameter keepingNewlines: whether a newline stays one, for text that is shown in lines.
    package static func escaping(_ text: String, keepingNewlines: Bool = false) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        guard text.unicodeScalars.contains(where: HiddenScalars.contains) else { return text }
        let scalars = Array(text.unicodeScalars)
        var visible = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let kept = HiddenScalars.lengthOfLegitimateUse(in: scalars, at: index)
            if kept > 0 {
                for keptScalar in scalars[index..<index + kept] { visible.append(keptScalar) }
                index += kept
                continue
            }
            let isLineEnd = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            if scalar == "\n" || isLineEnd {
                visible.append(keepingNewlines ? "\n" : "⏎")
            } else {
                visible.append(contentsOf: notation(of: scalar).unicodeScalars)
            }
            index += isLineEnd ? 2 : 1
        }
        return String(visible)
    }

    private static func notation(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0..<0x20: "^\(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))"
        case 0x7F: "^?"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
