import DossierAnalysis
import DossierLanguage
import DossierModel

/// A format in which a session, records or a view's table are written for others: a value that documents itself.
package protocol Exporter: Sendable {
    /// Its name. Tables are searched by it, so that a definition is made only when it is read.
    static var name: String { get }

    /// The format as data.
    static var definition: ExporterDefinition { get }

    /// Reads the settings.
    ///
    /// - Throws: a diagnostic where one does not make sense.
    init(_ request: ExportRequest) throws(Diagnostic)

    /// What is written, and what of the records the format cannot carry.
    ///
    /// - Throws: a diagnostic where a setting does not fit the records.
    func export() throws(Diagnostic) -> Exported
}

/// What an exporter makes.
package struct Exported: Sendable {
    /// What is written.
    package let content: Content
    /// What of the records is not in it.
    package let losses: LossReport
    /// The strictest label of all that it names, where that is more than the records that were asked for.
    package let label: Marking?

    /// What is written.
    package enum Content: Sendable {
        /// A text, each line ended.
        case text(String)
        /// A file that is no text.
        case bytes([UInt8])
        /// The files of a folder.
        case folder([FolderFile])
    }

    init(_ content: Content, losses: LossReport = LossReport(), label: Marking? = nil) {
        self.content = content
        self.label = label
        self.losses = losses
    }
}

/// A format as data.
package struct ExporterDefinition: Sendable {
    /// Its name.
    package let name: String
    /// What it is for, in one sentence.
    package let summary: String
    /// What may be set with `name=value`; `tlp=` may of every format.
    package let settings: [FieldDefinition]
    /// Those of the settings that name a file to be read.
    package let files: [FieldName]
    /// Whether it writes the tables of views.
    package let takesTables: Bool
    /// Whether it writes the session whole or not at all.
    package let wholeOnly: Bool
    /// Where it may be written to.
    package let target: Target
    /// Whether it states when records were made and changed, which the log knows.
    package let readsTimes: Bool
    /// How the names of its files end.
    package let ending: String
    /// Examples, which run as tests.
    package let examples: [Example]

    /// Where a format may be written to.
    package enum Target: Sendable {
        /// Standard output or a file.
        case text
        /// Standard output, a file or a folder.
        case textOrFolder
        /// A file, since it is no text.
        case bytes
        /// A folder.
        case folder
    }

    init(
        _ name: String, _ summary: String, settings: [FieldDefinition] = [], files: [FieldName] = [],
        takesTables: Bool = false, wholeOnly: Bool = false, target: Target = .text, readsTimes: Bool = false,
        ending: String? = nil,
        examples: [Example]
    ) {
        self.target = target
        self.readsTimes = readsTimes
        self.examples = examples
        self.name = name
        self.ending = ending ?? name
        self.summary = summary
        self.settings = [.atMost] + settings
        self.files = files
        self.takesTables = takesTables
        self.wholeOnly = wholeOnly
    }
}

/// What is to be written.
package struct ExportRequest: Sendable {
    /// The session that records are looked up in.
    package let session: Session
    /// What of it.
    package let content: Content
    /// The settings.
    package let settings: Tokens
    /// The texts of the files that settings name, by the names of these.
    package let files: [String: File]
    /// Whether the files of a folder are to be written.
    package let isFolder: Bool
    /// When records were made and changed; nil where the format does not state it.
    package let times: RecordTimes?
    /// Who sees how far the writing has come, and may want it to end.
    package let watch: (any WorkWatch)?
    /// The session with all that the labels of the records depend on, also what is not written.
    private let whole: Session

    package init(
        session: Session, content: Content, settings: Tokens, files: [String: File] = [:], isFolder: Bool = false,
        times: RecordTimes? = nil,
        markedAsIn whole: Session? = nil, watch: (any WorkWatch)? = nil
    ) {
        self.isFolder = isFolder
        self.times = times
        self.session = session
        self.content = content
        self.settings = settings
        self.files = files
        self.whole = whole ?? session
        self.watch = watch
    }

    /// A file that a setting names.
    package struct File: Sendable {
        /// Its name, as it was typed.
        package let name: Token.Value
        /// What stands in it.
        package let text: String

        package init(name: Token.Value, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// What of a session is written.
    package enum Content: Sendable {
        /// All of it, or all that may be handed on.
        case session([Record])
        /// What a query found, of one kind or of several.
        case records([Record], Kind?)
        /// What a view shows.
        case value(Answer)
    }

    /// The records; of a view none.
    var records: [Record] {
        switch content {
        case .session(let records), .records(let records, _): records
        case .value: []
        }
    }

    /// The title of the session, where all of it is written and has one.
    var title: String? {
        guard case .session = content else { return nil }
        return session.header.text(.title)
    }

    /// Records as the steps of writing them.
    package func steps<Records: Sequence>(_ records: Records, of count: Int) -> WorkSteps<Records> {
        records.steps(of: Work("writing records", .records, of: count, for: watch))
    }

    /// How strict the records are.
    var markings: Markings { Markings(whole, for: watch) }

    /// The strictest label of what is written; nil where nothing of it is marked. What a view shows may come from any record.
    ///
    /// - Parameters:
    ///   - withTitle: whether the session's title is written, which has the session's label.
    ///   - others: records that are written by name, or cited, beside those that were asked for.
    package func marking(withTitle: Bool, naming others: Set<Identifier> = []) -> Marking? {
        let markings = markings
        if !markings.hasAny { return nil }
        if case .value = content { return markings.strictest }
        let labels = records.lazy.map { markings[$0.id] }.compactMap(\.self)
        let title = withTitle ? session.header.marking : nil
        return [title, labels.max(), others.lazy.compactMap { markings[$0] }.max()].compactMap(\.self).max()
    }

    /// Whether a setting says yes.
    ///
    /// - Throws: a diagnostic where it says neither yes nor no.
    package func isOn(_ setting: String) throws(Diagnostic) -> Bool {
        guard let value = settings.last(where: { $0.field?.name == setting })?.field?.value else { return false }
        return try value.isYes()
    }
}

extension Token.Value {
    /// Whether it says yes.
    ///
    /// - Throws: a diagnostic where it says neither yes nor no.
    package func isYes() throws(Diagnostic) -> Bool {
        switch text {
        case "yes": return true
        case "no": return false
        default: throw .neitherYesNorNo(self)
        }
    }
}

extension FieldDefinition {
    static let atMost = FieldDefinition(
        .tlp, .word(.trafficLight), "holds back records with a stricter label: tlp=green; see 'help markings'")
}

extension Diagnostic {
    fileprivate static func neitherYesNorNo(_ value: Token.Value) -> Diagnostic {
        Diagnostic(.neitherYesNorNo, "'\(value.text)' is neither yes nor no", at: value.place)
    }
}
