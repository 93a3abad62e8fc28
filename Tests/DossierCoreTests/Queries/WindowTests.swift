import TestSupport
import Testing

@testable import DossierCore

@Suite("windows of time") struct WindowTests {
    /// A query of terms about time, with all that joins them.
    private static func query(depth: Int, _ random: inout SplitMix64) -> String {
        let time = random.oneIn(2) ? SampleValues.times.randomElement(using: &random) ?? "2024" : day(&random)
        switch depth == 0 ? random.below(5) : random.below(9) {
        case 0, 1: return "when:\"\(time)\""
        case 2: return "when=\"\(time)\""
        case 3: return "when\(["<", "<=", ">", ">="][random.below(4)])\"\(time)\""
        case 4: return ["#odd", "has:when", "during:\"\(time)\""][random.below(3)]
        case 5: return "-(" + query(depth: depth - 1, &random) + ")"
        case 6: return "(" + query(depth: depth - 1, &random) + " or " + query(depth: depth - 1, &random) + ")"
        default: return query(depth: depth - 1, &random) + " " + query(depth: depth - 1, &random)
        }
    }

    private static func day(_ random: inout SplitMix64) -> String {
        let month = Day.padded(random.pick(9...11), to: 2)
        let day = "2024-\(month)-\(Day.padded(random.pick(1...28), to: 2))"
        switch random.below(6) {
        case 0: return "2024-" + month
        case 1: return "../" + day
        case 2: return day + "/.."
        case 3: return "2024-08-30/" + day
        default: return day
        }
    }

    private static func command(_ number: Int, _ random: inout SplitMix64) -> String {
        let time = random.oneIn(2) ? SampleValues.times.randomElement(using: &random) ?? "2024" : day(&random)
        switch random.below(12) {
        case 0 where number > 0: return "set e\(random.pick(1...number)) when=" + time
        case 1 where number > 0: return "set e\(random.pick(1...number)) when="
        case 2 where number > 0: return "drop e\(random.pick(1...number))"
        case 3: return "undo"
        case 4: return "add event \"Undated\""
        default: return "add event \(time) \"\(number)\"" + (random.oneIn(2) ? " #odd" : "")
        }
    }

    /// Every record for which the condition holds, found without a window.
    private static func answers(_ query: ShowQuery, in context: Context) throws(Diagnostic) -> [String] {
        let condition = try ConditionCompiler(context: context, kind: query.kind).compile(query.query)
        return context.session.records.filter { query.kind == nil || $0.kind == query.kind }.compactMap { record in
            let certainty = condition.holds(record, in: context.session)
            return certainty == .no ? nil : "\(record.id) \(certainty)"
        }
    }

    @Test("no record that answers lies outside the window, whatever is joined", arguments: Seeds.some)
    func complete(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let notebook = try TestNotebook()
        for number in 0..<60 { _ = notebook.failure(Self.command(number, &random)) }
        let context = notebook.context
        var windows = 0
        for _ in 0..<60 {
            let text = "show " + (random.oneIn(2) ? "events " : "") + Self.query(depth: 3, &random)
            var lexer = Lexer(SourceText(text))
            let tokens = try #require(try lexer.nextCommand())
            let query = try QueryParser.parse(tokens.dropFirst(), after: tokens[0])
            let rows = try QueryEvaluation(query, context: context).rows().map { "\($0.record.id) \($0.certainty)" }
            #expect(rows == (try Self.answers(query, in: context)), "seed \(seed): \(text)")
            if try ConditionCompiler(context: context, kind: query.kind).compile(query.query).window != nil {
                windows += 1
            }
        }
        #expect(windows > 10, "the queries have too few windows")
    }

    @Test("terms side by side narrow the window; or, - and an order open it")
    func windows() throws {
        let october = try When("2024-10")
        let week = try When("2024-10-07/2024-10-13")
        let year = try When("2025")
        func matches(_ when: When) -> Condition { .when(.when, .matches, when) }
        #expect(matches(october).window == october.secondsRange)
        #expect(Condition.when(.when, .equal, week).window == week.secondsRange)
        #expect(Condition.all([matches(october), .tag("a"), matches(week)]).window == week.secondsRange)
        #expect(Condition.all([.all([matches(week)]), matches(october)]).window == week.secondsRange)
        #expect(Condition.all([]).window == nil && Condition.all([.tag("a")]).window == nil)
        #expect(Condition.any([matches(october), matches(week)]).window == nil)
        #expect(Condition.not(matches(october)).window == nil)
        #expect(Condition.when(.when, .less, october).window == nil)
        #expect(Condition.when(.said, .matches, october).window == nil)
        let apart = try #require(Condition.all([matches(october), matches(year)]).window)
        #expect(apart == year.secondsRange.lowerBound...year.secondsRange.lowerBound)
        let open = try When("../2024-10")
        #expect(matches(open).window?.lowerBound == Int.min)
    }

    @Test("a time that reaches over two periods answers a question for both")
    func bothPeriods() throws {
        let notebook = try TestNotebook(setting: [
            "add event e1 [2024-01..2024-12] \"Some day of the year\"", "add event e2 2024-02-03 \"February\"",
        ])
        #expect(try notebook.found("events when:2024-02 when:2024-10") == "e1?")
        #expect(try notebook.found("events when:2024-10 when:2024-02") == "e1?")
    }
}
