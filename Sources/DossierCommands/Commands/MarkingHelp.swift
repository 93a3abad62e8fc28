import DossierLanguage

/// What goes out of a session up to a label: the page `help markings`, a table of rules that a test runs.
enum MarkingHelp {
    /// A rule, a session in which it shows, and what becomes of each record in `export json tlp=green`.
    struct Rule: Sendable {
        let text: String
        let commands: [String]
        let outcome: String
    }

    static var blocks: [Block] {
        [
            .prose(
                StyledText(
                    "Labels are those of the Traffic Light Protocol 2.0: clear, green, amber, amber+strict, red. 'set e1 tlp=amber' marks a record, 'set session tlp=amber' all that are unmarked. 'export FORMAT tlp=green' exports what a label allows, in any format, view or query:"
                ), indent: 0)
        ] + rules.flatMap(blocks(of:)) + [.line("")] + remarks.map { .prose(StyledText($0), indent: 2) }
    }

    private static func blocks(of rule: Rule) -> [Block] {
        [.line(""), .prose(StyledText(rule.text), indent: 2)]
            + rule.commands.map { .prose(StyledText("    \($0)", .command), indent: 8) }
            + [.prose(StyledText("    tlp=green  ", .faint) + StyledText(rule.outcome), indent: 8)]
    }

    static let rules = [
        Rule(
            text: "A marked record keeps its label.",
            commands: ["add event e1 \"Raid\" tlp=red", "add event e2 \"Talks\" tlp=green"],
            outcome: "e1: held back; e2: whole"),
        Rule(
            text: "An unmarked record is as strict as the strictest record that it names.",
            commands: [
                "add event e1 \"Raid\" tlp=red", "annotate e1 -- Who told us?", "annotate n1 -- Ask the desk.",
                "add event e2 \"Talks\"",
            ],
            outcome: "e1: held back; e2: whole; n1: held back; n2: held back"),
        Rule(
            text: "It is also as strict as the session's label, which the session's own title and fields have.",
            commands: [
                "set session title=\"Raids\" tlp=amber", "add event e1 \"Raid\"", "add event e2 \"Talks\" tlp=green",
            ],
            outcome: "session: held back; e1: held back; e2: whole"),
        Rule(
            text: "Being named does not make a record stricter.",
            commands: ["add event e1 \"Talks\"", "add claim c1 \"A go-between says so\" about=e1 tlp=red"],
            outcome: "e1: whole; c1: held back"),
        Rule(
            text: "A marked record is exported without its references above the label.",
            commands: ["add event e1 \"Raid\" tlp=red", "add claim c1 \"Talks followed\" about=e1 tlp=green"],
            outcome: "e1: held back; c1: without about"),
        Rule(
            text: "Words quoted from a source above the label are never exported.",
            commands: [
                "add source s1 \"Cable\" tlp=red -- The envoy will resign.",
                "add claim c1 \"He goes\" source=s1 quote=\"will resign\" tlp=green",
            ],
            outcome: "s1: held back; c1: without source, quote"),
        Rule(
            text: "A link is exported with both its ends or not at all.",
            commands: ["add event e1 \"Raid\" tlp=red", "add event e2 \"Talks\"", "link e1 causes e2 tlp=green"],
            outcome: "e1: held back; e2: whole; l1: held back"),
        Rule(
            text:
                "An entity or source that a held-back record names is exported only if an exported record names it too.",
            commands: [
                "add event e1 \"Raid\" actor=\"Navy\" place=\"Quiet Cove\" tlp=red",
                "add event e2 \"Parade\" actor=\"Navy\"",
            ],
            outcome: "navy: whole; quiet-cove: held back; e1: held back; e2: whole"),
        Rule(
            text:
                "The fields of a merged record are exported unless they are stricter, name something stricter, or quote.",
            commands: [
                "add entity agent \"Agent\" tlp=red", "add entity a \"A\" country=agent tlp=green",
                "add entity b \"B\" tlp=green", "merge a into b",
            ],
            outcome: "agent: held back; b: without country, merged"),
        Rule(
            text: "A relation that the session declares is exported with the links that use it.",
            commands: [
                "set session title=\"Money\" relation=bribes", "add entity a \"A\"", "add entity b \"B\"",
                "link a bribes b tlp=red",
                "link a allied-with b",
            ],
            outcome: "session: without relation; a: whole; b: whole; l1: held back; l2: whole"),
    ]

    private static let remarks = [
        "A field that this version does not know counts as red.",
        "Queries, views and counts cover only what is exported. With as-of, records also inherit labels from records not yet known then. The log is never exported under a label.",
        "Ids stay as they are: a gap in their numbers may show that something is missing.",
        "Text is not changed. 'check leaks' finds the names and titles of stricter records in the text of others.",
        "A note on standard error says how much was held back.",
    ]
}
