import DossierLanguage
import DossierModel
import DossierTime

/// What `show` may show beside kinds and records: a view is a value that documents itself.
package protocol View: Sendable {
    /// Its name. Tables are searched by it, so that a definition is made only when it is read.
    static var name: String { get }

    /// The view as data.
    static var definition: ViewDefinition { get }

    /// Reads what follows the view's name.
    ///
    /// - Throws: a diagnostic where it does not make sense.
    init(_ request: ViewRequest) throws(Diagnostic)

    /// What the view shows.
    ///
    /// - Throws: a diagnostic where what is asked for is not there.
    func evaluate(in context: Context) throws(Diagnostic) -> Answer
}

/// A view of the records that a query finds.
package protocol QueryingView: View {
    /// What it asks for.
    var query: ShowQuery { get }
}

/// A view as data.
package struct ViewDefinition: Sendable {
    /// Its name.
    package let name: String
    /// What stands after its name.
    package let usage: String
    /// What it shows, in one sentence.
    package let summary: String
    /// What may be set with `name=value`.
    package let settings: [FieldDefinition]
    /// Words and terms of its own that may stand after its name, each with what it says; a term ends in `:`.
    package let words: [(text: String, summary: String)]
    /// Whether what follows its name are records.
    package let takesReferences: Bool
    /// The kinds of these records, those first that are mostly meant.
    package let kinds: [Kind]
    /// Whether what follows its name is a query.
    package let takesQuery: Bool
    /// What it reads.
    package let reads: Reads
    /// Examples, which run as tests.
    package let examples: [Example]

    /// What a view reads, which decides whether it may be asked as of a day or at an entry of the log.
    package enum Reads: Sendable {
        /// The records, as of a day or at an entry.
        case records
        /// The log, at an entry.
        case log
        /// Neither.
        case nothing
    }

    package init(
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
package struct ViewRequest: Sendable {
    /// The view's name.
    package let name: Token
    /// The words after it.
    package let arguments: Tokens
    /// The settings after it.
    package let settings: Tokens
    /// By the end of which day all that is shown had been said or published; nil where that was not asked.
    package var asOf: When?

    package init(name: Token, arguments: Tokens, settings: Tokens, asOf: When? = nil) {
        self.name = name
        self.arguments = arguments
        self.settings = settings
        self.asOf = asOf
    }

    /// The whole number of a setting, from 1 on.
    ///
    /// - Throws: a diagnostic where it is none.
    package func number(_ setting: String) throws(Diagnostic) -> Int? {
        guard let value = value(setting) else { return nil }
        guard let number = Int(value.text), number > 0 else { throw .notANumber(value.token) }
        return number
    }

    /// The value of a setting, as it was typed; nil where it is not given.
    package func value(_ setting: String) -> Token.Value? {
        settings.last { $0.field?.name == setting }?.field?.value
    }

    /// The time of a setting: EDTF, or words.
    ///
    /// - Throws: a diagnostic where it is none.
    package func when(_ setting: String) throws(Diagnostic) -> When? {
        try value(setting)?.read { text throws(ValueError) in try When.interpret(text, asOf: nil) }
    }

    /// The number after a word such as `limit`.
    ///
    /// - Throws: a diagnostic where there is none.
    package static func count(_ rest: inout Tokens, after word: Token) throws(Diagnostic) -> Int {
        guard let number = rest.popFirst() else { throw .missingWord("a number", after: word) }
        guard let count = Int(number.text), count > 0 else { throw .notANumber(number) }
        return count
    }

    /// The references after the name.
    ///
    /// - Throws: a diagnostic where there are none.
    package func references() throws(Diagnostic) -> [ReferenceExpression] {
        if arguments.isEmpty { throw .missingWord("a record", after: name) }
        return try ReferenceParser.parse(arguments)
    }

    /// Nothing may follow the name of a view.
    package func expectNothing(after view: ViewDefinition) throws(Diagnostic) {
        if let extra = arguments.first { throw .unexpectedViewWord(extra, after: view) }
    }
}

extension Diagnostic {
    package static func unexpectedViewWord(_ token: Token, after view: ViewDefinition) -> Diagnostic {
        Diagnostic(
            .unexpectedViewWord, "unexpected '\(token.place.text)' after 'show \(view.name)'", at: token.place,
            expectation: "show \(view.name)" + (view.usage.isEmpty ? "" : " " + view.usage))
    }
}
