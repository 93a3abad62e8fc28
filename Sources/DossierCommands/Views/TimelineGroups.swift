import DossierLanguage
import DossierModel
import DossierTime

/// Many times gathered by day, month, year, decade, … , so that a chart of them can be read.
struct TimelineGroups {
    /// What they are gathered by.
    let unit: String
    /// One row a group, with how many there are, the earliest first.
    let rows: [RangeChart.Row]

    private static let units: [(name: String, days: Double)] = [
        ("day", 1), ("month", 30.44), ("year", 365.24), ("decade", 3_652.4), ("century", 36_524),
        ("millennium", 365_240),
    ]

    init(_ items: [(record: Record, when: When)]) {
        let starts = items.compactMap { TimelineGroups.start($0.when) }
        let days = Double((starts.max() ?? 0) - (starts.min() ?? 0)) / 86_400
        let unit = TimelineGroups.units.first { days / $0.days <= 40 } ?? ("millennium", 365_240)
        var groups: [String: (count: Int, first: Int, last: Int)] = [:]
        for item in items {
            guard let start = TimelineGroups.start(item.when) else { continue }
            let key = TimelineGroups.key(start, unit.name)
            let group = groups[key] ?? (0, start, start)
            groups[key] = (group.count + 1, min(group.first, start), max(group.last, start))
        }
        self.unit = unit.name
        rows = groups.sorted { $0.value.first < $1.value.first }.map { key, group in
            let label = StyledText(key, .identifier) + StyledText("  \(group.count)")
            return RangeChart.Row(
                id: nil, label: label, note: "",
                range: RangeChart.Range(
                    earliestStart: Double(group.first), latestStart: Double(group.first),
                    earliestEnd: Double(group.last),
                    latestEnd: Double(group.last), isOneOf: false, isSoft: false, best: nil))
        }
    }

    private static func start(_ when: When) -> Int? {
        if case .moment(let moment) = when.earliest { return moment.day.number * 86_400 + moment.second }
        if case .moment(let moment) = when.latest { return moment.day.number * 86_400 + moment.second }
        return nil
    }

    private static func key(_ seconds: Int, _ unit: String) -> String {
        let day = Moment(seconds: seconds).day
        let year = day.year
        switch unit {
        case "day": return day.description
        case "month": return String(day.description.dropLast(3))
        case "year": return String(day.description.dropLast(6))
        case "decade": return "\(year.flooredQuotient(by: 10) * 10)s"
        case "century": return "\(year.flooredQuotient(by: 100) * 100)s"
        default: return "\(year.flooredQuotient(by: 1_000) * 1_000)s"
        }
    }
}
