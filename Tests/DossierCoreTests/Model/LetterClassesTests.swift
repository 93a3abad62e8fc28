import Testing

@testable import DossierModel
@testable import DossierText

@Suite("classes of letters for the search in saved records") struct LetterClassesTests {
    /// Every scalar beyond ASCII with its class and what it folds into.
    private static let scalars: [(scalar: Unicode.Scalar, letters: LetterClasses, folded: [Unicode.Scalar])] =
        (UInt32(0x80)...0x1_FFFF).compactMap { value in
            guard let scalar = Unicode.Scalar(value) else { return nil }
            let text = String(scalar)
            let letters = Array(text.utf8).withUnsafeBufferPointer { LetterClasses($0) }
            return (scalar, letters, Array(FoldedText.of(text).unicodeScalars))
        }

    @Test("a letter that no search asks for folds into itself, and joins with nothing")
    func plain() {
        for (scalar, letters, folded) in Self.scalars where letters == .plain {
            let isAlone = scalar.properties.canonicalCombiningClass == .notReordered
            if folded != [scalar] || !isAlone { Issue.record("U+\(String(scalar.value, radix: 16)) is plain") }
        }
    }

    @Test(
        "a letter that is asked for where a text holds letters with a case folds into such a letter, and not into ASCII"
    )
    func cased() {
        for (scalar, letters, folded) in Self.scalars where letters == .cased {
            let isSmall = folded.count == 1 && !folded[0].isASCII
            let isOfClass =
                isSmall && Array(String(folded[0]).utf8).withUnsafeBufferPointer { LetterClasses($0) } == .cased
            if !isOfClass { Issue.record("U+\(String(scalar.value, radix: 16)) is cased") }
        }
    }

    @Test("marks that fold into ASCII are asked for where a text holds it")
    func marks() {
        for (scalar, letters, folded) in Self.scalars where folded.count == 1 && folded[0].isASCII {
            let expected: LetterClasses =
                switch folded[0] {
                case "'", "\"": [.quotes, .other]
                case "-": [.hyphens, .other]
                case " ": [.spaces, .other]
                default: .other
                }
            if !expected.contains(letters) { Issue.record("U+\(String(scalar.value, radix: 16)) is \(letters)") }
        }
    }

    @Test("letters of everyday texts are not asked one by one")
    func everyday() {
        for text in ["한국어", "中文", "かな", "§ ±", "†"] {
            let letters = Array(text.utf8).withUnsafeBufferPointer { LetterClasses($0) }
            #expect(letters == .plain, "\(text)")
        }
        for text in ["éÉ", "Ж", "ά"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { LetterClasses($0) } == .cased, "\(text)")
        }
    }
}
