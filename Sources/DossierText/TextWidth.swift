import CUtf8proc

/// The number of terminal columns that a text occupies.
///
/// Widths are counted by grapheme cluster, from the tables of utf8proc: East Asian Wide and Fullwidth characters occupy two
/// columns, combining marks none, everything else one. East Asian Ambiguous characters are narrow. An emoji with a variation
/// selector, a skin tone or joiners occupies two columns, and so does a flag. Control characters count as zero; pass a text
/// through ``VisibleText`` before you measure it.
package enum TextWidth {
    /// The columns a text takes.
    package static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
        var width = 0
        for scalar in text.unicodeScalars {
            guard let columns = columnsOfStandaloneScalar(scalar.value) else {
                return text.reduce(0) { $0 + of($1) }
            }
            width += columns
        }
        return width
    }

    /// The columns one grapheme cluster takes.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let base = scalars.first else { return 0 }
        if scalars.index(after: scalars.startIndex) == scalars.endIndex { return columns(of: base) }
        let sum = scalars.reduce(0) { $0 + columns(of: $1) }
        guard base.properties.isEmoji else { return sum }
        let isEmojiSequence = scalars.dropFirst().contains { scalar in
            scalar == "\u{FE0F}" || scalar == "\u{200D}" || scalar.properties.isEmojiModifier
        }
        return isEmojiSequence || isRegionalIndicator(base) ? 2 : sum
    }

    /// The columns of a scalar that never joins its neighbours into one cluster; nil for every other scalar.
    ///
    /// Most text consists of these, and the search for cluster boundaries costs ten times as much as the sum.
    private static func columnsOfStandaloneScalar(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027: 1
        case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x3000...0x3029: 2
        default: nil
        }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: return 1
        case 0..<0xA0: return 0
        // The vowels and finals that join with a Hangul consonant before them.
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
        default: break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
        let codePoint = Int32(bitPattern: scalar.value)
        // Unlike terminals, utf8proc gives no column to marks that stand beside their letter.
        return utf8proc_category(codePoint) == UTF8PROC_CATEGORY_MC ? 1 : Int(utf8proc_charwidth(codePoint))
    }

    private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        0x1F1E6...0x1F1FF ~= scalar.value
    }
}
