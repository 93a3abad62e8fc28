import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierTime

/// `count by month` and `sum by FIELD`.
@Suite("counts and sums in groups") struct TallyTests {
    private let engine: TestEngine

    init() throws {
        engine = try TestEngine(setting: [
            #"add event e1 2024-10-08/2024-10-13 "First" quantity="~1500 soldiers" type=move actor="DPRK" actor="Russia""#,
            #"add event e2 2024-10-21 "Second" quantity="1000..1200..2000 soldiers" type=move"#,
            #"add event e3 2024-10 "Third" quantity="500.. Soldiers" quantity="3 tanks""#,
            #"add event e4 [2024-10-30..2024-11-02] "One of four days" quantity="10 soldiers" type=raid"#,
            #"add event e5 "Undated" quantity="7""#,
            #"add event e6 2024-09-28/2024-10-02 "Over" quantity="100 soldiers""#,
            #"add event e7 2024-11-05 "No figure""#, #"add event e8 2024-12-30 "In week 1 of 2025""#,
            #"add claim c1 "Many" said=2024-10-22 when=2025 about=e1 quantity="1500 soldiers""#,
            #"add claim c2 "More" when=2024-11 about=e1 quantity="3000 soldiers""#,
        ])
    }

    @Test("a row for each period counts what certainly falls in it and what possibly does")
    func months() throws {
        #expect(
            try engine.run("show events count by month") == """
                month    count  possibly
                ───────  ─────  ────────
                2024-09      1         0
                2024-10      4         1
                2024-11      1         1
                2024-12      1         0
                (none)       1         0
                (total)      8         0
                8 events
                1 without a month
                2 in more than one month, counted in each

                """)
        #expect(
            try engine.run("show events count by week as csv")
                == "week,count,possibly\n2024-W39,1,0\n2024-W40,1,1\n2024-W41,1,1\n2024-W42,0,1\n2024-W43,1,1\n2024-W44,1,1\n2024-W45,1,0\n2025-W01,1,0\n,1,0\n(total),8,0\n"
        )
        #expect(try engine.run("show events count by year as csv") == "year,count\n2024,7\n,1\n(total),8\n")
        #expect(
            try engine.run("show claims count by month as csv") == "month,count\n2024-10,1\n2024-11,1\n(total),2\n",
            "a claim counts where it was said, else by its own time")
        #expect(
            try engine.run("show events count by day limit 2 as json")
                == #"[{"day": "2024-09-28", "earliest": "2024-09-28", "latest": "2024-09-28", "count": 1, "possibly": 0}, {"day": "2024-09-29", "earliest": "2024-09-29", "latest": "2024-09-29", "count": 1, "possibly": 0}, {"day": "(total)", "count": 8, "possibly": 0}]"#
                + "\n")
        #expect(try engine.run("show events #nothing count by month") == "no events\n")
        #expect(try engine.run("show events #nothing count by month as json") == "[]\n")
    }

    @Test("a row counts what a question about its period finds", arguments: ["day", "week", "month", "year"])
    func asFound(unit: String) throws {
        for line in try engine.run("show events count by \(unit) as csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if cells[0].isEmpty || cells[0] == "(total)" { continue }
            let found = try engine.found("events when:\(cells[0])").split(separator: " ")
            let possible = found.count { $0.hasSuffix("?") }
            #expect(Int(cells[1]) == found.count - possible, "\(line)")
            if cells.count > 2 { #expect(Int(cells[2]) == possible, "\(line)") }
        }
    }

    @Test(
        "of times of all sorts each falls in the listed periods as a question about them says",
        arguments: Effort.seeds(Array(1...40), sampled: 4))
    func allTimes(seed: UInt64) throws {
        var maker = EDTFMaker(random: SplitMix64(seed: seed))
        var times: [When] = []
        while times.count < 12 { if let time = When(unexplained: maker.text()) { times.append(time) } }
        for unit in CalendarPeriod.Unit.allCases {
            let periods = PeriodMemberships(times, unit)
            for (time, memberships) in zip(times, periods.memberships) {
                for (index, period) in periods.periods.enumerated() {
                    let asked = try #require(period.time)
                    let own = memberships.first { $0.groups.contains(index) }
                    #expect((own?.certainty ?? .no) == time.falls(in: asked), "\(time) in \(period.name), seed \(seed)")
                }
                if memberships.contains(where: \.isWhole) { #expect(memberships.map(\.groups.count) == [1], "\(time)") }
            }
        }
    }

    @Test("what is vague over a month, long or endless makes no rows of its own but at its ends")
    func vague() throws {
        let engine = try TestEngine(setting: [
            #"add event e1 2024 "Some day of the year""#, #"add event e2 2024-06-05 "A day""#,
            #"add event e3 2024-06-01/.. "Since then""#, #"add event e4 2024-06-04/2024-06-06 "Three days""#,
            #"add event e5 ../2024-06-05 "Till then""#, #"add event e6 "Far away" when=Y170000002"#,
        ])
        #expect(
            try engine.run("show events count by day") == """
                day         count  possibly
                ──────────  ─────  ────────
                2024-01-01      1         1
                2024-06-01      2         1
                2024-06-04      3         1
                2024-06-05      4         1
                2024-06-06      2         1
                2024-12-31      1         1
                (none)          1         0
                (total)         6         0
                6 events
                1 without a day
                4 in more than one day, counted in each
                left out: each day in which only vague, very long or endless times fall

                """)
    }

    @Test("figures are added up by unit, with their doubt, over all and in groups")
    func sums() throws {
        #expect(
            try engine.run("show events sum") == """
                unit      figures    low  best  high  without
                ────────  ───────  ─────  ────  ────  ───────
                soldiers        5  2,735        open        2
                tanks           1      3     3     3        2
                                1      7     7     7        2
                8 events
                2 without a figure
                1 approximate figure (~): from a quarter less to a quarter more

                """)
        #expect(
            try engine.run("show events sum by type as csv")
                == "type,unit,figures,low,best,high,without\n,soldiers,2,600,,,2\n,tanks,1,3,3,3,2\n,,1,7,7,7,2\nmove,soldiers,2,2125,2700,3875,0\nraid,soldiers,1,10,10,10,0\n(total),soldiers,5,2735,,,2\n(total),tanks,1,3,3,3,2\n(total),,1,7,7,7,2\n"
        )
    }

    @Test("a figure counts as certain in a period only if all of its time lies there")
    func sumsByMonth() throws {
        #expect(
            try engine.run("show events sum by month as csv")
                == "month,unit,certainty,figures,low,best,high,without\n2024-09,soldiers,possibly,1,100,100,100,0\n2024-10,soldiers,certainly,3,2625,,,0\n2024-10,tanks,certainly,1,3,3,3,0\n2024-10,soldiers,possibly,2,110,110,110,0\n2024-11,,certainly,0,,,,1\n2024-11,soldiers,possibly,1,10,10,10,0\n2024-12,,certainly,0,,,,1\n,,certainly,1,7,7,7,0\n(total),soldiers,certainly,5,2735,,,2\n(total),tanks,certainly,1,3,3,3,2\n(total),,certainly,1,7,7,7,2\n"
        )
    }

    @Test(
        "what goes through many periods is added to each, as one by one",
        arguments: Effort.seeds(Array(1...20), sampled: 3))
    func runs(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var setting: [String] = []
        for index in 0..<12 {
            let (month, day) = (random.pick(1...6), random.pick(1...28))
            let start = Day.padded(month, to: 2) + "-" + Day.padded(day, to: 2)
            let time = ["2024-\(start)", "2024-\(start)/2024-09-01", "2024-\(start)/..", "2024-0\(month)"][
                random.pick(0...3)]
            let number = ["~\(index)", "\(index)..\(index + 5)", "\(index)..", "\(index)"][random.pick(0...3)]
            setting.append(
                "add event \(time) \"E\" quantity=\"\(number) \(["men", "tanks"][random.pick(0...1)])\"")
        }
        let engine = try TestEngine(setting: setting)
        let lines = try engine.run("show events sum by month as csv").split(separator: "\n")
        if lines.first?.contains("certainty") != true { return }
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if cells[0].isEmpty || cells[0] == "(total)" { continue }
            // What is certain lies in the month, and what is possible is all else that a question about the month finds.
            let inside = try engine.found("events when:\(cells[0]) quantity:\"0.. \(cells[1])\"").split(separator: " ")
            let isWhole = inside.filter { row in
                let id = row.hasSuffix("?") ? row.dropLast() : row
                return (try? engine.found("events id:\(id) when>=\(cells[0]) when<=\(cells[0])")) == String(id)
            }
            let wanted = cells[2] == "possibly" ? inside.filter { !isWhole.contains($0) } : isWhole
            let ids = wanted.map { $0.hasSuffix("?") ? String($0.dropLast()) : String($0) }.joined(separator: ",")
            let sum = try engine.run("show events id:\(ids) sum as csv").split(separator: "\n")[1]
            #expect(sum == cells[1] + "," + cells[3...].joined(separator: ","), "\(line), seed \(seed)")
        }
    }

    @Test("a record in several groups counts once in the total, and several claims about one record are named")
    func overlaps() throws {
        #expect(
            try engine.run("show events #none or quantity=1500 sum by actor as csv").contains("(total)") == false)
        #expect(
            try engine.run("show events id:e1 sum by actor as csv")
                == "actor,unit,figures,low,best,high,without\ndprk,soldiers,1,1125,1500,1875,0\nrussia,soldiers,1,1125,1500,1875,0\n(total),soldiers,1,1125,1500,1875,0\n"
        )
        #expect(
            try engine.run("show claims sum").contains(
                "1 record with figures from several claims: all of them are added"))
    }

    @Test("a row that answers only possibly is added apart")
    func possibleRows() throws {
        #expect(
            try engine.run("show events when:2024-11 sum as csv")
                == "unit,certainty,figures,low,best,high,without\n,certainly,0,,,,1\nsoldiers,possibly,1,10,10,10,0\n")
    }

    @Test("an export writes the table of counts and sums, in every format for tables")
    func exported() throws {
        for query in ["events count by month", "events sum by type", "events count by type limit 1", "events sum"] {
            #expect(try engine.run("export csv \(query)") == engine.run("show \(query) as csv"))
            #expect(try engine.run("export json \(query)").contains("\"count\"") == query.contains("count"))
        }
        for format in ["dot", "script"] { #expect(engine.failure("export \(format) events sum") != nil) }
    }

    @Test("a sum too long for a quantity is an error that says so")
    func tooLong() throws {
        let engine = try TestEngine(setting: [
            "add event \"A\" quantity=\(String(repeating: "9", count: 38))", "add event \"B\" quantity=1",
        ])
        let error = try #require(engine.failure("show events sum"))
        #expect(error.code == .invalidValue && error.place.text == "sum")
    }
}
