/// Names in Latin letters, by rules: Cyrillic, Greek, Hangul, Arabic, Hebrew and the scripts of India.
///
/// The letters are those of the usual systems (BGN/PCGN 2019 for Cyrillic, ELOT 743 for Greek, the Revised Romanization of
/// Korean, ALA-LC without its accents for the others). Chinese and Japanese characters do not say how they are read, and stay.
struct Romanisation {
    /// The letters, ASCII in lower case. An apostrophe parts two that are no group: `t'h` in Tehran.
    private(set) var letters: [UInt8] = []
    /// Whether the script leaves most vowels out.
    private(set) var isWithoutVowels = false
    /// Whether every letter was known.
    private(set) var isWhole = true

    /// Romanises a word in lower case without accents.
    init(_ word: some StringProtocol) {
        letters.reserveCapacity(word.utf8.count)
        var previous: Unicode.Scalar?
        var scalars = Array(word.unicodeScalars)
        // The article is written together with its word.
        if scalars.count > 4, scalars[0] == "ا", scalars[1] == "ل" { scalars.removeFirst(2) }
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            add(scalar, after: previous, before: next)
            previous = scalar
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?) {
        switch scalar.value {
        case 0..<0x80: letters.append(UInt8(scalar.value))
        case 0x370...0x3FF: addGreek(scalar, after: previous, before: next)
        case 0x400...0x4FF: add(Romanisation.cyrillic[scalar])
        case 0x590...0x5FF:
            isWithoutVowels = true
            addApart(Romanisation.hebrew[scalar])
        case 0x600...0x6FF, 0x750...0x77F:
            isWithoutVowels = true
            addApart(Romanisation.arabic[scalar])
        case 0x900...0xD7F: addIndic(scalar, after: previous, before: next)
        case 0x1100...0x1112: addApart(Romanisation.initials[Int(scalar.value - 0x1100)])
        case 0x1161...0x1175: add(Romanisation.medials[Int(scalar.value - 0x1161)])
        case 0x11A8...0x11C2: add(Romanisation.finals[Int(scalar.value - 0x11A7)])
        case 0xAC00...0xD7A3:
            let syllable = Int(scalar.value - 0xAC00)
            addApart(Romanisation.initials[syllable / 588])
            add(Romanisation.medials[syllable % 588 / 28])
            add(Romanisation.finals[syllable % 28])
        default: add(Romanisation.latin[scalar])
        }
    }

    private mutating func add(_ text: String?) {
        guard let text else {
            isWhole = false
            return
        }
        letters.append(contentsOf: text.utf8)
    }

    /// Adds letters that form no group with those before them.
    private mutating func addApart(_ text: String?) {
        if !letters.isEmpty { letters.append(UInt8(ascii: "'")) }
        add(text)
    }

    private mutating func addGreek(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) {
        switch (previous, scalar) {
        case ("α", "υ"), ("ε", "υ"): add("v")
        case ("ο", "υ"): add("u")
        case ("α", "ι"):
            letters.removeLast()
            add("e")
        case ("ε", "ι"), ("ο", "ι"), ("υ", "ι"):
            letters.removeLast()
            add("i")
        case ("γ", "γ"):
            letters.removeLast()
            add("ng")
        case (nil, "μ") where next == "π": break
        case ("μ", "π") where letters.isEmpty: add("b")
        case (nil, "ν") where next == "τ": break
        case ("ν", "τ") where letters.isEmpty: add("d")
        case (nil, "γ") where next == "κ": break
        case ("γ", "κ") where letters.isEmpty: add("g")
        default: add(Romanisation.greek[scalar])
        }
    }

    /// The scripts of India stand in blocks of 128 that are alike; a consonant has an `a` of its own.
    private mutating func addIndic(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) {
        let place = scalar.value % 0x80
        switch place {
        case 0x01, 0x02: add("n")
        case 0x03: add("h")
        case 0x05...0x14: add(Romanisation.vowelsOfIndia[Int(place) - 0x05])
        case 0x15...0x39:
            add(Romanisation.consonantsOfIndia[Int(place) - 0x15])
            let isJoined = previous.map { $0.value % 0x80 == 0x4D } ?? false
            switch next.map({ $0.value % 0x80 }) {
            case nil: if isJoined { add("a") }
            case .some(0x3E...0x4D), .some(0x3C): break
            default: add("a")
            }
        case 0x3E...0x4C: add(Romanisation.vowelsOfIndia[Int(place) - 0x3E + 1])
        default: break
        }
    }
}
