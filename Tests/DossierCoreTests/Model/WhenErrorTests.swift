import DossierCore
import Testing

@Suite("Errors of times")
struct WhenErrorTests {
    @Test(
        "an error names the problem, and the nearest text that would be right",
        arguments: [
            ("2024-13", "there is no month 13", "2024-12"), ("2024-13-05", "there is no month 13", "2024-05-13"),
            ("2024-02-30", "February 2024 has 29 days", "2024-02-29"),
            ("2024-06-31~", "June 2024 has 30 days", "2024-06-30~"),
            ("2024/10/08", "a date has hyphens between its parts", "2024-10-08"),
            ("21.10.2024", "a date begins with its year", "2024-10-21"),
            ("10/21/2024", "a date begins with its year", "2024-10-21"),
            ("2024-1-5", "a month and a day have two digits", "2024-01-05"),
            ("2024-1", "a month has two digits", "2024-01"),
            ("20241021", "a date has hyphens between its parts", "2024-10-21"),
            ("10/2024", "a month is written after its year, with a hyphen", "2024-10"),
            ("2020-2022", "an interval has a '/' between its ends", "2020/2022"),
            ("1914–18", "an interval has a '/' between its ends", "1914/1918"),
            ("199u", "'199u' is not written as EDTF has it", "199X"),
            ("1984/open", "'1984/open' is not written as EDTF has it", "1984/.."),
            ("2024-10-21 14:30", "'2024-10-21 14:30' is not written as EDTF has it", "2024-10-21T14:30:00"),
            ("2024-10-21T10:00:00,25Z", "decimals of a second have a point", "2024-10-21T10:00:00.25Z"),
            ("2024-10-21T10:00z", "'2024-10-21T10:00z' is not written as EDTF has it", "2024-10-21T10:00Z"),
            (
                "2024-10-21T10:00:00+0430", "an offset has a colon between hours and minutes",
                "2024-10-21T10:00:00+04:30"
            ),
            ("2024~?", "a part of a date has one qualifier; '?' and '~' together are written '%'", "2024%"),
            ("12345", "a year has four digits", "Y12345"),
            ("Y123", "'Y' stands only before a year of more than four digits", "0123"),
            ("2024-06-04/2023", "the interval ends before it begins", "2023/2024-06-04"),
            ("[1672..1670]", "the range ends before it begins", "[1670..1672]"),
            ("[1667,1668, 1670]", "a date of EDTF has no spaces", "[1667,1668,1670]"),
            ("2024-10-08 / 2024-10-13", "a date of EDTF has no spaces", "2024-10-08/2024-10-13"),
        ])
    func suggestions(text: String, problem: String, suggestion: String) throws {
        let error = try #require(throws: ValueError.self) { try When(text) }
        #expect(error.problem == problem)
        #expect(error.suggestion == suggestion)
        #expect(throws: Never.self) { try When(suggestion) }
    }

    @Test(
        "an error names the bytes at fault",
        arguments: [
            ("2024-13", 5..<7), ("2024-02-30", 8..<10), ("2024-10-08/2024-02-30", 19..<21), ("[1667,1668-13]", 11..<13),
            ("2024-10-21T25:00:00", 11..<13), ("[2024,2025", 9..<10), ("2024-10-21T10:00:00/2023-13", 25..<27),
        ])
    func ranges(text: String, range: Range<Int>) throws {
        let error = try #require(throws: ValueError.self) { try When(text) }
        #expect(error.range == range)
    }

    @Test(
        "two figures that may both be a month are an error with both readings, and no guess",
        arguments: [("05/06/2024", "2024-06-05", "2024-05-06"), ("8.10.2024", "2024-10-08", "2024-08-10")])
    func ambiguous(text: String, dayFirst: String, monthFirst: String) throws {
        let error = try #require(throws: ValueError.self) { try When(text) }
        #expect(error.problem == "'\(text)' can mean \(dayFirst) (day first) or \(monthFirst) (month first)")
        #expect(error.suggestion == nil)
    }
}
