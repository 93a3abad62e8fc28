import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("reading queries") struct QueryParserTests {
    private func parse(_ text: String) throws(Diagnostic) -> ShowQuery {
        var lexer = Lexer(SourceText("show " + text))
        let tokens = try lexer.nextCommand() ?? []
        return try QueryParser.parse(tokens.dropFirst(), after: tokens[0])
    }

    private func brief(_ query: Query) -> String {
        switch query {
        case .all(let terms): "[" + terms.map(brief).joined(separator: " ") + "]"
        case .any(let terms): "{" + terms.map(brief).joined(separator: " ") + "}"
        case .not(let term): "-" + brief(term)
        case .text(let token), .tag(let token), .field(let token, _): token.brief
        case .kind(let kind): "kind:" + kind.rawValue
        }
    }

    @Test(
        "terms side by side must all hold, or binds less, - and parentheses most",
        arguments: [
            ("events", "[]"), ("events #a", "#a"), ("events #a #b", "[#a #b]"), ("#a or #b", "{#a #b}"),
            ("#a #b or #c #d", "{[#a #b] [#c #d]}"),
            ("#a or #b or #c", "{#a #b #c}"), ("-#a", "-#a"), ("-#a #b", "[-#a #b]"), ("#a (#b or #c)", "[#a {#b #c}]"),
            ("-(#a #b)", "-[#a #b]"),
            ("((#a))", "#a"), ("events actor:nis \"two words\" word", "[actor:nis \"two words\" word]"),
            ("-has:quote or quantity>1", "{-has:quote quantity>1}"),
            ("\"or\" \"by\"", "[\"or\" \"by\"]"), ("event event", "event"), ("-\"x\" -y:z", "[-\"x\" -y:z]"),
            ("events or claims", "{kind:event kind:claim}"), ("(events or claims)", "{kind:event kind:claim}"),
            ("(events #a) or (claims #b)", "{[kind:event #a] [kind:claim #b]}"), ("(claims)", "kind:claim"),
            ("#a (events or claims)", "[#a {kind:event kind:claim}]"), ("#a (events)", "[#a events]"),
            ("(source or origin)", "{source origin}"), ("events (claims or notes)", "{claims notes}"),
            ("(\"events\" or claims)", "{\"events\" claims}"), ("sum of all", "[sum of all]"),
            ("(lump sum) #a", "[[lump sum] #a]"), ("sum or #a", "{sum #a}"),
        ])
    func terms(text: String, tree: String) throws {
        #expect(brief(try parse(text).query) == tree)
    }

    @Test("clauses follow the terms, in any order")
    func clauses() throws {
        let query = try parse("events #a limit 5 by -when,title -actor with id,when as csv")
        #expect(query.kind == .event && query.kindPlace?.text == "events")
        #expect(query.order.map { ($0.descending ? "-" : "") + $0.field.text } == ["-when", "-title", "-actor"])
        #expect(query.columns.map(\.text) == ["id", "when"] && query.columns[1].place.text == "when")
        #expect(query.limit == 5 && query.format?.text == "csv" && query.tally == nil)
        #expect(try parse("claims count by speaker").tally?.by?.text == "speaker")
        #expect(try parse("events sum by month as csv").tally?.by?.text == "month")
        #expect(try parse("events sum").tally?.measure == .sum && parse("sum limit 1").tally?.by == nil)
        #expect(try parse("#a").kind == nil)
    }

    @Test(
        "what is no query is an error at its place",
        arguments: [
            ("#a or", Diagnostic.Code.missingTerm, ""), ("or #a", .missingTerm, "or"),
            ("events or #a", .missingTerm, "or"), ("()", .missingTerm, ""),
            ("(or #a)", .missingTerm, "or"), ("#a or or #b", .missingTerm, ""),
            ("events by", .missingWord, ""), ("events with a,,b", .missingWord, ""), ("events count", .missingWord, ""),
            ("events count on x", .missingWord, ""), ("events count by", .missingWord, ""),
            ("events sum by", .missingWord, ""), ("events sum by month #a", .unexpectedWord, "#a"),
            ("events as", .missingWord, ""), ("events limit", .missingWord, ""),
            ("events limit x", .notANumber, "x"), ("events limit -1", .notANumber, "-1"),
            ("events limit 1 #a", .unexpectedWord, "#a"),
            ("events a+=b", .assignmentInQuery, "a+=b"), ("events a-=b", .assignmentInQuery, "a-=b"),
            ("events --fast", .unexpectedWord, "--fast"),
        ])
    func errors(text: String, rule: Diagnostic.Code, fault: String) {
        do throws(Diagnostic) {
            _ = try parse(text)
            Issue.record("no error: \(text)")
        } catch {
            #expect(error.code == rule && error.place.text == fault, "\(text): \(error.code) '\(error.place.text)'")
        }
    }
}
