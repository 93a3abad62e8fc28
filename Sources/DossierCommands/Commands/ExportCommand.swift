import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput
import DossierTime

/// `export`: writes the session, or what a query finds, in a format for others.
package struct ExportCommand: Command {
    private let call: Call
    private let format: Token
    private let exporter: any Exporter.Type
    private let subject: Subject
    private let path: Token?
    private let standpoint: Standpoint
    /// The strictest label that may go out; nil where all may.
    private let limit: Marking?

    private enum Subject: Sendable {
        case session
        case query(ShowQuery)
        case view(any View)
    }

    package static let name = "export"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Writes the session, or the records that match a query, in another format.",
        Signature(
            [
                .init("FORMAT", .format, .one, ExporterTable.names.choice),
                .init("VIEW", .query, .optional, "a view in place of records"),
                .init("QUERY", .query, .any, "which records; all by default"),
                .init("as-of DATE", .query, .optional, "what had been said or published by the end of a day"),
                .init("at ENTRY", .query, .optional, "as the session was after an entry of the log, or at a time"),
                .init(
                    "to PATH", .path(endings: []), .optional,
                    "the file, or the folder of a format that writes one; standard output by default"),
            ],
            fields: .named { ExporterTable.settings }, options: [.overwrite, .dryRun], isQuery: true),
        isQuestion: true,
        examples: [
            Example(
                "events for a spreadsheet", "export csv events #troops",
                answer: """
                    id,title,when,earliest,latest,type,actor,target,place,quantity,source,status,text,tags,tlp
                    e1,First contingent arrives,2024-10-08/2024-10-13,2024-10-08,2024-10-13,,north-korea,,,~1500 soldiers,,,,troops,
                    """),
            Example(
                "how many in each month", "export csv events count by month",
                answer: """
                    month,count
                    2024-10,2
                    (total),2
                    """),
            Example(
                "what had been said by a day", "export csv claims as-of 2024-10-22",
                answer: """
                    id,title,speaker,said,about,stance,when,earliest,latest,quantity,source,quote,grade,likelihood,outcome,text,tags,tlp
                    c1,It is a significant escalation,mark-rutte,,e1,condemns,,,,,s1,,,,,,,
                    """),
            Example(
                "a file in place of another", "export markdown to report.md --overwrite",
                answer: "wrote report.md  1363 bytes"),
            Example(
                "what the community may read", "export markdown e2 tlp=green",
                answer: ##"""
                    # Report

                    This report covers 1 event.

                    ## Events

                    ### Seoul summons the ambassador

                    - **When**: 21 October 2024
                    - **Place**: Seoul
                    - **Status**: confirmed (the analyst believes that it happened)
                    - **Support**: none
                    - **Tags**: \#diplomacy
                    """##),
        ],
        details: [
            "'help FORMAT', such as 'help dot', shows the settings and examples of a format.",
            "tlp=green holds back records with a stricter label, and unmarked records that name them; 'help markings' lists the rules.",
            "What a format cannot carry is said beside the export: records left out, fields lost, fields in words only, each with how many there are and the first ids. --dry-run gives this report alone.",
            "Where something is marked above clear, tlp=LABEL is needed: the shell asks for it, a script ends with an error. 'export script', which is the session itself, needs none.",
            "as-of DATE and at ENTRY are explained in 'help show'; a note beside the export, not in it, says what was left out.",
            "An existing file is replaced only with --overwrite, completely or not at all. The files of the session, the files being recorded or replayed, and the documents of sources are never replaced.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        self.call = call
        var arguments = call.arguments[...]
        guard let format = arguments.popFirst() else { throw .missingFormat(call.verb) }
        guard let exporter = ExporterTable.exporter(named: format.text), format.kind == .word else {
            throw .unknownFormat(format)
        }
        self.exporter = exporter
        self.format = format
        let view = arguments.first.flatMap { $0.kind == .word ? ViewTable.view(named: $0.text) : nil }
        let reads = view?.definition.reads ?? .records
        standpoint = reads == .nothing ? Standpoint() : try Standpoint.take(from: &arguments)
        if let view, reads == .log { try standpoint.expectNoDay(for: view.definition) }
        let allowed = exporter.definition.settings.map(\.name.text)
        for setting in call.fields where !allowed.contains(setting.field?.name ?? "") {
            throw .settingOfOtherFormat(setting, format, allowed)
        }
        limit = try ExportCommand.limit(call)
        if arguments.count >= 2, arguments[arguments.endIndex - 2].isWord("to") {
            path = arguments.popLast()
            arguments.removeLast()
        } else {
            if let last = arguments.last, last.isWord("to") { throw .missingWord("a path", after: last) }
            path = nil
            if let option = call.options.first(where: { $0.text == Signature.Option.overwrite.name }) {
                throw .missingWord("'to PATH'", before: option)
            }
        }
        try ExportCommand.check(path, fits: exporter, format)
        if let view, let first = arguments.first {
            if !exporter.definition.takesTables { throw .formatTakesNoView(format, first) }
            subject = .view(
                try view.init(
                    ViewRequest(
                        name: first, arguments: arguments.dropFirst(), settings: [], asOf: standpoint.asOf)))
        } else if arguments.isEmpty {
            subject = .session
        } else {
            if exporter.definition.wholeOnly { throw .formatIsWhole(format, arguments[arguments.startIndex]) }
            let query = try QueryParser.parse(arguments, after: format)
            if let tally = query.tally, !exporter.definition.takesTables {
                throw .formatTakesNoTally(format, tally.word)
            }
            subject = .query(query)
        }
    }

    /// Writes what the format makes, for the reply or for a file.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let files = try files(in: context)
        var exported: Exported?
        let answer = try standpoint.look(from: context, upTo: limit) { sight throws(Diagnostic) in
            let request = ExportRequest(
                session: sight.context.session, content: try content(in: sight.context), settings: call.fields,
                files: files, isFolder: isFolder, times: try times(of: sight, in: context), markedAsIn: sight.whole,
                watch: context.surroundings.watch)
            var answer = Answer()
            answer.remarks += [try remark(on: request)].compactMap(\.self)
            let made = try exporter.init(request).export()
            try expectLabel(of: made)
            answer.remarks += made.losses.lines
            if case .query(let query) = subject {
                answer.remarks += LeftoverWords(query, in: sight.context).remarks(isEmpty: true)
            }
            exported = made
            return answer
        }
        guard let exported else { return Outcome(answer: answer) }
        if call.has(.dryRun) { return Outcome(answer: report(exported, remarks: answer.remarks)) }
        guard let path else {
            guard case .text(let text) = exported.content else { throw .needsPath(format, exporter.definition) }
            return Outcome(
                answer: Answer([.document(text)], json: .string(text)), notices: answer.remarks)
        }
        var outcome = try write(exported, to: path, in: context)
        outcome.notices = answer.remarks
        return outcome
    }

    /// The report on what is lost, in place of the export.
    private func report(_ exported: Exported, remarks: [String]) -> Answer {
        let lines = remarks.isEmpty ? ["\(exporter.name) carries all of it"] : remarks
        return Answer(lines.map { .prose(StyledText($0), indent: 0) }, json: exported.losses.json)
    }

    /// Has a file or a folder written.
    private func write(_ exported: Exported, to path: Token, in context: Context) throws(Diagnostic) -> Outcome {
        let folder = Folder(context.surroundings)
        let overwrites = call.has(.overwrite)
        let losses = exported.losses.isEmpty ? nil : exported.losses
        switch exported.content {
        case .text(let text):
            let destination = try folder.destination(path, overwrites: overwrites)
            let isRaw = try call.field("raw")?.field?.value?.isYes() ?? false
            let raw = isRaw ? "; cells are raw, which a spreadsheet may take for formulas" : ""
            let bytes = Array(text.utf8)
            return Outcome(
                answer: .wrote(path, bytes.count, losses: losses, remark: raw),
                effect: .write(bytes, to: destination))
        case .bytes(let bytes):
            let destination = try folder.destination(path, overwrites: overwrites)
            return Outcome(
                answer: .wrote(path, bytes.count, losses: losses), effect: .write(bytes, to: destination))
        case .folder(let files):
            let destination = try folder.destination(path, overwrites: overwrites, isFolder: true)
            let count = files.reduce(0) { $0 + $1.bytes.count }
            return Outcome(
                answer: .wrote(path, count, files: files.count, losses: losses),
                effect: .writeFolder(files, to: destination))
        }
    }

    /// Whether the path names a folder.
    private var isFolder: Bool { path?.text.utf8.last == UInt8(ascii: "/") }

    /// When the records were made, where the format states it. What is held back is not asked for.
    private func times(of sight: Standpoint.Sight, in context: Context) throws(Diagnostic) -> RecordTimes? {
        if !exporter.definition.readsTimes { return nil }
        return RecordTimes(of: sight.context.session, log: try context.log.steps(at: call.place))
    }

    /// A folder is written by the formats that make one, and a file by the others.
    private static func check(_ path: Token?, fits exporter: any Exporter.Type, _ format: Token) throws(Diagnostic) {
        guard let path else { return }
        let isFolder = path.text.utf8.last == UInt8(ascii: "/")
        switch exporter.definition.target {
        case .folder where !isFolder: throw .writesFolder(format, path)
        case .text where isFolder, .bytes where isFolder: throw .writesNoFolder(format, path)
        default: break
        }
    }

    /// The files that settings name.
    private func files(in context: Context) throws(Diagnostic) -> [String: ExportRequest.File] {
        var files: [String: ExportRequest.File] = [:]
        for setting in call.fields {
            guard let field = setting.field, exporter.definition.files.contains(where: { $0.text == field.name }) else {
                continue
            }
            guard let path = field.value else { throw .missingWord("a file", after: setting) }
            if files[field.name] != nil { throw .settingTwice(setting) }
            if case .view = subject { throw .settingOfReports(setting) }
            let text = try SourceFile(context).text(of: path, as: "a template", mayBeAtHome: true)
            files[field.name] = ExportRequest.File(name: path, text: text)
        }
        return files
    }

    private func content(in context: Context) throws(Diagnostic) -> ExportRequest.Content {
        switch subject {
        case .session:
            let work = context.surroundings.work("reading records", .records, of: context.session.count)
            return .session(Array(context.session.records.steps(of: work)))
        case .view(let view): return .value(try view.evaluate(in: context))
        case .query(let query) where query.tally != nil:
            return .value(try RecordTable(context: context).answer(of: query))
        case .query(let query):
            let records = try QueryEvaluation(query, context: context).records()
            return .records(query.limit.map { Array(records.prefix($0)) } ?? records, query.kind)
        }
    }

    /// The label of `tlp=`. It must be one, and given once: a script whose variable is empty must not hand out everything.
    private static func limit(_ call: Call) throws(Diagnostic) -> Marking? {
        let given = call.fields.filter { $0.isField("tlp") }
        guard let first = given.first else { return nil }
        if given.count > 1 { throw .labelTwice(given[1]) }
        guard let answer = first.field?.value, first.field?.comparison == .equal else { throw .missingLabel(first) }
        return Marking(word: try answer.read { text throws(ValueError) in try Vocabulary.trafficLight.read(text) })
    }

    /// What an export names beside the records that were asked for goes out under a label, too.
    private func expectLabel(of exported: Exported) throws(Diagnostic) {
        guard limit == nil, let label = exported.label, label > .clear else { return }
        throw .needsLabel(label, after: call.place.end)
    }

    /// The strictest label of what is written, where all goes out.
    ///
    /// - Throws: a diagnostic where it is above clear and nobody said how far it may go.
    private func remark(on request: ExportRequest) throws(Diagnostic) -> String? {
        guard limit == nil, let strictest = request.marking(withTitle: true) else { return nil }
        if strictest > .clear, !exporter.definition.wholeOnly { throw .needsLabel(strictest, after: call.place.end) }
        if let term = call.arguments.first(where: { $0.isField("tlp") }) {
            return "\(term.place.text) selects records, and holds back nothing that they name; tlp=LABEL does"
        }
        return "the strictest label in it is \(strictest); tlp=LABEL holds back what is above a label"
    }
}

extension Answer {
    /// What a command answers that wrote so many bytes to a file, or to the files of a folder.
    static func wrote(
        _ path: Token, _ bytes: Int, files: Int? = nil, losses: LossReport? = nil, remark: String = ""
    ) -> Answer {
        var json: [JSONMember] = [JSONMember(key: "wrote", value: .string(path.text))]
        if let files { json.append(JSONMember(key: "files", value: .number(JSONNumber(files)))) }
        json.append(JSONMember(key: "bytes", value: .number(JSONNumber(bytes))))
        if let losses { json.append(JSONMember(key: "report", value: losses.json)) }
        let count = files.map { $0 == 1 ? "1 file, " : "\($0) files, " } ?? ""
        return .line(
            StyledText("wrote ", .faint) + StyledText(path.text)
                + StyledText("  \(count)\(bytes) bytes\(remark)", .faint),
            json: .object(JSONObject(members: json)))
    }
}

extension Diagnostic {
    fileprivate static func missingFormat(_ verb: Token) -> Diagnostic {
        Diagnostic(
            .missingFormat, "a format is missing after 'export'", at: verb.place.end,
            expectation: "one of " + ExporterTable.names.joined(separator: ", "))
    }

    fileprivate static func unknownFormat(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unknownFormat, "unknown format '\(token.text)'", at: token.place,
            expectation: "one of " + ExporterTable.names.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: token.text, among: ExporterTable.names))
    }

    fileprivate static func settingOfOtherFormat(_ setting: Token, _ format: Token, _ allowed: [String]) -> Diagnostic {
        Diagnostic(
            .settingOfOtherFormat, "\(format.text) has no setting '\(setting.text)='", at: setting.place,
            expectation: allowed.isEmpty ? nil : "one of " + allowed.joined(separator: ", "))
    }

    fileprivate static func labelTwice(_ setting: Token) -> Diagnostic {
        Diagnostic(.heldTwice, "'tlp=' is given twice", at: setting.place, expectation: "one label")
    }

    fileprivate static func settingTwice(_ setting: Token) -> Diagnostic {
        Diagnostic(
            .heldTwice, "'\(setting.field?.name ?? "")=' is given twice", at: setting.place, expectation: "one file")
    }

    fileprivate static func settingOfReports(_ setting: Token) -> Diagnostic {
        Diagnostic(
            .settingOfOtherFormat, "the table of a view has no setting '\(setting.field?.name ?? "")='",
            at: setting.place, expectation: "records in place of the view")
    }

    fileprivate static func needsLabel(_ strictest: Marking, after place: Place) -> Diagnostic {
        Diagnostic(
            .labelNeeded, "what would go out is marked \(strictest): say how far it may go", at: place,
            expectation: "tlp=LABEL; tlp=\(strictest) lets all of it go", notes: ["'help markings' lists the rules"])
    }

    fileprivate static func writesFolder(_ format: Token, _ path: Token) -> Diagnostic {
        Diagnostic(
            .notAFileName, "\(format.text) writes a folder of files", at: path.place,
            expectation: "a path with / at its end",
            suggestion: "\(path.place.text)/")
    }

    fileprivate static func writesNoFolder(_ format: Token, _ path: Token) -> Diagnostic {
        Diagnostic(
            .notAFileName, "'\(path.text)' is not the name of a file", at: path.place,
            expectation: "a file name, without a / at its end")
    }

    fileprivate static func needsPath(_ format: Token, _ definition: ExporterDefinition) -> Diagnostic {
        let isFolder = definition.target != .bytes
        return Diagnostic(
            .missingWord, "\(format.text) is \(isFolder ? "a folder of files" : "not text"); it needs a path",
            at: format.place.end, expectation: isFolder ? "to FOLDER/" : "to FILE.\(definition.ending)")
    }

    fileprivate static func missingLabel(_ setting: Token) -> Diagnostic {
        Diagnostic(
            .missingWord, "a label is missing after 'tlp='", at: setting.place,
            expectation: "one of " + Vocabulary.trafficLight.words.map(\.text).joined(separator: ", "))
    }

    fileprivate static func formatTakesNoView(_ format: Token, _ view: Token) -> Diagnostic {
        Diagnostic(
            .formatTakesNoView, "\(format.text) cannot export the view '\(view.text)'", at: view.place,
            expectation: ExporterTable.namesOfTables.choice)
    }

    fileprivate static func formatTakesNoTally(_ format: Token, _ word: Token) -> Diagnostic {
        Diagnostic(
            .formatTakesNoView, "\(format.text) cannot export the table of '\(word.text)'", at: word.place,
            expectation: ExporterTable.namesOfTables.choice)
    }

    fileprivate static func formatIsWhole(_ format: Token, _ query: Token) -> Diagnostic {
        Diagnostic(
            .formatIsWhole, "\(format.text) always exports the whole session", at: query.place, expectation: "no query")
    }
}
