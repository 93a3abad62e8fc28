/// A name taken apart for comparing: its words by their sounds, without what one writer adds and another leaves out.
struct SpelledName {
    /// The sounds of all words, one after the other.
    private(set) var sounds: [Sound] = []
    /// Where each word stands among them; hyphens join words.
    private(set) var words: [Range<Int>] = []
    /// The initials: `w` of George W. Bush.
    private(set) var initials: [UInt8] = []
    /// In what names must be equal: numbers, points of the compass, abbreviations.
    private(set) var marks: [UInt64] = []
    /// The place of a word that is a father's name, which many leave out.
    private(set) var patronymic: Int?
    /// Whether some of it was written in a script that leaves most vowels out.
    let isWithoutVowels: Bool
    /// Whether it can be compared by its sounds.
    let isReadable: Bool

    /// How many words a name has at most that is compared.
    private static let most = 8

    /// Reads a name.
    init(_ name: String) {
        let spelled = NameLetters(name)
        isWithoutVowels = spelled.isWithoutVowels
        isReadable = spelled.isWhole && !spelled.words.isEmpty && spelled.words.count <= SpelledName.most
        guard isReadable else { return }
        sounds.reserveCapacity(spelled.letters.count)
        read(spelled, leavingOut: true)
        if words.isEmpty { read(spelled, leavingOut: false) }
    }

    private mutating func read(_ name: NameLetters, leavingOut: Bool) {
        (sounds, words, initials, marks) = ([], [], [], [])
        var isOpen = false
        var place = 0
        while place < name.words.count {
            defer { place += 1 }
            let word = name.words[place]
            let letters = name.letters[word.range]
            let packed = NameWords.packed(letters)
            let next = place + 1 < name.words.count ? name.words[place + 1] : nil
            if leavingOut, let packed, isLeftOut(letters, packed, word.goesOn, before: next, name) {
                isOpen = false
                continue
            }
            if letters.count == 1, next != nil, let initial = letters.first, initial >= UInt8(ascii: "a") {
                initials.append(initial)
                isOpen = false
                continue
            }
            if !isWithoutVowels, let mark = NameWords.mark(letters, isLast: place > 0 && next == nil) {
                marks.append(mark)
                isOpen = false
                continue
            }
            if let usual = packed.flatMap(NameWords.customary), isFamilyName(place, name) {
                append(usual[...], joined: false)
            } else if !appendServant(letters) {
                if NameWords.isPatronymic(letters), place > 0 { patronymic = words.count }
                append(letters, joined: word.goesOn && isOpen)
            }
            isOpen = true
        }
    }

    private func isLeftOut(
        _ letters: ArraySlice<UInt8>, _ packed: UInt64, _ goesOn: Bool, before next: NameLetters.Word?,
        _ name: NameLetters
    ) -> Bool {
        guard let next else { return words.count > 1 && !goesOn && NameWords.isLeftOut(packed) }
        if NameWords.isArticle(packed) || NameWords.isAssimilated(letters, before: name.letters[next.range]) {
            return true
        }
        return !goesOn && !next.goesOn && NameWords.isLeftOut(packed)
    }

    /// Whether a word stands where a Korean family name does: before a given name of two syllables, or behind it.
    private func isFamilyName(_ place: Int, _ name: NameLetters) -> Bool {
        if name.words.count < 2 || name.words[place].goesOn { return false }
        if place == 0 { return name.words.count == 3 || name.words[1].range.count > 4 }
        return place == name.words.count - 1 && name.words[place].range.count > 3
    }

    private mutating func append(_ letters: ArraySlice<UInt8>, joined: Bool) {
        let start = sounds.count
        LatinSounds.append(letters, to: &sounds)
        if start == sounds.count { return }
        if joined, let last = words.last {
            if sounds[start] == sounds[start - 1] { sounds.remove(at: start) }
            words[words.count - 1] = last.lowerBound..<sounds.count
        } else {
            words.append(start..<sounds.count)
        }
    }

    /// Appends `Abd`, servant of, and what follows as two words: Abdel Fattah, Abd al-Fattah, Abdulfattah. False of any other
    /// word.
    private mutating func appendServant(_ letters: ArraySlice<UInt8>) -> Bool {
        let start = letters.startIndex
        guard letters.count >= 5, letters.starts(with: "abd".utf8), "aeiou".utf8.contains(letters[start + 3]),
            "lrsnzdt".utf8.contains(letters[start + 4])
        else { return false }
        let rest = letters.dropFirst(5)
        let article = letters[start + 4]
        if article != UInt8(ascii: "l"), let next = rest.first, next != article { return false }
        if 1...2 ~= rest.count { return false }
        append(letters.prefix(3), joined: false)
        append(rest, joined: false)
        return true
    }
}
