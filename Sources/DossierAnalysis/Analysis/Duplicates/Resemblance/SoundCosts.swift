/// What it costs to take one sound for another, to add or to leave out one, in hundredths.
///
/// The costs follow the groups of Editex (J. Zobel, P. Dart: Phonetic string matching. Lessons from information retrieval.
/// SIGIR 1996): letters of a group are near, all others far. The groups here are those in which romanisations of one name
/// differ.
enum SoundCosts {
    /// Two sounds that spellings do not confuse.
    static let far = 130
    /// A consonant more or less.
    static let consonant = 110
    /// A vowel more or less, next to none that it could belong to.
    static let vowel = 60
    /// A vowel more or less at the end, which often makes another name: `Samir`, `Samira`.
    static let ending = 150
    /// A letter that spellings often leave out: `h`, and `y`, `i`, `w` next to a vowel.
    static let faint = 35
    /// The least that a sound more or less costs.
    static let least = 10

    /// What it costs to take one sound for another; less for some where vowels are left out.
    static func replacing(_ left: Sound, _ right: Sound, withoutVowels: Bool) -> Int {
        let place = Int(left.rawValue) * count + Int(right.rawValue)
        return Int(withoutVowels ? tableWithoutVowels[place] : table[place])
    }

    /// What it costs to leave a sound of a word out, or to add it.
    static func leavingOut(_ place: Int, of word: UnsafeBufferPointer<Sound>, withoutVowels: Bool) -> Int {
        let sound = word[place]
        let before = place > 0 ? word[place - 1] : nil
        let after = place + 1 < word.count ? word[place + 1] : nil
        let isNextToVowel = before?.isVowel == true || after?.isVowel == true
        switch sound {
        case .h: return before == nil ? 50 : after == nil ? 10 : faint
        case .y, .i, .ei:
            if withoutVowels { return 20 }
            if isNextToVowel || before == .w { return faint }
            return after == nil ? ending : vowel
        case .w: return isNextToVowel ? 55 : consonant
        case .j: return after?.isVowel == true && before != nil ? 80 : consonant
        case .e:
            if withoutVowels { return 8 }
            if after == .o || after == .u || before == .i || before == .y || before == .ei { return faint }
            return after == nil ? 45 : 50
        case .a, .o, .u, .au:
            if withoutVowels { return 10 }
            if before == .o, sound == .u { return faint }
            return after == nil ? ending : vowel
        // Macedonia, Macedonian.
        case .n: return after == .ng ? 50 : after == nil ? ending : consonant
        default: return consonant
        }
    }

    private static let count = Sound.allCases.count

    private static let near: [(Sound, Sound, Int)] = [
        (.i, .y, 0), (.i, .e, 20), (.y, .e, 25), (.o, .u, 20), (.a, .e, 30), (.a, .o, 55), (.e, .o, 70), (.e, .u, 70),
        (.i, .u, 90), (.i, .o, 90), (.a, .u, 90), (.a, .i, 90), (.a, .y, 90), (.u, .y, 80), (.o, .y, 80),
        (.au, .o, 15), (.au, .u, 25), (.au, .a, 30), (.au, .e, 90), (.au, .i, 90), (.au, .ei, 90), (.ei, .e, 15),
        (.ei, .i, 35), (.ei, .y, 35), (.ei, .a, 30), (.ei, .o, 90), (.ei, .u, 90),
        (.w, .v, 10), (.w, .u, 15), (.w, .o, 40), (.w, .f, 40), (.w, .b, 50), (.b, .p, 25), (.b, .v, 35), (.v, .f, 25),
        (.p, .f, 50), (.d, .t, 25), (.g, .k, 25), (.g, .kh, 40), (.g, .h, 40), (.k, .kh, 35), (.kh, .h, 15),
        (.k, .ch, 40),
        (.kh, .ch, 30), (.h, .ch, 40), (.s, .z, 25), (.s, .sh, 25), (.s, .ts, 40), (.z, .ts, 20), (.z, .zh, 35),
        (.z, .sh, 50), (.sh, .ch, 30), (.sh, .zh, 30), (.sh, .j, 35), (.ch, .zh, 25), (.ch, .j, 25), (.ch, .ts, 35),
        (.zh, .j, 0), (.zh, .ts, 35), (.j, .ts, 35), (.j, .y, 35), (.zh, .y, 60), (.j, .i, 35), (.g, .j, 45),
        (.g, .zh, 45),
        (.g, .y, 35), (.k, .j, 50), (.k, .zh, 50), (.k, .q, 0), (.g, .q, 20), (.kh, .q, 30), (.ch, .q, 30),
        (.ts, .q, 30), (.j, .q, 50), (.zh, .q, 50), (.l, .r, 60), (.m, .n, 90), (.n, .ng, 50), (.ng, .g, 50),
        (.kh, .sh, 60),
        (.z, .d, 60), (.s, .t, 90), (.z, .j, 40),
    ]

    /// Sounds that Hebrew and Arabic write alike, or with the letter of a vowel.
    private static let alike: [(Sound, Sound, Int)] = [
        (.b, .v, 8), (.p, .f, 8), (.k, .kh, 8), (.q, .kh, 8), (.w, .v, 8), (.w, .u, 8), (.w, .o, 8), (.w, .au, 8),
        (.y, .i, 8), (.y, .ei, 8), (.y, .e, 8), (.a, .e, 8), (.sh, .s, 8), (.kh, .h, 8), (.kh, .ch, 8),
    ]

    private static let table = table(of: near)
    private static let tableWithoutVowels = table(of: near + alike)

    private static func table(of costs: [(Sound, Sound, Int)]) -> [UInt8] {
        var table = [UInt8](repeating: UInt8(far), count: count * count)
        for sound in Sound.allCases { table[Int(sound.rawValue) * (count + 1)] = 0 }
        for (left, right, cost) in costs {
            table[Int(left.rawValue) * count + Int(right.rawValue)] = UInt8(cost)
            table[Int(right.rawValue) * count + Int(left.rawValue)] = UInt8(cost)
        }
        return table
    }
}
