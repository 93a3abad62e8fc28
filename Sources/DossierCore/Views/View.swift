/// What `show` may show beside kinds and records: a view is a value that documents itself.
public protocol View: Sendable {
    /// The view as data.
    static var definition: ViewDefinition { get }

    /// Reads what follows the view's name.
    ///
    /// - Throws: a diagnostic where it does not make sense.
    init(_ request: ViewRequest) throws(Diagnostic)

    /// What the view shows.
    ///
    /// - Throws: a diagnostic where what is asked for is not there.
    func evaluate(in context: Context) throws(Diagnostic) -> Value
}

/// A view of the records that a query finds.
protocol QueryingView: View {
    /// What it asks for.
    var query: ShowQuery { get }
}

/// A view as data.
public struct ViewDefinition: Sendable {
    /// Its name.
    public let name: String
    /// What stands after its name.
    public let usage: String
    /// What it shows, in one sentence.
    public let summary: String
    /// What may be set with `name=value`.
    public let settings: [FieldDefinition]
    /// Words and terms of its own that may stand after its name, each with what it says; a term ends in `:`.
    public let words: [(text: String, summary: String)]
    /// Whether what follows its name are records.
    public let takesReferences: Bool
    /// The kinds of these records, those first that are mostly meant.
    public let kinds: [Kind]
    /// Whether what follows its name is a query.
    public let takesQuery: Bool
    /// What it reads.
    public let reads: Reads
    /// Examples, which run as tests.
    public let examples: [Example]

    /// What a view reads, which decides whether it may be asked as of a day or at an entry of the log.
    public enum Reads: Sendable {
        /// The records, as of a day or at an entry.
        case records
        /// The log, at an entry.
        case log
        /// Neither.
        case nothing
    }

    init(
        _ name: String, usage: String = "", _ summary: String, settings: [FieldDefinition] = [],
        words: [(text: String, summary: String)] = [], takesReferences: Bool = false,
        kinds: [Kind] = Kind.listed, takesQuery: Bool = false, reads: Reads = .records, examples: [Example]
    ) {
        self.reads = reads
        self.name = name
        self.usage = usage
        self.summary = summary
        self.settings = settings
        self.words = words
        self.takesReferences = takesReferences
        self.kinds = kinds
        self.takesQuery = takesQuery
        self.examples = examples
    }
}

/// What was typed after a view's name.
public struct ViewRequest: Sendable {
    /// The view's name.
    public let name: Token
    /// The words after it.
    public let arguments: Tokens
    /// The settings after it.
    public let settings: Tokens
    /// By the end of which day all that is shown had been said or published; nil where that was not asked.
    public var asOf: When?

    /// The whole number of a setting, from 1 on.
    ///
    /// - Throws: a diagnostic where it is none.
    func number(_ setting: String) throws(Diagnostic) -> Int? {
        guard let value = value(setting) else { return nil }
        guard let number = Int(value.text), number > 0 else { throw .notANumber(value.token) }
        return number
    }

    /// The value of a setting, as it was typed; nil where it is not given.
    func value(_ setting: String) -> Token.Value? {
        settings.last { $0.field?.name == setting }?.field?.value
    }

    /// The time of a setting: EDTF, or words.
    ///
    /// - Throws: a diagnostic where it is none.
    func when(_ setting: String) throws(Diagnostic) -> When? {
        try value(setting)?.read { text throws(ValueError) in try When.interpret(text, asOf: nil) }
    }

    /// The number after a word such as `limit`.
    ///
    /// - Throws: a diagnostic where there is none.
    static func count(_ rest: inout Tokens, after word: Token) throws(Diagnostic) -> Int {
        guard let number = rest.popFirst() else { throw .missingWord("a number", after: word) }
        guard let count = Int(number.text), count > 0 else { throw .notANumber(number) }
        return count
    }

    /// The references after the name.
    ///
    /// - Throws: a diagnostic where there are none.
    func references() throws(Diagnostic) -> [ReferenceExpression] {
        if arguments.isEmpty { throw .missingWord("a record", after: name) }
        return try ReferenceParser.parse(arguments)
    }

    /// Nothing may follow the name.
    func expectNothing() throws(Diagnostic) {
        if let extra = arguments.first { throw .unexpectedViewWord(extra, name) }
    }
}

extension Diagnostic {
    static func unexpectedViewWord(_ token: Token, _ name: Token) -> Diagnostic {
        let usage = ViewTable.view(named: name.text)?.definition.usage ?? ""
        return Diagnostic(
            .unexpectedViewWord, "unexpected '\(token.place.text)' after 'show \(name.text)'", at: token.place,
            expectation: "show \(name.text)" + (usage.isEmpty ? "" : " " + usage))
    }
}
