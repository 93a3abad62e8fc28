import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierTime

@Suite("Times in words")
struct WhenWordsTests {
    @Test("each rule of the table gives the EDTF that it promises", arguments: WhenWords.rules)
    func rules(rule: WhenWords.Rule) throws {
        let when = try When.interpret(rule.words, asOf: try rule.asOf.map { text throws(ValueError) in try When(text) })
        #expect(when.text == rule.result, "\(rule.name): \(rule.words)")
    }

    @Test(
        "a rule that needs an as-of says so where there is none", arguments: WhenWords.rules.filter { $0.asOf != nil })
    func missing(rule: WhenWords.Rule) {
        let error = #expect(throws: ValueError.self) { try When.interpret(rule.words, asOf: nil) }
        #expect(error?.problem.contains("relative to a date") ?? false, "\(error?.problem ?? "")")
        #expect(error?.expectation?.contains("as-of=DATE") ?? false)
    }

    @Test("what is ambiguous is an error that lists the readings", arguments: WhenWords.ambiguities)
    func ambiguities(ambiguity: WhenWords.Ambiguity) throws {
        let asOf = try ambiguity.asOf.map { text throws(ValueError) in try When(text) }
        let error = #expect(throws: ValueError.self) { try When.interpret(ambiguity.words, asOf: asOf) }
        for reading in ambiguity.readings {
            #expect(error?.problem.contains(reading) ?? false, "\(error?.problem ?? "")")
            #expect(throws: Never.self) { try When(reading) }
        }
    }
}

@Suite("Words and the date they are read against")
struct WhenInterpretTests {
    @Test(
        "an as-of that is less precise is used as far as it goes",
        arguments: [
            ("last year", "2024-10", "2023"), ("October 21", "2024-10", "2024-10-21"),
            ("last June", "2024-10", "2024-06"),
            ("this decade", "Y12345", "[Y12340..Y12349]"), ("a century ago", "Y12345", "Y12245~"),
            ("yesterday", "2024-10-22~", "2024-10-21~"), ("last year", "2024-10-22~", "2023"),
            ("yesterday", "2024-10-22?", "2024-10-21?"),
            ("on Monday", "2024-10-22%", "2024-10-21%"), ("this year", "2024-10-08/2024-10-13", "2024"),
            ("yesterday", "2024-10-22T23:30:00-02", "2024-10-21"),
        ])
    func precision(words: String, asOf: String, result: String) throws {
        #expect(try When.interpret(words, asOf: When(asOf)).text == result)
    }

    @Test(
        "words that depend on what the as-of leaves open are an error",
        arguments: [
            ("yesterday", "2024-10"), ("on Monday", "2024"), ("last month", "2024"), ("yesterday", "2024-10/.."),
            ("yesterday", "2024-10/"),
        ])
    func imprecise(words: String, asOf: String) throws {
        let error = try #require(throws: ValueError.self) { try When.interpret(words, asOf: When(asOf)) }
        #expect(error.problem.contains(asOf))
    }

    @Test(
        "words that are not understood are named, with the nearest that are",
        arguments: [
            ("21 Ocotber 2024", 3..<10, "21 October 2024"), ("last Ocotber", 5..<12, "last October"),
            ("on Wendesday", 3..<12, "on Wednesday"),
            ("21 October 2024 foo", 16..<19, nil), ("Michaelmas", 0..<10, nil), ("10월 21일", 0..<5, nil),
        ])
    func unknown(words: String, range: Range<Int>, suggestion: String?) throws {
        let error = try #require(throws: ValueError.self) { try When.interpret(words, asOf: nil) }
        #expect(error.range == range)
        #expect(error.suggestion == suggestion)
    }

    @Test(
        "days that are not in the calendar, and ranges that run backwards, are errors",
        arguments: [
            "30 February 2024", "31 June 2024", "Tuesday 21 October 2024", "between 13 and 8 October 2024",
            "from 2024 to 2020", "the night of October 2024", "0 weeks to 8 October 2024",
            "a few days before 8 October 2024",
            "3 weeks before October 2024", "between",
            "from", "between 8 October", "8 to",
            "between since 2020 and 2022", "14:30", "early early October 2024", "late early 2023", "early mid-1990s",
            "the first half of early 2024", "early in the first nine months of 2024", "14:30-05:00 on 8 October 2024",
            "from 8 October 2024 to 2 am", "Monday Monday", "until at least 2026", "32 October 2024", "winter 2024-26",
            "the 999th century",
        ])
    func wrong(words: String) {
        #expect(throws: ValueError.self) { try When.interpret(words, asOf: nil) }
    }

    @Test(
        "letter case, articles, commas and dashes do not matter",
        arguments: [
            "8-13 OCTOBER 2024", "8 – 13 october, 2024", "October 8–13, 2024",
            "from the 8th to the 13th of October 2024", "Oct. 8 to Oct. 13, 2024", "8 Oct until 13 Oct 2024",
        ])
    func variants(words: String) throws {
        #expect(try When.interpret(words, asOf: nil).text == "2024-10-08/2024-10-13")
    }

    @Test("EDTF goes through as it is, without the space around it")
    func edtf() throws {
        #expect(try When.interpret(" 2024-10-08/2024-10-13\n", asOf: nil).text == "2024-10-08/2024-10-13")
        let error = try #require(throws: ValueError.self) { try When.interpret("2024-13", asOf: nil) }
        #expect(error.problem == "there is no month 13")
    }

    @Test("whatever an analyst's words mean is EDTF with bounds around its as-of", arguments: [11] as [UInt64])
    func everyDay(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for rule in WhenWords.rules where rule.asOf != nil {
            for _ in 0..<8 {
                let asOf = try When(Day(number: random.pick(-40_000...40_000)).description)
                do throws(ValueError) {
                    let when = try When.interpret(rule.words, asOf: asOf)
                    #expect(try When(when.text) == when)
                } catch {
                    #expect(
                        error.problem.contains(" can mean ") || error.problem.contains("no such "),
                        "seed \(seed): \(rule.words) as of \(asOf): \(error.problem)")
                }
            }
        }
    }
}
