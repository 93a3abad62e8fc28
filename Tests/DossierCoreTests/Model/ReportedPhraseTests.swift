import Testing

@testable import DossierTime

@Suite("Phrases of newspapers")
struct ReportedPhraseTests {
    private static let published = "2024-10-24"

    @Test(
        "each phrase means what a reader takes it for, or says why it has no one meaning", arguments: ReportedPhrase.all
    )
    func meanings(phrase: ReportedPhrase) throws {
        let asOf = try When(Self.published)
        switch phrase.meaning {
        case .read(let edtf): #expect(try When.interpret(phrase.words, asOf: asOf).text == edtf)
        case .several(let readings):
            let error = try #require(throws: ValueError.self) { try When.interpret(phrase.words, asOf: asOf) }
            #expect(error.problem.contains(" can mean "))
            for reading in readings { #expect(error.problem.contains(reading), "\(error.problem)") }
        case .refused(let problem):
            let error = try #require(throws: ValueError.self) { try When.interpret(phrase.words, asOf: asOf) }
            #expect(error.problem.contains(problem), "\(error.problem)")
        }
    }

    @Test(
        "what is forecast, due, demanded or expected lies ahead",
        arguments: [
            ("by Saturday", "[..2023-09-16]"), ("on Saturday", "2023-09-16"), ("in March", "2024-03"),
            ("in September", "2023-09"), ("in spring", "2024-21"), ("on the 5th", "2023-10-05"),
            ("Friday the 13th", "2023-10-13"), ("since March", "2023-03/.."), ("at Christmas", "2023-12-25"),
        ])
    func ahead(words: String, edtf: String) throws {
        #expect(try When.interpret(words, asOf: When("2023-09-13"), aim: .ahead).text == edtf)
    }

    @Test("words are refused for the reason that the table gives", arguments: WhenWords.refusals)
    func refusals(refusal: WhenWords.Refusal) throws {
        let error = try #require(throws: ValueError.self) {
            try When.interpret(refusal.words, asOf: When(Self.published))
        }
        #expect(error.problem.contains(refusal.problem), "\(error.problem)")
        #expect(error.expectation != nil)
    }

    /// Words that are refused for some reason or other.
    private static let faults: [String] =
        ReportedPhrase.all.map(\.words) + WhenWords.refusals.map(\.words) + WhenWords.ambiguities.map(\.words)
        + [
            "21 Ocotber 2024", "last Ocotber", "on Wendesday", "yesterdya", "21 October 2024 foo", "30 February 2024",
            "between 8 October", "week 54 of 2024", "the 999th century", "14:30 IST on 8 October 2024", "at midnight",
            "a few days before 8 October 2024", "3 weeks before October 2024", "shortly before 8 October 2024",
            "the first week of the 1990s in May", "12/10/24", "Tuesday 21 October 2024", "[2024-10-21..2024-10]",
            "[1744..1749-03,1957-10]", "early October and late November 2024", "before dawn on 2024", "on", "2024-13",
            "2024-02-30", "8.10.2024", "October 8, 9", "between 13 and 8 October 2024", "from 2024 to 2020",
        ]

    @Test("each suggestion and each example of an error can be read", arguments: faults)
    func advice(words: String) throws {
        let asOf = try When(Self.published)
        do throws(ValueError) {
            _ = try When.interpret(words, asOf: asOf)
        } catch {
            if let suggestion = error.suggestion {
                #expect(throws: Never.self, "\(words): \(suggestion)") { try When.interpret(suggestion, asOf: asOf) }
            }
            let quoted = (error.expectation ?? "").split(separator: "'", omittingEmptySubsequences: false)
            for (index, example) in quoted.enumerated() where index % 2 == 1 && example != "or" {
                #expect(throws: Never.self, "\(words): \(example)") { try When.interpret(String(example), asOf: asOf) }
            }
            if let list = error.problem.components(after: " can mean ") {
                for reading in list.split(separator: " or ") {
                    let edtf = reading.prefix { $0 != " " }
                    #expect(throws: Never.self, "\(words): \(edtf)") { try When(String(edtf)) }
                }
            }
        }
    }

    @Test(
        "a suggestion that rewrites a date has the same days",
        arguments: [
            ("[2024-10-21..2024-10]", "2024-10-21", "2024-10-31"),
            ("[1744..1749-03,1957-10]", "1744-01-01", "1957-10-31"),
        ])
    func sameDays(text: String, first: String, last: String) throws {
        let error = try #require(throws: ValueError.self) { try When.interpret(text, asOf: nil) }
        let when = try When.interpret(#require(error.suggestion), asOf: nil)
        #expect(when.earliestDay == first && when.latestDay == last)
        #expect(try When(text).earliestDay == first, "sessions hold such ranges")
    }

    @Test("an error names the first word that is not understood")
    func firstWord() throws {
        let error = try #require(throws: ValueError.self) {
            try When.interpret("the spring of nineteen seventy eight", asOf: nil)
        }
        #expect(error.problem.contains("'nineteen'"))
    }
}

extension String {
    /// What stands after some words in it.
    fileprivate func components(after words: String) -> String? {
        guard let range = firstRange(of: words) else { return nil }
        return String(self[range.upperBound...])
    }
}
