import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierModel

@Suite("calls and signatures") struct CallParserTests {
    private static let whole = Signature(
        [.init("ONE", .reference, .one, "the first"), .init("MORE", .reference, .oneOrMore, "the others")],
        fields: .ofKind(changing: true), tags: true, options: [.init("fast", "at once")], tail: "why")
    private static let bare = Signature([.init("N", .number, .optional, "how many")])
    private static let query = Signature(
        [.init("QUERY", .query, .any, "terms")],
        fields: .named { [FieldDefinition(FieldName("depth"), .text, "how deep")] }, isQuery: true)

    private func call(_ text: String, _ signature: Signature) throws(Diagnostic) -> Call {
        var lexer = Lexer(SourceText(text))
        return try CallParser(name: "verb", signature: signature).parse(try lexer.nextCommand() ?? [])
    }

    private func rule(_ text: String, _ signature: Signature) -> Diagnostic.Code? {
        do throws(Diagnostic) {
            _ = try call(text, signature)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("the parts of a command are told apart, in any order")
    func parts() throws {
        let call = try call("verb a #t x=1 --fast (events #u y:2) \"b\" x+=2 -- why not", Self.whole)
        #expect(call.verb.text == "verb")
        #expect(call.arguments.map(\.brief) == ["a", "(", "events", "#u", "y:2", ")", "\"b\""])
        #expect(call.fields.map(\.brief) == ["x=1", "x+=2"])
        #expect(call.tags.map(\.brief) == ["#t"])
        #expect(call.options.map(\.brief) == ["--fast"])
        #expect(call.has("fast") && !call.has("slow"))
        #expect(call.tail?.text == "why not")
        #expect(call.place.text == "verb a #t x=1 --fast (events #u y:2) \"b\" x+=2 -- why not")
    }

    @Test("in a query fields, tags and parentheses are terms, but its settings are fields")
    func queryTerms() throws {
        let call = try call("verb events #t status=confirmed depth=2 (depth=3) -a:b", Self.query)
        #expect(call.arguments.map(\.brief) == ["events", "#t", "status=confirmed", "(", ")", "-", "a:b"])
        #expect(call.fields.map(\.brief) == ["depth=2", "depth=3"])
    }

    @Test(
        "a call that its signature does not allow is refused",
        arguments: [
            ("verb", Diagnostic.Code.missingArgument), ("verb a", .missingArgument), ("verb (a b c)", .missingArgument),
            ("verb a b --slow", .unknownOption), ("verb a b x:1", .wrongOperator), ("verb a b x>=1", .wrongOperator),
            ("verb a (b", .unclosedParenthesis), ("verb a b )", .unopenedParenthesis),
        ])
    func refused(text: String, rule: Diagnostic.Code) {
        #expect(self.rule(text, Self.whole) == rule)
    }

    @Test(
        "a verb without fields, tags and text takes none",
        arguments: [
            ("verb x=1", Diagnostic.Code.unexpectedField), ("verb #t", .unexpectedTag), ("verb -- t", .unexpectedTail),
            ("verb --fast", .unknownOption),
            ("verb 1 2", .tooManyArguments), ("verb )", .unopenedParenthesis), ("verb (", .unclosedParenthesis),
        ])
    func bareVerb(text: String, rule: Diagnostic.Code) {
        #expect(self.rule(text, Self.bare) == rule)
    }

    @Test("a parenthesis with all that stands in it counts as one argument")
    func parenthesesCount() throws {
        #expect(rule("verb a (b c d e) f", Self.whole) == nil)
        #expect(rule("verb (a b)", Self.bare) == nil)
        #expect(rule("verb (a) (b)", Self.bare) == .tooManyArguments)
    }

    @Test("taking away is for records that are there already")
    func takingAway() {
        #expect(rule("verb a b x-=1", Self.whole) == nil)
        #expect(rule("verb x-=1", Signature(fields: .ofKind(changing: false))) == .wrongOperator)
        #expect(rule("verb x+=1", Signature(fields: .of(.note))) == nil)
    }

    @Test("the usage says what is needed, what may be, and what repeats")
    func usage() {
        #expect(Self.whole.usage == "ONE MORE… FIELD=VALUE… [#TAG]… [--fast] [-- TEXT]")
        #expect(Self.bare.usage == "[N]" && Self.bare.limit == 1)
        #expect(Self.query.usage == "[QUERY]… [depth=VALUE]" && Self.query.limit == nil)
        #expect(Signature().usage.isEmpty && Signature().limit == 0)
        #expect(Signature(fields: .of(.link)).usage == "[FIELD=VALUE]…")
    }

    @Test("a part is counted from 0 and shares its indices with what is cut from it")
    func partsCountFromZero() throws {
        let call = try call("verb x=1 a #t (b) c x=2", Self.whole)
        #expect(call.arguments[0].text == "a" && call.arguments[3].text == ")" && call.fields[1].brief == "x=2")
        var rest = call.arguments[1...]
        #expect(rest.startIndex == 1 && rest[2].text == "b" && rest.popFirst()?.text == "(")
        #expect(rest[2].text == "b" && rest.dropLast().last?.text == ")" && rest.map(\.text) == ["b", ")", "c"])
        #expect(call.field("x")?.brief == "x=1" && call.field("xx") == nil && call.tail == nil)
        #expect(call.place.text == "verb x=1 a #t (b) c x=2")
    }

    @Test("every verb and every word for a kind is found by its bytes")
    func shortWords() throws {
        for command in CommandTable.all {
            let name = command.definition.name
            #expect(CommandTable.command(named: name).map { $0.definition.name } == name)
            #expect(CommandTable.command(named: name + "s") == nil && CommandTable.command(named: "") == nil)
        }
        for kind in Kind.listed { #expect(Kind(word: kind.rawValue) == kind && Kind(word: kind.plural) == kind) }
        for word in ["", "e", "\u{0}event", "event\u{0}", "session", "eventsss", "entitiess"] {
            #expect(Kind(word: word) == nil)
        }
    }

    @Test("a verb is found by its name, and no other word or text is one")
    func verbs() throws {
        let engine = try TestEngine()
        for text in ["ADD event", "\"undo\"", "x=1", "(undo)", "-undo", "--with-links", "-- text"] {
            #expect(engine.failure(text)?.code == .unknownVerb, "\(text)")
        }
    }
}
