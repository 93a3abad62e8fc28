import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// The pages of the help, made from the tables of verbs, views, kinds and vocabularies.
package enum HelpTopics {
    /// What can be asked for, each once.
    package static var names: [String] {
        let all =
            CommandTable.all.map { $0.name } + Kind.listed.flatMap { [$0.rawValue, $0.plural] }
            + ViewTable.all.map { $0.name } + CheckTable.all.map { $0.name } + ExporterTable.names + ImporterTable.names
            + pages.map(\.name) + vocabularies.map(\.topic)
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// The page of a topic: all that has its name.
    static func page(_ topic: String) -> Answer? {
        let kind = Kind(word: topic) ?? (topic == Kind.session.rawValue ? .session : nil)
        let parts: [[Block]?] = [
            CommandTable.command(named: topic).map { page(of: $0.definition) },
            kind.map { page(of: $0) },
            pages.first { $0.name == topic }?.blocks(),
            ViewTable.view(named: topic).map { page(of: $0.definition) },
            ExporterTable.exporter(named: topic).map { page(of: $0.definition) },
            ImporterTable.importer(named: topic).map { page(of: $0.definition) },
            vocabularies.first { $0.topic == topic }.map { page(of: $0.vocabulary, $0.topic) },
            CheckTable.check(named: topic).map { page(of: $0.definition) },
        ]
        let found = parts.compactMap(\.self)
        return found.isEmpty ? nil : answer(topic, Array(found.joined(separator: [.line("")])))
    }

    /// The first page: it leaves room for the prompt on a screen of 24 rows.
    static var overview: Answer {
        let topics = pages.map(\.name).filter { $0 != "tutorial" && $0 != "verbs" } + vocabularies.map(\.topic)
        return answer(
            "help",
            [
                .prose(
                    "A session holds sources, entities, events, claims, notes and links. An event is what you believe happened; a claim is what somebody says about it.",
                    indent: 0),
                .line(""), .heading("verbs"),
                .fields(
                    CommandTable.groups.map { group in
                        labelled(group.name, group.verbs.map { $0.name }.joined(separator: ", "))
                    }),
                .line(""), .heading("more"),
                .fields([
                    labelled("help tutorial", "eleven steps through a real article"),
                    labelled("help verbs", "each verb in a sentence; 'help add' explains one"),
                    labelled("help NAME", "a kind (event), a view (graph), a rule (quotes), a format (csv)"),
                    labelled("help TOPIC", topics.joined(separator: ", ")),
                ]),
            ])
    }

    private static func labelled(_ label: String, _ text: String) -> Block.Labelled {
        Block.Labelled(label: label, text: StyledText(text))
    }

    private static func answer(_ name: String, _ blocks: [Block]) -> Answer {
        var text: [String] = []
        for block in blocks {
            switch block {
            case .line(let line), .heading(let line), .prose(let line, _): text.append(line.plain)
            case .fields(let fields): text += fields.map { "\($0.label): \($0.text.plain)" }
            case .table, .chart, .document: continue
            }
        }
        return Answer(blocks, json: .object(["topic": .string(name), "lines": .array(text.map { .string($0) })]))
    }

    private static func page(of definition: CommandDefinition) -> [Block] {
        var blocks = examples(definition.examples)
        blocks += [
            .line(""), .heading(StyledText(definition.usage, .command)),
            .prose(StyledText(definition.summary), indent: 0),
        ]
        let arguments = definition.signature.arguments.map {
            Block.Labelled(label: $0.name, text: StyledText($0.summary))
        }
        let options = definition.signature.options.map {
            Block.Labelled(label: "--" + $0.name, text: StyledText($0.summary))
        }
        let tail = definition.signature.tail.map { [Block.Labelled(label: "-- TEXT", text: StyledText($0))] } ?? []
        if !(arguments + options + tail).isEmpty { blocks += [.line(""), .fields(arguments + options + tail)] }
        if case .ofKindGiven(let settings) = definition.signature.fields { blocks += self.settings(settings()) }
        for detail in definition.details { blocks += [.line(""), .prose(StyledText(detail), indent: 0)] }
        if let rules = definition.rules { blocks += [.line(""), .table(rules)] }
        return blocks
    }

    private static func page(of definition: ViewDefinition) -> [Block] {
        var blocks = examples(definition.examples)
        let usage = definition.usage.isEmpty ? "" : " " + definition.usage
        blocks += [
            .line(""), .heading(StyledText("show \(definition.name)\(usage)", .command)),
            .prose(StyledText(definition.summary), indent: 0),
        ]
        if !definition.words.isEmpty {
            let words = definition.words.map { Block.Labelled(label: $0.text, text: StyledText($0.summary)) }
            blocks += [.line(""), .fields(words)]
        }
        return blocks + settings(definition.settings)
    }

    private static func page(of definition: ExporterDefinition) -> [Block] {
        examples(definition.examples, areAnswered: true)
            + [
                .line(""), .heading(StyledText("export \(definition.name)", .command)),
                .prose(StyledText(definition.summary), indent: 0),
            ] + settings(definition.settings)
    }

    private static func page(of definition: ImporterDefinition) -> [Block] {
        examples(definition.examples, areAnswered: true)
            + [
                .line(""), .heading(StyledText("import \(definition.name)", .command)),
                .prose(StyledText(definition.summary), indent: 0),
            ] + settings(definition.settings)
            + [.line(""), .prose("'help import' explains how records are made from it.", indent: 0)]
    }

    /// A rule: what breaks it, what it finds then, and what helps.
    private static func page(of definition: CheckDefinition) -> [Block] {
        var blocks: [Block] = [
            .heading(StyledText("check \(definition.name)", .command)),
            .prose(StyledText("\(definition.severity.rawValue): \(definition.summary)"), indent: 0),
        ]
        if !definition.details.isEmpty { blocks += [.line(""), .prose(StyledText(definition.details), indent: 0)] }
        blocks.append(.line(""))
        if case .commands(let commands) = definition.example.setting {
            blocks += [.line(StyledText("# what breaks it", .faint))] + typed(commands)
        } else {
            blocks.append(
                .line(StyledText("# no command breaks it: it comes from a file that another program wrote", .faint)))
        }
        blocks.append(.line(StyledText("# what is found", .faint)))
        blocks += definition.example.findings.map { .prose(StyledText($0), indent: 4) }
        return blocks + [.line(StyledText("# how to correct it", .faint))] + typed(definition.example.remedy)
    }

    private static func typed(_ commands: [String]) -> [Block] {
        commands.map { .prose(StyledText($0, .command), indent: 4) }
    }

    private static func settings(_ settings: [FieldDefinition]) -> [Block] {
        if settings.isEmpty { return [] }
        return [
            .line(""),
            .fields(settings.map { Block.Labelled(label: $0.name.text + "=", text: StyledText($0.summary)) }),
        ]
    }

    private static func page(of kind: Kind) -> [Block] {
        let fields = kind.definition.fields.map { field in
            Block.Labelled(label: field.name.text, text: StyledText(field.summary + type(of: field)))
        }
        let own = Block.Labelled(label: "x.NAME", text: "a field of your own, which can hold several texts")
        return [
            .heading(StyledText(kind.rawValue)), .prose(StyledText(kind.definition.summary), indent: 0), .line(""),
            .fields(fields + [own]),
        ]
    }

    private static func type(of field: FieldDefinition) -> String {
        let many = field.holdsMany ? ", can hold several" : ""
        switch field.type {
        case .word(let vocabulary):
            return
                " (\(vocabulary.words.map(\.text).joined(separator: ", "))\(vocabulary.isOpen ? ", or a word of your own" : ""))\(many)"
        case .reference(let kinds, _): return " (\(kinds.map(\.rawValue).joined(separator: ", ")))\(many)"
        default: return many.isEmpty ? "" : " (can hold several)"
        }
    }

    private static func page(of vocabulary: Vocabulary, _ topic: String) -> [Block] {
        let note =
            vocabulary.isOpen
            ? [Block.line(""), .line(StyledText("You can also use words of your own.", .faint))] : []
        return [
            .heading(StyledText(topic)),
            .fields(vocabulary.words.map { Block.Labelled(label: $0.text, text: StyledText($0.meaning)) }),
        ] + note
    }

    /// Examples as they are typed; of a format with what it makes, which is what a reader wants to see of it.
    private static func examples(_ examples: [Example], areAnswered: Bool = false) -> [Block] {
        examples.flatMap { example -> [Block] in
            var blocks: [Block] = [.line(StyledText("# \(example.summary)", .faint))]
            if let file = example.file, areAnswered {
                blocks.append(.line(StyledText("# \(file.name):", .faint)))
                blocks += TextLines.of(file.text).map { .line(StyledText("#   \($0)", .faint)) }
            }
            blocks += typed(example.preparation + [example.command])
            return areAnswered ? blocks + TextLines.of(example.answer).map { .line(StyledText("    " + $0)) } : blocks
        }
    }

    private static let vocabularies: [(topic: String, vocabulary: Vocabulary)] = [
        ("stances", .stance), ("statuses", .status), ("note-types", .noteType), ("entity-types", .entityType),
        ("event-types", .eventType), ("confidence", .confidence), ("tlp", .trafficLight),
    ]
}
