import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput

/// The pages of the help, made from the tables of verbs, views, kinds and vocabularies.
package enum HelpTopics {
    /// What can be asked for.
    package static var names: [String] {
        CommandTable.all.map { $0.name } + Kind.listed.flatMap { [$0.rawValue, $0.plural] }
            + ViewTable.all.map { $0.name }.filter { CommandTable.command(named: $0) == nil }
            + CheckTable.all.map { $0.name }.filter { !isNamedElsewhere($0) }
            + ExporterTable.names + ImporterTable.names.filter { ExporterTable.exporter(named: $0) == nil }
            + pages.map(\.name).filter { ViewTable.view(named: $0) == nil }
            + vocabularies.map(\.topic)
    }

    /// The page of a topic; that of a rule follows what else has its name.
    static func page(_ topic: String) -> Value? {
        guard let check = CheckTable.check(named: topic) else { return pageWithoutRules(topic) }
        let page = page(of: check.definition)
        guard let other = pageWithoutRules(topic) else { return page }
        return value(topic, other.blocks + [.line("")] + page.blocks)
    }

    /// Whether a rule shares its name with a view or a page.
    private static func isNamedElsewhere(_ name: String) -> Bool {
        ViewTable.view(named: name) != nil || pages.contains { $0.name == name }
    }

    private static func pageWithoutRules(_ topic: String) -> Value? {
        if let command = CommandTable.command(named: topic) {
            let page = page(of: command.definition)
            guard let view = ViewTable.view(named: topic) else { return page }
            return value(topic, page.blocks + [.line("")] + self.page(of: view.definition).blocks)
        }
        if let kind = Kind(word: topic) ?? (topic == "session" ? .session : nil) { return page(of: kind) }
        if let view = ViewTable.view(named: topic) {
            let page = page(of: view.definition)
            guard let more = pages.first(where: { $0.name == topic }) else { return page }
            return value(topic, more.blocks() + [.line("")] + page.blocks)
        }
        if let page = formatPage(topic) { return page }
        if let vocabulary = vocabularies.first(where: { $0.topic == topic }) {
            return page(of: vocabulary.vocabulary, vocabulary.topic)
        }
        return pages.first { $0.name == topic }.map { value($0.name, $0.blocks()) }
    }

    /// The first page: it leaves room for the prompt on a screen of 24 rows.
    static var overview: Value {
        let topics = pages.map(\.name).filter { $0 != "tutorial" && $0 != "verbs" } + vocabularies.map(\.topic)
        return value(
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

    private static func value(_ name: String, _ blocks: [Block]) -> Value {
        var text: [String] = []
        for block in blocks {
            switch block {
            case .line(let line), .heading(let line), .prose(let line, _): text.append(line.plain)
            case .fields(let fields): text += fields.map { "\($0.label): \($0.text.plain)" }
            case .table, .chart, .document: continue
            }
        }
        return Value(blocks, json: .object(["topic": .string(name), "lines": .array(text.map { .string($0) })]))
    }

    private static func page(of definition: CommandDefinition) -> Value {
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
        return value(definition.name, blocks)
    }

    private static func page(of definition: ViewDefinition) -> Value {
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
        return value(definition.name, blocks + settings(definition.settings))
    }

    /// A format that is written, read or both.
    private static func formatPage(_ name: String) -> Value? {
        let written = ExporterTable.exporter(named: name).map { exporter in
            page("export \(name)", exporter.definition.summary, exporter.definition.settings)
        }
        let read = ImporterTable.importer(named: name).map { importer in
            page("import \(name)", importer.definition.summary, importer.definition.settings)
                + [.line(""), .prose("'help import' explains how records are made from it.", indent: 0)]
        }
        let pages = [written, read].compactMap { $0 }
        return pages.isEmpty ? nil : value(name, Array(pages.joined(separator: [.line("")])))
    }

    private static func page(_ usage: String, _ summary: String, _ settings: [FieldDefinition]) -> [Block] {
        [.heading(StyledText(usage, .command)), .prose(StyledText(summary), indent: 0)] + self.settings(settings)
    }

    /// A rule: what breaks it, what it finds then, and what helps.
    private static func page(of definition: CheckDefinition) -> Value {
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
        blocks += [.line(StyledText("# how to correct it", .faint))] + typed(definition.example.remedy)
        return value(definition.name, blocks)
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

    private static func page(of kind: Kind) -> Value {
        let fields = kind.definition.fields.map { field in
            Block.Labelled(label: field.name.text, text: StyledText(field.summary + type(of: field)))
        }
        let own = Block.Labelled(label: "x.NAME", text: "a field of your own, which can hold several texts")
        return value(
            kind.rawValue,
            [
                .heading(StyledText(kind.rawValue)), .prose(StyledText(kind.definition.summary), indent: 0), .line(""),
                .fields(fields + [own]),
            ])
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

    private static func page(of vocabulary: Vocabulary, _ topic: String) -> Value {
        let note =
            vocabulary.isOpen
            ? [Block.line(""), .line(StyledText("You can also use words of your own.", .faint))] : []
        return value(
            topic,
            [
                .heading(StyledText(topic)),
                .fields(vocabulary.words.map { Block.Labelled(label: $0.text, text: StyledText($0.meaning)) }),
            ] + note)
    }

    private static func examples(_ examples: [Example]) -> [Block] {
        examples.flatMap { example -> [Block] in
            [
                .line(StyledText("# \(example.summary)", .faint)),
                .prose(StyledText(example.command, .command), indent: 4),
            ]
        }
    }

    private static let vocabularies: [(topic: String, vocabulary: Vocabulary)] = [
        ("stances", .stance), ("statuses", .status), ("note-types", .noteType), ("entity-types", .entityType),
        ("event-types", .eventType), ("confidence", .confidence), ("tlp", .trafficLight),
    ]
}
