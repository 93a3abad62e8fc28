extension Romanisation {
    /// Letters of Latin alphabets that are left when accents and strokes are gone; the signs for ain and hamza stand for
    /// nothing.
    static let latin: [Unicode.Scalar: String] = [
        "ə": "a", "ŋ": "ng", "ʼ": "", "ʻ": "", "ʾ": "", "ʿ": "", "ʹ": "", "ʺ": "", "’": "", "‘": "", "´": "",
    ]

    /// Cyrillic without accents: `й` stands as `и` here, `ї` as `і`, `ё` as `е`, `ў` as `у`.
    static let cyrillic: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "dj", "е": "e", "є": "ie", "ж": "zh", "з": "z",
        "ѕ": "dz", "и": "i", "й": "i", "і": "i", "ї": "i", "ј": "j", "к": "k", "л": "l", "љ": "li", "м": "m", "н": "n",
        "њ": "ni", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ch", "у": "u", "ў": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "џ": "dzh", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "ё": "e", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "қ": "k", "ғ": "gh", "ң": "ng", "һ": "h",
    ]

    /// Greek without accents.
    static let greek: [Unicode.Scalar: String] = [
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "kh", "ψ": "ps", "ω": "o",
    ]

    /// Hebrew, without points.
    static let hebrew: [Unicode.Scalar: String] = [
        "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "kh", "ט": "t", "י": "y", "כ": "k",
        "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts",
        "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t", "־": "",
    ]

    /// Arabic, Persian and Urdu, without points: a hamza over a letter does not stand here.
    static let arabic: [Unicode.Scalar: String] = [
        "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch",
        "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s",
        "ض": "d",
        "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
        "ن": "n", "ه": "h", "ة": "a", "و": "w", "ي": "y", "ی": "y", "ى": "a", "ے": "e", "ء": "", "ئ": "y", "ؤ": "w",
        "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h", "ہ": "h", "ـ": "",
    ]

    /// Hangul: what begins a syllable, from U+1100.
    static let initials = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    /// The vowels, from U+1161.
    static let medials = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i",
    ]
    /// What ends a syllable, from U+11A7, which stands for nothing.
    static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t",
        "t", "k", "t", "p", "t",
    ]

    /// The vowels of the scripts of India from the fifth place of a block; their signs stand in the same order without the
    /// first.
    static let vowelsOfIndia = [
        "a", "a", "i", "i", "u", "u", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au",
    ]
    /// Their consonants.
    static let consonantsOfIndia = [
        "k", "kh", "g", "gh", "ng", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n",
        "n",
        "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
    ]
}
