/// Scalars that do something other than show a shape, and the places where that is their legitimate use.
enum HiddenScalars {
    /// Whether a scalar is a control, a line separator, an annotation mark, or ignorable by default in rendering.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x34E, 0xAC00...0xD7A3, 0x4E00...0x9FFF: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// How many scalars from an index on may stand as they are; 0 where the scalar there must be shown.
    static func lengthOfLegitimateUse(in scalars: [Unicode.Scalar], at index: Int) -> Int {
        let scalar = scalars[index]
        guard contains(scalar) else {
            return scalar == "\u{1F3F4}" ? 1 + lengthOfFlagTags(scalars[(index + 1)...]) : 1
        }
        guard index > 0 else { return isHangulFiller(scalar, nextTo: scalars, at: index) ? 1 : 0 }
        let previous = scalars[index - 1]
        let isLegitimate =
            if scalar.properties.isVariationSelector {
                previous.value > 0x20 && !contains(previous)
            } else if scalar.properties.isJoinControl || scalar == mongolianVowelSeparator {
                joins(scalar, after: previous, before: scalars.dropFirst(index + 1).first)
            } else {
                isHangulFiller(scalar, nextTo: scalars, at: index)
            }
        return isLegitimate ? 1 : 0
    }

    private static let mongolianVowelSeparator: Unicode.Scalar = "\u{180E}"

    /// The flags of England, Scotland and Wales: the only tag sequences recommended for interchange (UTS #51, annex C).
    private static func lengthOfFlagTags(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        let tags = scalars.prefix(6).map(\.value)
        guard tags.count == 6, tags[5] == 0xE007F else { return 0 }
        let region = tags.prefix(5).compactMap { Unicode.Scalar($0 &- 0xE0000) }
        return ["gbeng", "gbsct", "gbwls"].contains { $0.unicodeScalars.elementsEqual(region) } ? 6 : 0
    }

    private static func joins(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar?
    ) -> Bool {
        if scalar == "\u{200D}", isEmojiPart(previous), let next, isEmojiPart(next) { return true }
        guard isOfJoiningScript(previous.value) else { return false }
        switch previous.properties.generalCategory {
        case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private static func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{FE0F}" || (scalar.value > 0x7F && scalar.properties.isEmoji)
    }

    /// Whether a scalar lies in the blocks of the scripts whose letters change shape beside each other: Arabic, Syriac and
    /// their kin, those of South and South East Asia, Mongolian, Phags-pa, Adlam.
    private static func isOfJoiningScript(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0600...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1AAF, 0x1B00...0x1C4F, 0xA840...0xA87F,
            0xA8E0...0xA8FF, 0xA980...0xA9DF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x10A5F, 0x11000...0x11FFF,
            0x1E900...0x1E95F:
            true
        default: false
        }
    }

    /// Whether a filler stands for the missing initial or vowel of a syllable spelled in conjoining letters.
    private static func isHangulFiller(_ scalar: Unicode.Scalar, nextTo scalars: [Unicode.Scalar], at index: Int)
        -> Bool
    {
        let previous = index > 0 ? scalars[index - 1].value : 0
        let next = index + 1 < scalars.count ? scalars[index + 1].value : 0
        switch scalar.value {
        case 0x115F: return 0x1161...0x11A7 ~= next || 0xD7B0...0xD7C6 ~= next
        case 0x1160: return 0x1100...0x115E ~= previous || 0xA960...0xA97C ~= previous
        default: return false
        }
    }
}
