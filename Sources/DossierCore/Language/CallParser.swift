/// Tells the parts of a command apart and checks them against the signature of its verb.
struct CallParser {
    let name: String
    let signature: Signature

    /// Makes the call of a command's tokens, the first of which is the verb.
    func parse(_ tokens: [Token]) throws(Diagnostic) -> Call {
        var arguments: [Token] = []
        var fields: [Token] = []
        var tags: [Token] = []
        var options: [Token] = []
        var tail: Token?
        var open: [Token] = []
        arguments.reserveCapacity(tokens.count)
        fields.reserveCapacity(tokens.count)
        for token in tokens.dropFirst() {
            let isTerm = signature.isQuery || !open.isEmpty
            switch token.kind {
            case .word, .string, .minus: arguments.append(token)
            case .open:
                open.append(token)
                arguments.append(token)
            case .close:
                if open.popLast() == nil { throw .unopenedParenthesis(token) }
                arguments.append(token)
            case .field where isTerm && !isSetting(token): arguments.append(token)
            case .field: fields.append(try checked(field: token))
            case .tag where isTerm: arguments.append(token)
            case .tag where signature.acceptsTags: tags.append(token)
            case .tag: throw .unexpectedTag(token, verb: name, usage: usage)
            case .option: options.append(try checked(option: token))
            case .tail where signature.tail != nil: tail = token
            case .tail: throw .unexpectedTail(token, verb: name, usage: usage)
            }
        }
        if let unclosed = open.last { throw .unclosedParenthesis(unclosed) }
        let last = tokens.last ?? tokens[0]
        let call = Call(
            verb: tokens[0], arguments: arguments, fields: fields, tags: tags, options: options, tail: tail,
            place: tokens[0].place.through(last.place))
        try checkCount(of: call)
        return call
    }

    private func isSetting(_ token: Token) -> Bool {
        guard case .named(let fields) = signature.fields, let field = token.field, field.comparison == .equal else {
            return false
        }
        return fields.contains { $0.name.text == field.name }
    }

    private func checked(field token: Token) throws(Diagnostic) -> Token {
        guard let field = token.field else { return token }
        switch (signature.fields, field.comparison) {
        case (.none, _): throw .unexpectedField(token, verb: name, usage: usage)
        case (_, .equal), (_, .add), (.ofKind(changing: true), .remove): return token
        case (_, .remove): throw .nothingToRemove(token, field)
        default: throw .wrongOperator(token, field)
        }
    }

    private func checked(option token: Token) throws(Diagnostic) -> Token {
        guard signature.options.contains(where: { $0.name == token.text }) else {
            throw .unknownOption(token, verb: name, known: signature.options.map { "--" + $0.name })
        }
        return token
    }

    private func checkCount(of call: Call) throws(Diagnostic) {
        if signature.isQuery { return }
        var count = 0
        var depth = 0
        for token in call.arguments {
            if depth == 0, token.kind != .close { count += 1 }
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            if let limit = signature.limit, count > limit {
                throw .tooManyArguments(token, usage: usage, takesText: signature.tail != nil)
            }
        }
        let needed = signature.arguments.lazy.filter { $0.count == .one || $0.count == .oneOrMore }
        if let missing = needed.dropFirst(count).first {
            throw .missingArgument(missing, after: call.arguments.last ?? call.verb, usage: usage)
        }
    }

    private var usage: String { signature.usage.isEmpty ? name : name + " " + signature.usage }
}

extension Diagnostic {
    fileprivate static func unopenedParenthesis(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unopenedParenthesis, "no parenthesis is open that this could close", at: token.place,
            expectation: "a ( before it")
    }

    fileprivate static func unexpectedTag(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedTag, "'\(verb)' takes no tags", at: token.place, expectation: usage)
    }

    fileprivate static func unexpectedTail(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedTail, "'\(verb)' takes no text after --", at: token.place, expectation: usage)
    }

    fileprivate static func unexpectedField(_ token: Token, verb: String, usage: String) -> Diagnostic {
        Diagnostic(.unexpectedField, "'\(verb)' takes no fields", at: token.place, expectation: usage)
    }

    fileprivate static func unknownOption(_ token: Token, verb: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownOption, "'\(verb)' has no option '--\(token.text)'", at: token.place,
            expectation: known.isEmpty ? "no options" : known.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: "--" + token.text, among: known))
    }

    fileprivate static func wrongOperator(_ token: Token, _ field: Token.Field) -> Diagnostic {
        let value = field.value?.place.text ?? ""
        let isAddress = field.comparison == .matches && value.utf8.starts(with: "//".utf8)
        return Diagnostic(
            .wrongOperator, "a field is given with '='; '\(field.comparison.rawValue)' asks in a query",
            at: token.place,
            suggestion: isAddress ? "url=" + token.place.text : field.name + "=" + value)
    }

    fileprivate static func nothingToRemove(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .wrongOperator, "there is nothing to take away from a record that is new", at: token.place,
            expectation: "\(field.name)=VALUE, or 'set' on the record that is meant")
    }

    fileprivate static func tooManyArguments(_ token: Token, usage: String, takesText: Bool) -> Diagnostic {
        Diagnostic(
            .tooManyArguments, "one word too many", at: token.place, expectation: usage,
            notes: takesText ? ["text with spaces stands in quotation marks, or after --"] : [])
    }

    static func missingArgument(_ argument: Signature.Argument, after token: Token, usage: String) -> Diagnostic {
        Diagnostic(
            .missingArgument, "\(argument.name) is missing: \(argument.summary)", at: token.place.end,
            expectation: usage)
    }
}
