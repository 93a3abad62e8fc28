/// Names in the scripts that people write, as they come in reports.
enum MeasuredNames {
    /// Names about whose width terminals agree.
    static let agreed = [
        "Seoul", "Zoë", "Việt Nam", "e\u{30A}le", "g\u{308}", "co\u{AD}op", "“Kyiv”", "€ £ № ™", "½ ℃ Ω", "─│●",
        // Korean: syllables, conjoining letters, Old Hangul with and without fillers
        "김정은", "조선민주주의인민공화국", "\u{1112}\u{1161}\u{11AB}글", "\u{1112}\u{119E}\u{11AB}글",
        "\u{A960}\u{1160}\u{11A8}",
        // Chinese and Japanese: full and half width, marks of their own, variants
        "北京", "臺灣", "東京都", "「東京」、", "ﾄｳｷｮｳ", "ｶﾞ", "か\u{3099}", "ＮＡＴＯ", "𠮷野家", "㐂\u{FE00}",
        // India and its neighbours
        "नरेन्द्र मोदी", "दिल्ली की घोषणा", "क्षत्रिय", "বাংলা", "ਪੰਜਾਬ", "ગુજરાત", "ଓଡ଼ିଶା", "சென்னை",
        "தமிழ்நாடு", "కాకినాడ", "తెలుగు", "ഇന്ത്യ", "བོད་ལྗོངས་", "ދިވެހި",
        // South East Asia
        "กรุงเทพมหานคร", "น้ำท่วม", "ရန်ကုန်မြို့", "မြန်မာ", "ភ្នំពេញ", "កម្ពុជា", "ວຽງຈັນ", "ນ້ຳ", "ꦗꦮ",
        // from right to left
        "القاهرة", "السَّلَام", "محمّد", "می\u{200C}خواهم", "ירושלים", "שָׁלוֹם", "ܣܘܪܝܝܐ", "𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫",
        // other scripts
        "አዲስ አበባ", "თბილისი", "ᠮᠣᠩᠭᠣᠯ", "𝔄𝔟",
        // emoji: alone, in a family, as flags
        "⌚", "❤", "☎", "👩\u{200D}👩\u{200D}👧\u{200D}👦", "🇰🇷", "🇰🇷🇯🇵",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ]

    /// Names about whose width terminals differ: with ours, and that of a tmux which differs.
    static let disputed: [(name: String, own: Int, tmux: Int)] = [
        // A variation selector makes an emoji, which is wide (UTS #51); tmux adds up scalars, and the sum stays narrow.
        ("❤\u{FE0F}", 2, 1), ("☎\u{FE0F}", 2, 1), ("1\u{FE0F}\u{20E3}", 2, 1), ("🏳\u{FE0F}\u{200D}🌈", 2, 1),
        // A skin tone belongs to its emoji; tmux counts it as an emoji of its own.
        ("👍🏽", 2, 4), ("🧑🏽\u{200D}🚀", 2, 4),
        // A joiner between letters leaves each its column, as for wcwidth; tmux puts all that follows one into the cell before.
        ("क्\u{200D}ष", 2, 1), ("ශ්\u{200D}රී ලංකාව", 8, 7),
    ]
}
