import DossierModel

/// Tells the parts of a command apart and checks them against the signature of its verb.
public struct CallParser: Sendable {
    /// The verb.
    public let name: String
    /// What the verb takes.
    public let signature: Signature

    /// Makes a parser for a verb.
    public init(name: String, signature: Signature) {
        self.name = name
        self.signature = signature
    }

    /// Makes the call of a command's tokens, the first of which is the verb.
    public func parse(_ tokens: Tokens) throws(Diagnostic) -> Call {
        var order = PartOrder()
        /// Where the parentheses that are open stand.
        var open: [Int] = []
        var count = 0
        var excess: Int?
        for index in 1..<max(1, tokens.count) {
            let shape = tokens.shape(index)
            let isPlain = shape.kind == .word || shape.kind == .string
            let part = isPlain ? .arguments : try part(of: shape, index, in: tokens, isInParentheses: !open.isEmpty)
            order.add(part, at: index)
            if part == .arguments, open.isEmpty, shape.kind != .close {
                if count == signature.limit { excess = index }
                count += 1
            }
            if !isPlain, part == .arguments { try follow(shape.kind, at: index, in: tokens, &open) }
        }
        if let unclosed = open.last { throw .unclosedParenthesis(tokens[unclosed]) }
        let call = order.call(of: tokens)
        if signature.isQuery { return call }
        if let excess { throw .tooManyArguments(tokens[excess], usage: usage, takesText: signature.tail != nil) }
        if count < signature.needed {
            let needed = signature.arguments.filter(\.isNeeded)
            if let first = call.arguments.first, lacksFirst(first, needed) {
                throw .missingArgument(needed[0], after: call.verb, usage: usage)
            }
            throw .missingArgument(needed[count], after: call.arguments.last ?? call.verb, usage: usage)
        }
        return call
    }

    /// Opens and closes parentheses.
    @inline(never)
    private func follow(_ kind: Token.Kind, at index: Int, in tokens: Tokens, _ open: inout [Int]) throws(Diagnostic) {
        if kind == .open { open.append(index) }
        if kind == .close, open.popLast() == nil { throw .unopenedParenthesis(tokens[index]) }
    }

    /// The part of the call that a token belongs to.
    @inline(never)
    private func part(
        of shape: Token.Shape, _ index: Int, in tokens: Tokens, isInParentheses: Bool
    ) throws(Diagnostic) -> Call.Part {
        let isTerm = isInParentheses || signature.isQuery
        switch shape.kind {
        case .word, .string, .minus, .open, .close: return .arguments
        case .field where isTerm && !isSetting(tokens[index]): return .arguments
        case .field:
            switch (signature.fields, shape.comparison) {
            case (.none, _): throw .unexpectedField(tokens[index], verb: name, usage: usage)
            case (_, .equal), (_, .add), (.ofKind(changing: true), .remove): return .fields
            case (_, .remove): throw .nothingToRemove(tokens[index])
            default: throw .wrongOperator(tokens[index])
            }
        case .tag where isTerm: return .arguments
        case .tag where signature.acceptsTags: return .tags
        case .tag: throw .unexpectedTag(tokens[index], verb: name, usage: usage)
        case .option:
            try check(option: tokens[index])
            return .options
        case .tail where signature.tail != nil: return .tail
        case .tail: throw .unexpectedTail(tokens[index], verb: name, usage: usage)
        }
    }

    private func isSetting(_ token: Token) -> Bool {
        guard case .named(let settings) = signature.fields, token.shape.comparison == .equal else { return false }
        return settings().contains { $0.name.text == token.text }
    }

    private func check(option token: Token) throws(Diagnostic) {
        guard signature.options.contains(where: { $0.name == token.text }) else {
            throw .unknownOption(token, verb: name, known: signature.options.map { "--" + $0.name })
        }
    }

    /// Whether the first word is what belongs in the second place, a relation.
    private func lacksFirst(_ first: Token, _ needed: [Signature.Argument]) -> Bool {
        guard needed.count > 1, needed[1].content == .relation, first.kind == .word else { return false }
        return Relation.shipped.contains { $0.name == first.text || $0.inverse == first.text }
    }

    private var usage: String { signature.usage.isEmpty ? name : name + " " + signature.usage }
}

extension Diagnostic {
    fileprivate static func unopenedParenthesis(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unopenedParenthesis, "no open parenthesis matches this one", at: token.place,
            expectation: "an opening ( before it")
    }

    fileprivate static func unexpectedTag(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedTag, "'\(verb)' does not accept tags", at: token.place, expectation: usage)
    }

    fileprivate static func unexpectedTail(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedTail, "'\(verb)' does not accept text after --", at: token.place, expectation: usage)
    }

    fileprivate static func unexpectedField(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedField, "'\(verb)' does not accept fields", at: token.place, expectation: usage)
    }

    fileprivate static func unknownOption(_ token: Token, verb: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownOption, "'\(verb)' has no option '--\(token.text)'", at: token.place,
            expectation: known.isEmpty ? "no options" : known.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: "--" + token.text, among: known))
    }

    fileprivate static func wrongOperator(_ field: Token) -> Diagnostic {
        let value = field.field?.value?.place.text ?? ""
        let comparison = field.shape.comparison
        let isAddress = comparison == .matches && value.utf8.starts(with: "//".utf8)
        return Diagnostic(
            .wrongOperator, "'\(comparison.text)' is for queries; use '=' to set a field", at: field.place,
            suggestion: isAddress ? "url=" + field.place.text : field.text + "=" + value)
    }

    fileprivate static func nothingToRemove(_ field: Token) -> Diagnostic {
        Diagnostic(
            .wrongOperator, "a new record has no values to remove", at: field.place,
            expectation: "\(field.text)=VALUE, or 'set' on an existing record")
    }

    fileprivate static func tooManyArguments(_ token: Token, usage: String, takesText: Bool) -> Diagnostic {
        Diagnostic(
            .tooManyArguments, "too many words", at: token.place, expectation: usage,
            notes: takesText ? ["put text with spaces in quotation marks, or after --"] : [])
    }

    /// An argument that is missing behind a token.
    public static func missingArgument(_ argument: Signature.Argument, after token: Token, usage: String) -> Diagnostic
    {
        Diagnostic(
            .missingArgument, "\(argument.name) is missing: \(argument.summary)", at: token.place.end,
            expectation: usage)
    }
}
