import DossierModel

/// The parameters of a verb, as data. Calls are checked against them; help, completion and the reference are made from them.
///
/// It is an immutable class, so passing it on copies one reference.
public final class Signature: Sendable {
    /// The words and texts that it takes, in their order.
    public let arguments: [Argument]
    /// Which `field=value` it takes.
    public let fields: Fields
    /// Whether it takes `#tag`.
    public let acceptsTags: Bool
    /// The options that it takes.
    public let options: [Option]
    /// What the text after ` -- ` is; nil where it takes none.
    public let tail: String?
    /// Whether its arguments are a query, so that `field:value`, `#tag`, `-` and parentheses are arguments too.
    public let isQuery: Bool
    /// The most arguments that it takes; nil where there is no limit.
    let limit: Int?
    /// How many arguments may not be left out.
    let needed: Int

    /// One argument.
    public struct Argument: Sendable {
        /// As it stands in the usage: `RELATION`.
        public let name: String
        /// What it is.
        public let summary: String
        /// What may stand there.
        public let content: Content
        /// How often it may stand there.
        public let count: Count

        /// What may stand in the place of an argument.
        public enum Content: Sendable, Hashable {
            case kind, newIdentifier, when, text, reference, relation, word([String]), query, format
            case importFormat, topic, number
            /// A file, whose name mostly ends so; or one of some words in its place.
            case path(endings: [String], words: [String] = [])
        }

        /// How many words it is: `to PATH` has one before it.
        public var words: Int { name.hasPrefix("to ") ? 2 : 1 }

        /// Whether it may not be left out.
        public var isNeeded: Bool { count == .one || count == .oneOrMore }

        /// How often an argument may stand.
        public enum Count: Sendable, Hashable {
            case one, optional, oneOrMore, any
        }

        /// Makes an argument of its parts.
        public init(_ name: String, _ content: Content, _ count: Count = .one, _ summary: String) {
            self.name = name
            self.content = content
            self.count = count
            self.summary = summary
        }
    }

    /// Which fields a verb takes.
    public enum Fields: Sendable {
        /// None.
        case none
        /// Those of the kind that is named or referred to, with `=`, `+=` and `-=` where it changes records.
        case ofKind(changing: Bool)
        /// Those of one kind.
        case of(Kind)
        /// Those of the kind that `kind=` names, and settings of the verb itself.
        case ofKindGiven(settings: @Sendable () -> [FieldDefinition])
        /// Settings of the verb itself, or of what it is asked for; made when they are read.
        case named(@Sendable () -> [FieldDefinition])
    }

    /// A switch of a verb, `--with-links`.
    public struct Option: Sendable {
        /// Its name without dashes.
        public let name: String
        /// What it does.
        public let summary: String

        /// Makes a flag.
        public init(_ name: String, _ summary: String) {
            self.name = name
            self.summary = summary
        }

        /// That a command shows what it would do, and does nothing.
        public static let dryRun = Option("dry-run", "shows what would be done, and changes nothing")

        /// That a file which is there may go, of verbs that write files.
        public static let overwrite = Option("overwrite", "replaces an existing file")
    }

    /// Makes a signature of its parts.
    public init(
        _ arguments: [Argument] = [], fields: Fields = .none, tags: Bool = false, options: [Option] = [],
        tail: String? = nil, isQuery: Bool = false
    ) {
        self.arguments = arguments
        self.fields = fields
        self.acceptsTags = tags
        self.options = options
        self.tail = tail
        self.isQuery = isQuery
        let hasNoLimit = arguments.contains { $0.count == .oneOrMore || $0.count == .any }
        limit = hasNoLimit ? nil : arguments.reduce(0) { $0 + $1.words }
        needed = arguments.count(where: \.isNeeded)
    }

    /// The usage after the verb: `FROM RELATION TO [FIELD=VALUE]… [-- TEXT]`.
    public var usage: String {
        var parts = arguments.map { argument in
            switch argument.count {
            case .one: argument.name
            case .optional: "[\(argument.name)]"
            case .oneOrMore: argument.name + "…"
            case .any: "[\(argument.name)]…"
            }
        }
        switch fields {
        case .none: break
        case .ofKind(changing: true): parts.append("FIELD=VALUE…")
        case .ofKind, .of: parts.append("[FIELD=VALUE]…")
        case .ofKindGiven: parts.append("[kind=KIND] [FIELD=VALUE]… [SETTING=VALUE]…")
        case .named(let settings):
            let settings = settings()
            parts += settings.count > 3 ? ["[SETTING=VALUE]…"] : settings.map { "[\($0.name)=VALUE]" }
        }
        if acceptsTags { parts.append("[#TAG]…") }
        parts += options.map { "[--\($0.name)]" }
        if tail != nil { parts.append("[-- TEXT]") }
        return parts.joined(separator: " ")
    }
}
