import DossierModel

/// Reads queries and the clauses that follow them.
///
///     query = [KIND] [term]… [clause]…
///     any   = all {"or" all}          all = term {term}
///     term  = "-" term | "(" any ")" | "#"TAG | TEXT | FIELD operator VALUE
public struct QueryParser {
    private var tokens: Tokens
    private let before: Token
    /// How many parentheses and minus signs the place where it reads stands in.
    private var depth = 0

    /// Whether the query begins with a kind, so that names of kinds in it are words to search for.
    private var hasKind = false

    /// How deep they may stand in each other, as values in JSON: reading, asking and freeing a query recurse.
    private static let greatestDepth = JSONLimits().depth

    private init(_ tokens: Tokens, after before: Token) {
        self.tokens = tokens
        self.before = before
    }

    /// Reads a query; `before` is the token before it, where what is missing at its end is missed.
    public static func parse(_ tokens: Tokens, after before: Token) throws(Diagnostic) -> ShowQuery {
        var parser = QueryParser(tokens, after: before)
        return try parser.showQuery()
    }

    private mutating func showQuery() throws(Diagnostic) -> ShowQuery {
        var query = ShowQuery()
        if let first = tokens.first, first.kind == .word, let kind = Kind(word: first.text) {
            if let or = tokens.dropFirst().first, or.isWord("or") {
                guard let kinds = try any().withKinds else { throw .missingTerm(before: or) }
                query.query = kinds
            } else {
                query.kind = kind
                query.kindPlace = first.place
                hasKind = true
                tokens.removeFirst()
                query.query = try any()
            }
        } else {
            query.query = try any()
        }
        while let token = tokens.first {
            guard let clause = Clause(token) else { throw .unexpectedWord(token) }
            tokens.removeFirst()
            try read(clause, token, into: &query)
        }
        return query
    }

    private mutating func any() throws(Diagnostic) -> Query {
        var alternatives = [try all()]
        while let token = tokens.first, token.isWord("or") {
            tokens.removeFirst()
            if case .all(let terms) = alternatives[0], terms.isEmpty { throw .missingTerm(before: token) }
            let next = try all()
            if case .all(let terms) = next, terms.isEmpty { throw .missingTerm(after: token) }
            alternatives.append(next)
        }
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private mutating func all() throws(Diagnostic) -> Query {
        var terms: [Query] = []
        while let token = tokens.first, token.kind != .close, !token.isWord("or"), !isClause() {
            terms.append(try term(isFirst: terms.isEmpty))
        }
        return terms.count == 1 ? terms[0] : .all(terms)
    }

    private mutating func term(isFirst: Bool = false) throws(Diagnostic) -> Query {
        guard let token = tokens.popFirst() else { throw .missingTerm(after: before) }
        switch token.kind {
        case .minus:
            guard let next = tokens.first, next.kind != .close else { throw .missingTerm(after: token) }
            try enter(token)
            defer { depth -= 1 }
            return .not(try term())
        case .open:
            try enter(token)
            defer { depth -= 1 }
            let inner = try any()
            if case .all(let terms) = inner, terms.isEmpty { throw .missingTerm(after: token) }
            guard let close = tokens.popFirst(), close.kind == .close else { throw .unclosedParenthesis(token) }
            if !hasKind, isFirst || inner.isAny, let kinds = inner.withKinds { return kinds }
            return inner
        case .word where token.isWord("as-of") || token.isWord("at"): throw .standpointInQuery(token)
        case .string, .word: return .text(token)
        case .tag: return .tag(token)
        case .field:
            guard let field = token.field else { return .text(token) }
            guard field.comparison != .add, field.comparison != .remove else { throw .assignmentInQuery(token, field) }
            return .field(token, field)
        case .close, .option, .tail: throw .unexpectedWord(token)
        }
    }

    private mutating func enter(_ token: Token) throws(Diagnostic) {
        if depth == QueryParser.greatestDepth { throw .nestedTooDeep(token, QueryParser.greatestDepth) }
        depth += 1
    }

    private enum Clause: String {
        case by, with, limit, count, sum, `as`

        /// The clause that a word begins.
        init?(_ token: Token) {
            guard token.kind == .word else { return nil }
            self.init(rawValue: token.text)
        }
    }

    /// Whether a clause comes next. `sum` is one where nothing of a term can follow; elsewhere it is a word to search for, as
    /// it was before there were sums.
    private func isClause() -> Bool {
        guard let token = tokens.first, let clause = Clause(token) else { return false }
        guard clause == .sum, let next = tokens.dropFirst().first else { return clause != .sum || depth == 0 }
        return Clause(next) != nil
    }

    private mutating func read(_ clause: Clause, _ token: Token, into query: inout ShowQuery) throws(Diagnostic) {
        switch clause {
        case .by:
            repeat {
                let descending = tokens.first?.kind == .minus
                if descending { tokens.removeFirst() }
                for field in try names(after: token, "the field to sort by") {
                    query.order.append((field, descending))
                }
            } while tokens.first?.kind == .minus
        case .with: query.columns += try names(after: token, "the fields to show")
        case .count:
            guard let by = tokens.popFirst(), by.isWord("by") else { throw .missingWord("by FIELD", after: token) }
            guard let field = tokens.popFirst(), field.kind == .word else {
                throw .missingWord("the field to count by", after: by)
            }
            query.tally = Tally(.count, token, by: field)
        case .sum:
            guard let by = tokens.first, by.isWord("by") else {
                query.tally = Tally(.sum, token, by: nil)
                return
            }
            tokens.removeFirst()
            guard let field = tokens.popFirst(), field.kind == .word else {
                throw .missingWord("the field to add up by", after: by)
            }
            query.tally = Tally(.sum, token, by: field)
        case .as:
            guard let format = tokens.popFirst(), format.kind == .word else {
                throw .missingWord("a format", after: token)
            }
            query.format = format
        case .limit:
            guard let number = tokens.popFirst() else { throw .missingWord("a number", after: token) }
            guard let limit = Int(number.text), limit > 0 else { throw .notANumber(number) }
            query.limit = limit
        }
    }

    /// The names of a word such as `when,actor`, each with its own place.
    private mutating func names(after token: Token, _ what: String) throws(Diagnostic) -> [Token] {
        guard let word = tokens.popFirst(), word.kind == .word else { throw .missingWord(what, after: token) }
        var offset = 0
        var names: [Token] = []
        for part in word.text.split(separator: ",", omittingEmptySubsequences: false) {
            let place = word.place.part(offset..<(offset + part.utf8.count))
            if part.isEmpty { throw .missingWord(what, after: word) }
            names.append(Token(wordAt: place))
            offset += part.utf8.count + 1
        }
        return names
    }
}

extension Query {
    /// Whether one of several terms must hold.
    fileprivate var isAny: Bool {
        if case .any = self { true } else { false }
    }

    /// The query with the kinds that its alternatives begin with, as in `events #troops or claims`; nil where one begins with
    /// something else.
    fileprivate var withKinds: Query? {
        switch self {
        case .any(let alternatives):
            let kinds = alternatives.compactMap(\.withKinds)
            return kinds.count == alternatives.count ? .any(kinds) : nil
        case .all(let terms):
            guard let kind = terms.first?.withKinds else { return nil }
            return .all([kind] + terms.dropFirst())
        case .text(let token):
            return token.kind == .word ? Kind(word: token.text).map { .kind($0) } : nil
        case .kind: return self
        case .not, .tag, .field: return nil
        }
    }
}

extension Diagnostic {
    static func unexpectedWord(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unexpectedWord, "'\(token.place.text)' is not allowed here", at: token.place,
            expectation: "by FIELD, with FIELD,…, limit N, count by FIELD, sum by FIELD or as FORMAT",
            notes: ["put all terms of the query before these"])
    }

    fileprivate static func standpointInQuery(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unexpectedWord, "'\(token.text)' is not allowed here", at: token.place,
            expectation: "'\(token.text)' in 'show' or 'export', outside parentheses",
            notes: ["put words to search for in quotation marks"])
    }

    fileprivate static func nestedTooDeep(_ token: Token, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .nestedTooDeep, "the query is nested more than \(limit) deep", at: token.place,
            expectation: "fewer parentheses and minus signs inside one another")
    }

    fileprivate static func missingTerm(after token: Token) -> Diagnostic {
        Diagnostic(
            .missingTerm, "a term is missing after '\(token.place.text)'", at: token.place.end,
            expectation: #"a #tag, "text", FIELD:VALUE or ( … )"#)
    }

    fileprivate static func missingTerm(before token: Token) -> Diagnostic {
        Diagnostic(
            .missingTerm, "a term is missing before '\(token.place.text)'", at: token.place,
            expectation: #"a #tag, "text", FIELD:VALUE or ( … )"#)
    }

    fileprivate static func assignmentInQuery(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .assignmentInQuery, "'\(field.comparison.text)' changes a field and cannot be used in a query",
            at: token.place,
            suggestion: field.name + ":" + (field.value?.place.text ?? ""))
    }

    /// A word that is missing behind a token.
    public static func missingWord(_ what: String, after token: Token) -> Diagnostic {
        Diagnostic(.missingWord, "\(what) is missing after '\(token.place.text)'", at: token.place.end)
    }

    /// The error of an option that needs an argument beside it.
    public static func missingWord(_ what: String, before option: Token) -> Diagnostic {
        Diagnostic(.missingWord, "'--\(option.text)' needs \(what)", at: option.place)
    }

    /// A token that should be a whole number.
    public static func notANumber(_ token: Token) -> Diagnostic {
        Diagnostic(
            .notANumber, "'\(token.text)' is not a count", at: token.place, expectation: "a whole number, 1 or more")
    }
}
