import DossierAnalysis
import DossierLanguage

/// How names are compared: the page `help duplicates`, a table of rules that a test runs.
enum DuplicatesHelp {
    /// A rule, and two names in which it shows.
    struct Rule: Sendable {
        let text: String
        let first: String
        let second: String
        /// Whether the two are proposed as one.
        let areProposed: Bool
    }

    static var blocks: [Block] {
        [
            .prose(
                StyledText(
                    "Two entities are proposed as one if their names or aliases are the same but for case, width, diacritics, punctuation or word order, or if they are spelled a little differently. Spellings are compared in these steps:"
                ), indent: 0),
            .line(""), .fields(steps), .line(""),
        ] + rules.flatMap(blocks(of:)) + [.line("")] + remarks.map { .prose(StyledText($0), indent: 2) } + [.line("")]
    }

    private static func blocks(of rule: Rule) -> [Block] {
        [
            .prose(StyledText(rule.text), indent: 2),
            .prose(
                StyledText("    \(rule.first) / \(rule.second)  ", .command)
                    + StyledText(rule.areProposed ? "proposed" : "not proposed", .faint), indent: 8),
        ]
    }

    private static let steps = [
        Block.Labelled(
            label: "letters",
            text: StyledText("Cyrillic, Greek, Hangul, Arabic, Hebrew and Indian scripts are romanised by rules.")),
        Block.Labelled(
            label: "sounds",
            text: StyledText("Groups of letters become sounds: 'sch' and 'sh' are one, 'ou' and 'u', 'Gadd' and 'Gad'.")
        ),
        Block.Labelled(
            label: "distance",
            text: StyledText(
                "Each word is compared with its counterpart (Monge and Elkan 1996) by a weighted edit distance (Wagner and Fischer 1974), in which sounds of one group are near, as in Editex (Zobel and Dart 1996)."
            )),
        Block.Labelled(
            label: "threshold",
            text: StyledText(
                "Every word must cost at most 0.\(NameResemblance.allowed) for each of its sounds, where another consonant costs 1.3. The percentage in the answer is that of the word that differs most."
            )),
    ]

    static let rules = [
        Rule(
            text: "Doubled letters, and vowels that romanisations interchange, differ little.", first: "Karim Najjar",
            second: "Kareem Najar", areProposed: true),
        Rule(
            text: "An Arabic article, a form of address and the form of a company are left out.", first: "Najjar",
            second: "al-Najjar", areProposed: true),
        Rule(
            text: "Names are compared across scripts.", first: "Сергей Шойгу", second: "Sergei Shoigu",
            areProposed: true),
        Rule(
            text: "One word may be written as two, and the family name may come first or last.",
            first: "Kim Jong-un", second: "Kim Jongun", areProposed: true),
        Rule(
            text: "An initial or a patronymic may be missing.", first: "Vladimir Putin",
            second: "Vladimir Vladimirovich Putin", areProposed: true),
        Rule(
            text: "One word that differs makes another name.", first: "Ali Hassan", second: "Ali Hussein",
            areProposed: false),
        Rule(
            text: "Any other additional word makes another name.", first: "Gazprom", second: "Gazprom Neft",
            areProposed: false),
        Rule(
            text: "Numbers must be equal, whether in digits or words.", first: "3rd Brigade", second: "4th Brigade",
            areProposed: false),
        Rule(
            text: "Directions, ranks such as deputy, and abbreviations must be equal.", first: "East Aleppo",
            second: "West Aleppo", areProposed: false),
        Rule(
            text: "Chinese and Japanese characters are not romanised: they must be the same.", first: "习近平",
            second: "Xi Jinping", areProposed: false),
    ]

    private static let remarks = [
        "Entities of two different types are not proposed for their spelling.",
        "A command that makes such an entity says so in a note on standard error; scripts do not.",
        "'merge A into B' merges them, 'link A different-from B' keeps both and ends the proposal.",
    ]
}
