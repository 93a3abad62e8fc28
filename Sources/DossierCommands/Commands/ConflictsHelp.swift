import DossierAnalysis
import DossierLanguage

/// How claims are compared: the page `help conflicts`, a table of rules that a test runs.
enum ConflictsHelp {
    /// A rule, and claims about one event in which it shows.
    struct Rule: Sendable {
        let text: String
        /// The fields of each claim beside `about=`.
        let claims: [String]
        /// What is told of them.
        let sort: ClaimComparison.Sort
        /// Whether it is certain.
        let isCertain: Bool
    }

    static var blocks: [Block] {
        [
            .prose(
                "Claims about the same event, claim, note or entity are compared by stance, by figures, and where neither has a figure by times. '?' marks what is only possible.",
                indent: 0),
            .line(""),
        ] + rules.flatMap(blocks(of:)) + [.line("")] + remarks.map { .prose(StyledText($0), indent: 2) } + [.line("")]
    }

    private static func blocks(of rule: Rule) -> [Block] {
        let sort = StyledText(rule.sort.rawValue + (rule.isCertain ? "" : "?"), .faint)
        return [
            .prose(StyledText(rule.text), indent: 2),
            .prose(
                StyledText("    " + rule.claims.joined(separator: " / ") + "  ", .command) + sort, indent: 8),
        ]
    }

    static let rules = [
        Rule(
            text: "Figures of two speakers that have no number in common contradict each other.",
            claims: ["speaker=nis quantity=1500", "speaker=kyiv quantity=3000"], sort: .contradiction, isCertain: true),
        Rule(
            text: "Figures of which only one names a unit may be of different things.",
            claims: ["speaker=nis quantity=1500", #"speaker=kyiv quantity="3000 men""#], sort: .contradiction,
            isCertain: false),
        Rule(
            text: "A later figure of the same speaker, body or origin is an update.",
            claims: ["speaker=nis said=2024-10-18 quantity=1500", "speaker=nis said=2024-10-23 quantity=3000"],
            sort: .update, isCertain: true),
        Rule(
            text: "Ranges that overlap are compatible.",
            claims: ["speaker=nis quantity=1000..2000", "speaker=kyiv quantity=1500..3000"], sort: .compatible,
            isCertain: true),
        Rule(
            text: "A denial contradicts what asserts the same.",
            claims: ["speaker=nis stance=asserts", "speaker=kyiv stance=denies"], sort: .contradiction, isCertain: true),
        Rule(
            text: "Times that differ may be of different things, unless both lie within the time of the event.",
            claims: ["speaker=nis when=2024-11-01", "speaker=kyiv when=2024-11-05"], sort: .contradiction,
            isCertain: false),
    ]

    private static let remarks = [
        "Figures are compared only in the same unit; reports, forecasts and demands are compared separately.",
        "Up to \(Crowd.limit) claims with comparable figures about one event are compared two by two. Of more, all claims with the same figure are one side: a line tells how two figures lie to each other and how many claims give each.",
        "If more than \(Crowd.limit) different figures are given, one line tells how many claims and figures there are, the lowest and the highest figure, and who gives them. A speaker, body or origin whose figures change has one line.",
        "'link c1 compatible-with c2' settles a pair, and 'link c1 contradicts c2' states that both cannot be so; a linked pair always has its own line.",
    ]
}
