import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// Pages of the help that no single verb, kind or view owns.
extension HelpTopics {
    struct Page: Sendable {
        let name: String
        let blocks: @Sendable () -> [Block]
    }

    static let pages: [Page] = [
        Page(name: "tutorial") { Tutorial.blocks },
        Page(name: "verbs") {
            [
                .fields(
                    CommandTable.all.map { verb in
                        Block.Labelled(label: verb.definition.name, text: StyledText(verb.definition.summary))
                    })
            ]
        },
        Page(name: "article") { [.document(Tutorial.article + "\n")] },
        Page(name: "shell") { ShellHelp.blocks },
        Page(name: "language") { text(of: Grammar.words) },
        Page(name: "grammar") { [.document(Grammar.ebnf)] },
        Page(name: "reference") { [.document(Reference.markdown)] },
        Page(name: "queries") {
            text(of: Grammar.queries) + [.line(""), .heading("what is found"), .table(QueryRules.table)]
        },
        Page(name: "references") { text(of: Grammar.references) },
        Page(name: "notebooks") { text(of: Grammar.notebooks) },
        Page(name: "values") { text(of: Grammar.values) },
        Page(name: "times") { TimeHelp.blocks },
        Page(name: "quantities") { QuantityHelp.blocks },
        Page(name: "markings") { MarkingHelp.blocks },
        Page(name: "files") { FileHelp.blocks },
        Page(name: "duplicates") { DuplicatesHelp.blocks },
        Page(name: "conflicts") { ConflictsHelp.blocks },
        Page(name: "views") {
            [
                .fields(
                    ViewTable.all.map { view in
                        let usage = view.definition.usage.isEmpty ? "" : " " + view.definition.usage
                        return Block.Labelled(
                            label: "show \(view.definition.name)\(usage)", text: StyledText(view.definition.summary))
                    })
            ]
        },
        Page(name: "checks") {
            [
                .prose("The rules of 'check'; 'help RULE' shows what a rule finds and how to correct it:", indent: 0),
                .fields(
                    CheckTable.all.map { check in
                        let (definition, severity) = (check.definition, check.definition.severity.rawValue)
                        return Block.Labelled(
                            label: definition.name, text: StyledText("\(severity): \(definition.summary)"))
                    }),
            ]
        },
        Page(name: "formats") {
            let written = ExporterTable.all.map { exporter in
                Block.Labelled(
                    label: "export \(exporter.definition.name)", text: StyledText(exporter.definition.summary))
            }
            let read = ImporterTable.all.map { importer in
                Block.Labelled(
                    label: "import \(importer.definition.name)", text: StyledText(importer.definition.summary))
            }
            return [.fields(written + read)]
        },
        Page(name: "relations") {
            [
                .fields(
                    Relation.shipped.map { relation in
                        let inverse = relation.isSymmetric ? "both ways" : relation.inverse
                        return Block.Labelled(
                            label: relation.name, text: StyledText("\(relation.meaning)  (\(inverse))"))
                    })
            ]
        },
        Page(name: "grades") {
            let letters = Reliability.allCases.map { Block.Labelled(label: $0.rawValue, text: StyledText($0.meaning)) }
            let figures = Grade.credibilityMeanings.enumerated().map { index, meaning in
                Block.Labelled(label: String(index + 1), text: StyledText(meaning))
            }
            return [
                .prose(
                    "The Admiralty code, such as B2: how reliable the source is, and how credible the information is.",
                    indent: 0),
                .fields(letters), .line(""), .fields(figures), .line(""),
                .prose(StyledText("F and 6 mean that it cannot be judged: they are not ranks.", .faint), indent: 0),
            ]
        },
        Page(name: "likelihood") {
            let steps = Likelihood.steps.map { step in
                let range = "\(step.range.lowerBound)–\(step.range.upperBound)%"
                return Block.Labelled(label: step.words.joined(separator: ", "), text: StyledText(range))
            }
            return [
                .prose(
                    "ICD 203: a word, a percentage (70%) or a range (55..80%). Both words of a line are the same step. The first words form one row, the second words another; a text uses only one row.",
                    indent: 0),
                .fields(steps),
            ]
        },
        Page(name: "colours") {
            [
                .prose("Each meaning looks the same everywhere:", indent: 0),
                .fields(
                    TextStyle.allCases.map { Block.Labelled(label: $0.rawValue, text: StyledText($0.meaning, $0)) }),
                .line(""),
                .prose(
                    "No meaning depends on colour alone. Colour is used on terminals only; --no-color, NO_COLOR with any value, and TERM=dumb turn it off.",
                    indent: 0),
            ]
        },
    ]

    private static func text(of paragraphs: [String]) -> [Block] {
        paragraphs.map { .prose(StyledText($0), indent: 2) }
    }
}
