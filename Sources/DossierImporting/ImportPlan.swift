import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput
import DossierTime

/// What is to be imported, and how: an `import` as it was typed, its settings read.
package struct ImportPlan: Sendable {
    package let call: Call
    package let importer: any Importer.Type
    /// The file as it was typed.
    package let path: Token
    /// What the rows become; of a session all kinds.
    let kind: Kind
    /// The fields that are given to each record.
    let fields: [Token]
    /// The rows that are taken, by number.
    let rows: ClosedRange<Int>
    /// What becomes of rows that cannot be read.
    let badRows: BadRows
    /// The file that gets the rows that are left out; nil where none does.
    package let rejects: Token.Value?
    /// What becomes of rows whose key a record has; nil where records keep no keys.
    package let duplicates: DuplicateRows?
    /// Whether it is only shown what would be imported.
    package let isDryRun: Bool
    /// How cells are read before they become values.
    let mapping: MappingSettings
    /// All fields and settings, those of a saved mapping among them.
    let given: GivenFields

    private static let kinds = Vocabulary(
        "kind",
        [
            "source": Kind.source.definition.summary, "entity": Kind.entity.definition.summary,
            "event": Kind.event.definition.summary, "claim": Kind.claim.definition.summary,
            "note": Kind.note.definition.summary, "link": Kind.link.definition.summary,
        ])

    /// What may be set for all formats with rows.
    package static let settings =
        [
            FieldDefinition(
                FieldName("kind"), .word(kinds), "what each row becomes: event, claim, entity, source, note or link"),
            FieldDefinition(FieldName("rows"), .text, "the rows to import: rows=1..100"),
            BadRows.setting,
            RejectedRows.setting,
            RowKey.setting,
            DuplicateRows.setting,
        ] + MappingSettings.definitions + MappingFile.definitions

    /// Reads the call.
    ///
    /// - Parameter mapping: the fields and settings of a saved mapping.
    /// - Throws: a diagnostic where a setting does not make sense, or the kind has no such field.
    package init(_ call: Call, mapping saved: [Token] = []) throws(Diagnostic) {
        self.call = call
        let given = GivenFields(call, mapping: saved)
        self.given = given
        let format = call.arguments[0]
        guard format.kind == .word, let importer = ImporterTable.importer(named: format.text) else {
            throw .unknownImportFormat(format)
        }
        self.importer = importer
        path = call.arguments[1]
        let read = importer.definition.hasRows ? try ImportPlan.kind(of: given, call, importer.definition) : .session
        self.kind = read
        let shared = importer.definition.hasRows ? ImportPlan.settings : []
        let allowed = (shared + importer.definition.settings).map(\.name.text)
        let other = ImporterTable.settings.map(\.name.text)
        var fields: [Token] = []
        for token in given.tokens where !allowed.contains(token.text) {
            if other.contains(token.text) || read == .session { throw .settingOfOtherImport(token, format, allowed) }
            if let converted = MappingSettings.field(convertedBy: token.text) {
                try ImportPlan.expectCells(of: converted, read, among: given, for: token, mayBeColumn: true)
                continue
            }
            guard ImportPlan.isGiven(token.text, to: read), let field = token.field else {
                throw .unknownImportField(token, read, allowed)
            }
            if field.comparison != .equal { throw .addedToNothing(token) }
            if let (base, _) = MappingSettings.parts(token.text) {
                try ImportPlan.expectCells(of: base, read, among: given, for: token, mayBeColumn: false)
                continue
            }
            fields.append(token)
        }
        self.fields = fields
        rows = try given["rows"]?.read(ImportPlan.range) ?? 1...Int.max
        rejects = given["rejects"]
        badRows = try BadRows.read(from: given)
        duplicates = try DuplicateRows.read(from: given)
        let key = fields.first { $0.text == RowKey.field.text }
        if duplicates != nil, let key { throw .keyTwice(key) }
        isDryRun = call.has(.dryRun)
        let overwrite = call.options.first { $0.text == Signature.Option.overwrite.name }
        if rejects == nil, given["save-mapping"] == nil, let overwrite {
            throw .missingWord("rejects=PATH or save-mapping=PATH", before: overwrite)
        }
        mapping = try MappingSettings(given)
    }

    /// The kind that `kind=` names, else that of the format.
    private static func kind(
        of given: GivenFields, _ call: Call, _ format: ImporterDefinition
    ) throws(Diagnostic) -> Kind {
        guard let given = given["kind"] else {
            guard let kind = format.kind else { throw .missingKind(after: call.arguments[1]) }
            return kind
        }
        guard let kind = Kind(word: given.text), kind != .session else { throw .notAKind(given) }
        return kind
    }

    /// The value of a setting that was given last; nil where it was not.
    package func setting(_ name: String) -> Token.Value? { given[name] }

    /// Whether a name is that of a field, or of what may be given beside the fields.
    private static func isGiven(_ name: String, to kind: Kind) -> Bool {
        let isOccurrence = name == "occurrence" && kind.definition.field(.quote) != nil
        if name == "id" || name == "as-of" || isOccurrence { return true }
        guard let (base, ownName) = MappingSettings.parts(name) else { return kind.takesCells(of: name) }
        guard let field = kind.definition.field(FieldName(base)), let made = RecordNaming.made(by: field) else {
            return false
        }
        return made.kind.takesCells(of: ownName)
    }

    /// Expects that a field is made of cells, which a setting or a field of what it names is about.
    private static func expectCells(
        of name: String, _ kind: Kind, among given: GivenFields, for token: Token, mayBeColumn: Bool
    ) throws(Diagnostic) {
        guard isGiven(name, to: kind) else {
            throw .unknownField(name, kind, at: token.field?.namePlace ?? token.place)
        }
        let values = given.tokens.filter { $0.text == name }.map { $0.field?.value }
        if values.isEmpty, mayBeColumn { return }
        guard values.contains(where: { $0.map(CellTemplate.isOne) ?? false }) else { throw .withoutCells(name, token) }
        if values.count > 1, !mayBeColumn { throw .ofSeveral(name, token) }
    }

    /// `1..100`, `100..`, `..100` or `7`.
    private static func range(_ text: String) throws(ValueError) -> ClosedRange<Int> {
        let ends = text.replacing("..", with: "…").split(separator: "…", omittingEmptySubsequences: false)
        let first = ends.first.flatMap { $0.isEmpty ? 1 : Int($0) }
        let last = ends.last.flatMap { $0.isEmpty ? Int.max : Int($0) }
        guard ends.count <= 2, !text.isEmpty, let first, let last, first > 0, first <= last else {
            throw ValueError("'\(text)' is not a range of rows", expectation: "row numbers, such as 1..100, 100.. or 7")
        }
        return first...last
    }
}

extension ImportPlan {
    /// Whether the columns that have the names of fields are taken: where the format itself says what rows become, or no field
    /// is made of cells.
    var takesNamedColumns: Bool { importer.definition.kind == kind || !readsCells }
}

extension Kind {
    /// Whether a name is that of a field that rows give; a digest is made by the program itself.
    func takesCells(of name: String) -> Bool {
        definition.field(FieldName(name)).map { $0.type != .digest } ?? false
    }
}

extension ImportedFile {
    /// Reads the file of a plan, whose path is one that may be read.
    ///
    /// - Throws: a diagnostic where the system refuses.
    package init(_ plan: ImportPlan, at path: String, _ surroundings: Surroundings) throws(Diagnostic) {
        let bytes: StateBytes
        do { bytes = try surroundings.files.withoutLinks.bytes(of: path) } catch {
            throw .unreadable(error, at: plan.path.place)
        }
        let name = surroundings.isScript ? surroundings.shown(path) : plan.path.text
        self.init(path: plan.path, name: name, bytes: bytes, settings: plan.given)
    }
}

extension Diagnostic {
    fileprivate static func unknownImportFormat(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unknownFormat, "unknown format '\(token.text)'", at: token.place,
            expectation: "one of " + ImporterTable.names.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: token.text, among: ImporterTable.names))
    }

    fileprivate static func missingKind(after path: Token) -> Diagnostic {
        Diagnostic(
            .missingKind, "'kind=' is missing: say what each row becomes", at: path.place.end,
            expectation: Diagnostic.kinds)
    }

    private static let kinds = "kind=" + Kind.listed.map(\.rawValue).joined(separator: ", kind=")

    fileprivate static func notAKind(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .unknownKind, "'\(value.text)' is not a kind of record", at: value.place, expectation: Diagnostic.kinds,
            suggestion: Suggestion.nearest(to: value.text, among: Kind.listed.map(\.rawValue)))
    }

    fileprivate static func settingOfOtherImport(_ setting: Token, _ format: Token, _ allowed: [String]) -> Diagnostic {
        Diagnostic(
            .settingOfOtherFormat, "\(format.text) has no setting '\(setting.text)='", at: setting.place,
            expectation: "one of " + allowed.joined(separator: ", "))
    }

    fileprivate static func withoutCells(_ name: String, _ token: Token) -> Diagnostic {
        Diagnostic(
            .missingValue, "'\(token.text)=' needs '\(name)=' with the cell of a column", at: token.place,
            expectation: "\(name)={COLUMN}")
    }

    fileprivate static func ofSeveral(_ name: String, _ token: Token) -> Diagnostic {
        Diagnostic(
            .heldTwice, "'\(name)' is given twice, so '\(token.text)=' has two meanings", at: token.place,
            expectation: "'\(name)=' once")
    }

    fileprivate static func unknownImportField(_ token: Token, _ kind: Kind, _ settings: [String]) -> Diagnostic {
        var error = Diagnostic.unknownField(token.text, kind, at: token.field?.namePlace ?? token.place)
        error.suggestion = error.suggestion ?? Suggestion.nearest(to: token.text, among: settings)
        return error
    }

    fileprivate static func addedToNothing(_ token: Token) -> Diagnostic {
        Diagnostic(
            .wrongOperator, "a new record has no values to add to", at: token.place,
            suggestion: "\(token.text)=\(token.field?.value?.place.text ?? "")",
            notes: ["giving a field twice stores both values"])
    }
}
