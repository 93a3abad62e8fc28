import Testing

@testable import DossierTime

@Suite("Errors of times")
struct WhenErrorTests {
    @Test(
        "an error names the problem, and the nearest text that would be right",
        arguments: [
            ("2024-13", "there is no month 13", "2024-12"), ("2024-13-05", "there is no month 13", "2024-05-13"),
            ("2024-02-30", "February 2024 has 29 days", "2024-02-29"),
            ("2024-06-31~", "June 2024 has 30 days", "2024-06-30~"),
            ("2024/10/08", "the parts of a date must be separated by hyphens", "2024-10-08"),
            ("21.10.2024", "a date must begin with its year", "2024-10-21"),
            ("10/21/2024", "a date must begin with its year", "2024-10-21"),
            ("2024-1-5", "a month and a day must have two digits", "2024-01-05"),
            ("2024-1", "a month must have two digits", "2024-01"),
            ("20241021", "the parts of a date must be separated by hyphens", "2024-10-21"),
            ("10/2024", "a month must follow its year, after a hyphen", "2024-10"),
            ("2020-2022", "the ends of an interval must be separated by '/'", "2020/2022"),
            ("1914–18", "the ends of an interval must be separated by '/'", "1914/1918"),
            ("199u", "'199u' is not in the form that EDTF prescribes", "199X"),
            ("1984/open", "'1984/open' is not in the form that EDTF prescribes", "1984/.."),
            ("2024-10-21 14:30", "'2024-10-21 14:30' is not in the form that EDTF prescribes", "2024-10-21T14:30:00"),
            ("2024-10-21T10:00:00,25Z", "decimals of a second must follow a point", "2024-10-21T10:00:00.25Z"),
            ("2024-10-21T10:00z", "'2024-10-21T10:00z' is not in the form that EDTF prescribes", "2024-10-21T10:00Z"),
            (
                "2024-10-21T10:00:00+0430", "the hours and minutes of an offset must be separated by a colon",
                "2024-10-21T10:00:00+04:30"
            ),
            ("2024~?", "a part of a date can have only one qualifier; write '%' for '?' and '~' together", "2024%"),
            ("12345", "a year must have four digits", "Y12345"),
            ("Y123", "'Y' is allowed only before a year of more than four digits", "0123"),
            ("2024-06-04/2023", "the interval ends before it begins", "2023/2024-06-04"),
            ("[1672..1670]", "the range ends before it begins", "[1670..1672]"),
            ("[1667,1668, 1670]", "an EDTF date has no spaces", "[1667,1668,1670]"),
            ("2024-10-08 / 2024-10-13", "an EDTF date has no spaces", "2024-10-08/2024-10-13"),
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
