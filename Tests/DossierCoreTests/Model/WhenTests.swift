import Testing

@testable import DossierTime

@Suite("Times as EDTF")
struct WhenTests {
    @Test(
        "each form has its level and bounds",
        arguments: [
            ("2024-10-21", 0, "2024-10-21", "2024-10-21"), ("2024-02", 0, "2024-02-01", "2024-02-29"),
            ("2024", 0, "2024-01-01", "2024-12-31"), ("2024-10-08/2024-10-13", 0, "2024-10-08", "2024-10-13"),
            ("2024/2024-03", 0, "2024-01-01", "2024-03-31"), ("-0043-03-15", 1, "-0043-03-15", "-0043-03-15"),
            ("2024-06~", 1, "2024-06-01", "2024-06-30"), ("2024?", 1, "2024-01-01", "2024-12-31"),
            ("201X", 1, "2010-01-01", "2019-12-31"), ("20XX", 1, "2000-01-01", "2099-12-31"),
            ("2024-XX-XX", 1, "2024-01-01", "2024-12-31"), ("2024-10/..", 1, "2024-10-01", "open"),
            ("../2024-10", 1, "open", "2024-10-31"), ("2024-10/", 1, "2024-10-01", "unknown"),
            ("/2024-10", 1, "unknown", "2024-10-31"), ("Y170000002", 1, "170000002-01-01", "170000002-12-31"),
            ("2XXX", 2, "2000-01-01", "2999-12-31"), ("-1XXX", 2, "-1999-01-01", "-1000-12-31"),
            ("-000X", 1, "-0009-01-01", "-0001-12-31"), ("190X-02-29", 2, "1904-02-29", "1908-02-29"),
            ("2024-X1", 2, "2024-01-01", "2024-11-30"), ("2024-10-3X", 2, "2024-10-30", "2024-10-31"),
            ("20XX-24", 2, "2000-12-01", "2100-02-28"), ("2024-10-XX/2024-12", 2, "2024-10-01", "2024-12-31"),
            ("1950S2", 2, "1900-01-01", "1999-12-31"), ("Y3388E2S3", 2, "338000-01-01", "338999-12-31"),
            ("Y171010000S3", 2, "171000000-01-01", "171999999-12-31"),
            ("Y-17101E3S3", 2, "-17199999-01-01", "-17100000-12-31"), ("~2024-10", 2, "2024-10-01", "2024-10-31"),
            ("[1667,1760-12..]", 2, "1667-01-01", "open"), ("{1960,1961-12}", 2, "1960-01-01", "1961-12-31"),
            ("[2024-12,2024-10-08]", 2, "2024-10-08", "2024-12-31"),
            ("2024-10-21T23:30:00-02", 0, "2024-10-21", "2024-10-21"),
            ("2024-10-21T14:30:00", 0, "2024-10-21", "2024-10-21"),
            ("2024-10-21T14:30", 3, "2024-10-21", "2024-10-21"),
            ("2024-10-21T10:00:00.25Z", 3, "2024-10-21", "2024-10-21"),
            ("2024-10-21T10:00:00~", 3, "2024-10-21", "2024-10-21"),
            ("2024-10-21T18:00/2024-10-22", 3, "2024-10-21", "2024-10-22"),
            ("[2024-10-21T10:00:00]", 3, "2024-10-21", "2024-10-21"), ("../2024-10-21T10:00Z", 3, "open", "2024-10-21"),
            ("{2024-10-21T10:00,2024-10-22T10:00..2024-10-22T11:00}", 3, "2024-10-21", "2024-10-22"),
        ])
    func bounds(text: String, level: Int, earliest: String, latest: String) throws {
        let when = try When(text)
        #expect(when.level == level)
        #expect(when.earliestDay == earliest)
        #expect(when.latestDay == latest)
        #expect(when.description == text)
    }

    @Test(
        "each part of a year has the months of its hemisphere, and a winter of the north crosses the year",
        arguments: [
            (21, "03-01", "05-31"), (22, "06-01", "08-31"), (23, "09-01", "11-30"), (24, "12-01", "02-28"),
            (25, "03-01", "05-31"),
            (26, "06-01", "08-31"), (27, "09-01", "11-30"), (28, "12-01", "02-28"), (29, "09-01", "11-30"),
            (30, "12-01", "02-28"),
            (31, "03-01", "05-31"), (32, "06-01", "08-31"), (33, "01-01", "03-31"), (34, "04-01", "06-30"),
            (35, "07-01", "09-30"),
            (36, "10-01", "12-31"), (37, "01-01", "04-30"), (38, "05-01", "08-31"), (39, "09-01", "12-31"),
            (40, "01-01", "06-30"),
            (41, "07-01", "12-31"),
        ])
    func seasons(code: Int, first: String, last: String) throws {
        let when = try When("2021-\(code)")
        #expect(when.earliestDay == "2021-" + first)
        #expect(when.latestDay == (last == "02-28" ? "2022-" : "2021-") + last)
        #expect(when.level == (code < 25 ? 1 : 2))
    }

    @Test("the sense tells one of some days from all of them")
    func senses() throws {
        #expect(try When("2024-10").sense == .some)
        #expect(try When("[2024-10-08..2024-10-13]").sense == .some)
        #expect(try When("2024-10-08/2024-10-13").sense == .span)
        #expect(try When("2024-10/..").sense == .span)
        #expect(try When("{2024-10-08..2024-10-13}").sense == .every)
    }

    @Test("doubt anywhere in a time is told")
    func doubt() throws {
        for text in ["2024~", "2024-10%", "2004-~06-04", "2024-10~/2024-12", "[1667~,1668]", "{1667..1668%}", "1950S2"]
        {
            #expect(try When(text).isApproximate, "\(text)")
        }
        for text in ["2024?", "2024-10%", "?2004-06-04", "2024-10/2024-12?", "[1667?,1668]"] {
            #expect(try When(text).isUncertain, "\(text)")
        }
        #expect(try !When("2024-10-XX").isApproximate && !When("2024~").isUncertain)
    }

    @Test("a time of day is held by its own clock, to the second, and its moment in UTC is known where its zone is")
    func timesOfDay() throws {
        let when = try When("1985-04-12T01:20:30+04:30")
        let day = try #require(Day(year: 1985, month: 4, day: 12))
        #expect(when.hasTimeOfDay && !when.isLocal)
        #expect(when.earliest == .moment(Moment(day: day, second: 3600 + 20 * 60 + 30)))
        #expect(when.earliest == when.latest)
        #expect(try When("1985-04-11T20:50:30Z").earliestInUTC == when.earliestInUTC)
        #expect(try When("1985-04-12").latest == .moment(Moment(day: day, second: 86_399)))
        #expect(try !When("1985-04-11").hasTimeOfDay)
        #expect(try When("1985-04-12T01:20:30").isLocal)
    }

    @Test("a time in minutes is some second of its minute")
    func minutes() throws {
        let when = try When("2024-10-21T18:00")
        let day = try #require(Day(year: 2024, month: 10, day: 21))
        #expect(when.earliest == .moment(Moment(day: day, second: 64_800)))
        #expect(when.latest == .moment(Moment(day: day, second: 64_859)))
    }

    @Test(
        "texts that EDTF does not admit are refused",
        arguments: [
            "", " ", "2024-10-21 ", "2024-1", "2024-00", "2024-42", "2024-20", "2024-2X", "2024-10-00", "2024-10-0",
            "2024-10-321",
            "2024-21-05", "2023-02-29", "1X01-02-29", "2024-02-3X", "2024-13-XX", "2024-11-31", "-0000", "-0000-01",
            "24", "-12345",
            "Y2024", "Y12345-10", "Y012345", "Y12345E", "YE3", "Y17E0", "Y0E5", "1950S", "1950S0", "1950S5", "19XXS2",
            "1950S2-10",
            "2024~?", "2024??", "~?2024", "2024-10~~", "2024-10-21T", "2024-10-21T10", "2024-10-21T10:",
            "2024-10-21T10:0",
            "2024-10-21T24:00:00",
            "2024-10-21T23:59:60", "2024-10-21T10:00:00.", "2024-10-21T10:00:00,5", "2024-10-21T10:00.5",
            "2024-10-21T10:00:00z", "2024-10-21t10:00:00",
            "2024-10T10:00:00",
            "2024-10-XXT10:00:00", "2024-10-21~T10:00:00", "2024-10-21T10:00:00~~", "2024-10-21T10:00:00+14:01", "/",
            "../..",
            "/..", "../", "2024-10-21/2024-10-20", "2025/2024", "2024/2025/2026", "2024-10-21T10:00:00/2024-10-20",
            "2024-10-21T18:00Z/2024-10-21T17:59Z",
            "[2024]/2025",
            "[]", "{}", "[", "]", "[2024", "2024]", "[2024}", "[2024,]", "[,2024]", "[..]", "[2024,..2025]",
            "[2024..,2025]",
            "[2025..2024]", "[196X..1970]", "[2024/2025]", "[[2024]]", "{2024, 2025}", "[2024]~",
            "[2024-10-21T10:00..2024-10-21T09:00]", "2024..2025",
            "xxxx", "2024-xx", "１９８５", "2024\u{0}", "2024–10",
        ])
    func refused(text: String) {
        #expect(throws: ValueError.self) { try When(text) }
    }

    @Test(
        "years beyond what is counted are refused, whatever their exponent",
        arguments: [
            "Y100000000000", "Y-100000000000", "Y1E12", "Y17E10", "Y1E99999999999999999999", "Y99999999999999999999999",
            "Y1E11", "Y123E9S2",
        ])
    func tooFar(text: String) throws {
        let error = #expect(throws: ValueError.self) { try When(text) }
        #expect(error?.problem.contains("99,999,999,999") ?? false)
        #expect(try When("Y-99999999999").earliestDay == "-99999999999-01-01")
        #expect(try When("Y99999999999").latestDay == "99999999999-12-31")
    }

    @Test("equal texts are equal times, and nothing else")
    func equality() throws {
        #expect(try When("2024-10") == When("2024-10"))
        #expect(try When("2024-10") != When("2024-10-XX"))
        #expect(try Set([When("2024"), When("2024"), When("2024~")]).count == 2)
    }

    @Test("times are listed by earliest, then latest, then text, those without a start last")
    func order() throws {
        let sorted = [
            "2023", "2024-10-01", "2024-10", "2024-10-XX", "2024-10-01/..", "2024-10/", "2024-10-02", "../2023",
            "/2023",
        ]
        let times = try sorted.map { text throws(ValueError) in try When(text) }
        #expect(times.reversed().sorted(by: When.inOrder).map(\.text) == sorted)
        for left in times {
            #expect(!When.inOrder(left, left))
            for right in times where left != right { #expect(When.inOrder(left, right) != When.inOrder(right, left)) }
        }
    }
}
