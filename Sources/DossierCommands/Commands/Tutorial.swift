import DossierAnalysis
import DossierLanguage
import DossierOutput

/// Eleven steps that a person types in an empty folder, from an article to a session that is kept.
enum Tutorial {
    /// The steps: what each is for, what is typed, and what is seen.
    static let steps: [Example] = [
        Example(
            "Take the article that you will read: the program carries one along.", "help article to article.txt",
            answer: """
                wrote article.txt  3475 bytes
                """),
        Example(
            "Read the document in. Its text is kept, and every quote is held against it.",
            #"add source s1 published=2024-10-22 file=article.txt"#,
            answer: """
                s1  source  2024-10-22  Tensions between North and South Korea escalate a…
                """),
        Example(
            "Record what you believe happened.",
            #"add event e1 2024-10-21 "Seoul summons the ambassador" source=s1 #protest"#,
            answer: """
                e1  event  2024-10-21  Seoul summons the ambassador
                """),
        Example(
            "Words for a time are read against the day of the source.",
            #"add event e2 when="between October 8 and 13" "Troops arrive" source=s1"#,
            answer: """
                e2  event  [2024-10-08..2024-10-13]  Troops arrive
                  when “between October 8 and 13” is [2024-10-08..2024-10-13], between
                    8 and 13 October 2024
                """),
        Example(
            "A quantity keeps its doubt; a name in quotation marks that is new makes an entity.",
            #"set e2 quantity="~1500 soldiers" place="Russian Far East" #troops"#,
            answer: """
                  new place russian-far-east  Russian Far East
                e2  place: (empty) → russian-far-east
                e2  quantity: (empty) → ~1500 soldiers
                e2  tags: (empty) → troops
                """),
        Example(
            "A claim is what somebody says about it; that does not make it so.",
            #"add claim c1 "It could be 10,000" speaker="NIS" source=s1 about=e2"#,
            answer: """
                c1  claim  It could be 10,000
                  new entity nis  NIS
                """),
        Example(
            "Quote its words. Words that do not occur in the source are refused.",
            #"set c1 quote="could reach around 10,000""#,
            answer: """
                c1  quote: (empty) → could reach around 10,000
                """),
        Example(
            "Say how one record relates to another.", #"link e1 responds-to e2"#,
            answer: """
                l1  link  e1 responds-to e2
                """),
        Example(
            "Write down your doubt, on the record that it is about.",
            #"annotate c1 type=gap -- One service, no second."#,
            answer: """
                n1  note  One service, no second.
                """),
        Example(
            "Ask. What is only possible is marked ?.",
            #"show events when:2024-10-12/2024-10-31 with when,title,quantity"#,
            answer: """
                %  ?  id  when                      title                   quantity
                ─  ─  ──  ────────────────────────  ──────────────────────  ──────────────
                1     e1  2024-10-21                Seoul summons the amb…
                2  ?  e2  [2024-10-08..2024-10-13]  Troops arrive           ~1500 soldiers
                2 events: 1 certainly, 1 possibly (?)
                """),
        Example(
            "Keep it: from here on every change is on the disk before its answer.", #"save tutorial.json"#,
            answer: "saved …/tutorial.json"),
    ]

    /// The page of the help.
    static var blocks: [Block] {
        let head =
            "Start dossier in an empty folder, and type these \(steps.count) commands, or paste them."
        let end = "Then: show c1, show timeline, check, undo, help."
        return [.prose(StyledText(head), indent: 0)]
            + steps.enumerated().flatMap { index, step -> [Block] in
                let seen = TextLines.of(step.answer).map { Block.line(StyledText("    " + $0, .faint)) }
                return [
                    .line(""), .prose(StyledText("\(index + 1)  ", .heading) + StyledText(step.summary), indent: 3),
                    .line(StyledText("  ") + StyledText(step.command, .command)),
                ] + seen
            } + [.line(""), .prose(StyledText(end), indent: 0)]
    }
}
