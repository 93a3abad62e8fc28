import Testing

@testable import DossierTime

@Suite("Times read out")
struct WhenReadingTests {
    @Test(
        "a time is said as people say it",
        arguments: [
            ("2024-10-21", "21 October 2024"), ("2024-10", "October 2024"), ("2024", "2024"),
            ("-0043-03-15", "15 March 44 BC"),
            ("0409", "AD 409"), ("Y170000002", "the year 170,000,002"), ("Y-17E7", "the year -170,000,000"),
            ("1950S2", "about 1950, between 1900 and 1999"), ("2024-22", "summer 2024"), ("2024-24", "winter 2024-25"),
            ("2024-31", "autumn 2024 (southern hemisphere)"), ("2024-35", "the third quarter of 2024"),
            ("2024-41", "the second half of 2024"), ("2024-10-XX", "some day in October 2024"),
            ("2024-XX", "some month in 2024"),
            ("201X", "some year of the 2010s"), ("20XX", "some year from 2000 to 2099"),
            ("156X-12-25", "25 December of the 1560s"),
            ("2024-06~", "about June 2024"), ("2024?", "possibly 2024"),
            ("2024-10-21%", "possibly about 21 October 2024"),
            ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
            ("2024-10-21T14:30:00+02:00", "14:30 UTC+02:00 on 21 October 2024"),
            ("2024-10-21T14:30:00", "14:30 on 21 October 2024"),
            ("2024-10-21T14:30:15.25Z", "14:30:15.25 UTC on 21 October 2024"),
            ("2024-10-21T02:40~", "about 02:40 on 21 October 2024"),
            ("2024-10-21T18:00/2024-10-21T23:15", "18:00 to 23:15 on 21 October 2024"),
            ("2024-10-21T18:00Z/2024-10-22T02:00Z", "18:00 UTC on 21 October 2024 to 02:00 UTC on 22 October 2024"),
            ("[2024-10-21T18:00..2024-10-21T23:15]", "between 18:00 and 23:15 on 21 October 2024"),
            ("[..2024-10-21T18:00]", "18:00 on 21 October 2024 or earlier"),
            ("2024-10-21T18:00/..", "from 18:00 on 21 October 2024 on"),
            ("2024-10-08/2024-10-13", "8 to 13 October 2024"),
            ("2024-10-08/2024-11-03", "8 October to 3 November 2024"),
            ("2024-12-28/2025-01-03", "28 December 2024 to 3 January 2025"),
            ("2024-10-08~/2024-10-13~", "about 8 to 13 October 2024"),
            ("2024-10-13/..", "from 13 October 2024 on"), ("2024-10-13/", "from 13 October 2024 to an unknown time"),
            ("../2024-10-13", "until 13 October 2024"), ("/2024-10-13", "from an unknown time to 13 October 2024"),
            ("[2024-10-08..2024-10-13]", "between 8 and 13 October 2024"),
            ("[2024-10,2024-11]", "October or November 2024"),
            ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"), ("[..1984]", "1984 or earlier"),
            ("[1984..]", "1984 or later"),
            ("{2024-10-08,2024-10-10}", "each of 8 and 10 October 2024"),
            ("{2024-10-08..2024-10-13}", "each day from 8 to 13 October 2024"),
        ])
    func readings(text: String, reading: String) throws {
        #expect(try When(text).reading == reading)
    }

    @Test(
        "the words for a common time are understood as that time again",
        arguments: [
            "2024-10-21", "2024-10", "2024-22", "2024-24", "2024-33", "2024-40", "-0043-03-15", "2024-06~", "2024-06?",
            "2024-06%",
            "2024-10-08/2024-10-13", "2024-10-08/2024-11-03", "2024-12-28/2025-01-03", "2024-10-08~/2024-10-13~",
            "2024-10-13/..",
            "../2024-10-13", "[2024-10-08..2024-10-13]", "[2024-10,2024-11]", "[..2024-10]", "[2024-10..]",
            "[2023-12..2024-02]",
            "[2024-10-08,2024-10-09,2024-10-11]", "[2024-10-08?..2024-10-13?]", "[2024-10~,2024-11~]",
            "2024-10-21T14:30:00Z", "2024-10-21T14:30:00", "2024-10-21T14:30:00+02:00", "2024-10-21T14:30:15.25Z",
            "2024-10-21T02:40:00~", "2024-10-21T18:00/2024-10-21T23:15", "2024-10-21T18:00Z/2024-10-22T02:00Z",
            "[2024-10-21T18:00..2024-10-21T23:15]", "[..2024-10-21T18:00]", "2024-10-21T18:00/..",
        ])
    func roundTrip(text: String) throws {
        #expect(try When.interpret(When(text).reading, asOf: nil).text == text)
    }
}
