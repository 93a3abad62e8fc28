import DossierLanguage
import DossierModel
import DossierTime

/// The rows of a query in groups: by the values of a field, by a period of the calendar, or all in one.
package struct RowGroups {
    /// Rows that belong together.
    package struct Group: Sendable {
        /// What they have in common; nil of those without a value or a time.
        package let label: String?
        /// The days of a period; nil of other groups.
        package let time: When?
    }

    /// That a row is in a group, or in several in a row.
    package struct Membership: Sendable {
        /// The groups.
        package let groups: Range<Int>
        /// How surely it is.
        package let certainty: Certainty
        /// Whether it is there as a whole: of a time that reaches over several periods each has but a part.
        package let isWhole: Bool
    }

    /// The groups, by the numbers that memberships name.
    package internal(set) var groups: [Group] = []
    /// How many rows have no value or time.
    package internal(set) var missing = 0
    /// Whether periods are left out in which times without an end, very long or very vague ones, fall and no other.
    package internal(set) var leavesOutPeriods = false
    private var memberships: [Membership] = []
    /// Where the memberships of each row are.
    private var ranges: [Range<Int32>] = []

    /// Those of a row.
    package func memberships(ofRow row: Int) -> ArraySlice<Membership> {
        memberships[Int(ranges[row].lowerBound)..<Int(ranges[row].upperBound)]
    }

    /// In how many groups a row is.
    package func groupCount(ofRow row: Int) -> Int { memberships(ofRow: row).reduce(0) { $0 + $1.groups.count } }

    /// Puts memberships down; rows of the same name the same range.
    private mutating func add(_ new: some Sequence<Membership>) -> Range<Int32> {
        let start = Int32(memberships.count)
        memberships += new
        return start..<Int32(memberships.count)
    }

    /// All rows in one group.
    package init(allOf rows: [QueryEvaluation.Row]) {
        groups = [Group(label: nil, time: nil)]
        let range = add([Membership(groups: 0..<1, certainty: .certainly, isWhole: true)])
        ranges = Array(repeating: range, count: rows.count)
    }

    /// The rows by the values of a field; a row with several values is in several groups.
    package init(_ rows: [QueryEvaluation.Row], by name: FieldName, in session: Session) {
        var found = ValueGroups()
        let values = SlotValues(name, at: rows.lazy.map(\.slot), in: session)
        let places = values.values.map { found.place(of: $0.value, $0.kind.definition.field(name)?.type) }
        ranges.reserveCapacity(rows.count)
        memberships.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            let start = Int32(memberships.count)
            let numbers = values.numbers(at: index)
            if name.text == "kind" {
                take(found.place(of: .text(session.kind(at: row.slot).rawValue), nil), from: start, &found)
            } else if numbers.isEmpty {
                take(found.place(of: .text(""), nil), from: start, &found)
                missing += 1
            }
            for number in numbers { take(places[Int(number)], from: start, &found) }
            ranges.append(start..<Int32(memberships.count))
        }
        groups = found.groups.map { group in
            let label = group.label
            return Group(label: label.isEmpty ? nil : label, time: nil)
        }
    }

    private mutating func take(_ place: ValueGroups.Place, from start: Int32, _ found: inout ValueGroups) {
        found.count(place)
        // A record that holds two spellings of one value is one record.
        if memberships[Int(start)...].contains(where: { $0.groups.lowerBound == place.group }) { return }
        memberships.append(Membership(groups: place.group..<(place.group + 1), certainty: .certainly, isWhole: true))
    }

    /// The rows by the periods in which their times fall, in the order of the calendar; those without a time come last.
    package init(_ rows: [QueryEvaluation.Row], by unit: CalendarPeriod.Unit, in session: Session) {
        let times = RowTimes(rows, in: session)
        let periods = PeriodMemberships(times.times, unit)
        leavesOutPeriods = periods.leavesOut
        groups = periods.periods.map { Group(label: $0.name, time: $0.time) }
        let none = groups.count
        var rangesOfTimes: [Range<Int32>] = []
        for found in periods.memberships { rangesOfTimes.append(add(found)) }
        let withoutTime = add([Membership(groups: none..<(none + 1), certainty: .certainly, isWhole: true)])
        ranges = times.numbers.map { number in
            let range = number.map { rangesOfTimes[$0] }
            return range.flatMap { $0.isEmpty ? nil : $0 } ?? withoutTime
        }
        missing = ranges.count { $0 == withoutTime }
        if missing > 0 { groups.append(Group(label: nil, time: nil)) }
    }
}

/// The times of rows, each once: those by which records stand on an axis.
private struct RowTimes {
    private(set) var times: [When] = []
    /// Which time a row has; nil where it has none.
    private(set) var numbers: [Int?] = []

    init(_ rows: [QueryEvaluation.Row], in session: Session) {
        let kinds = rows.map { session.kind(at: $0.slot) }
        let names = Set(Set(kinds).flatMap(\.timeFields))
        let values = Dictionary(
            uniqueKeysWithValues: names.map { ($0, SlotValues($0, at: rows.lazy.map(\.slot), in: session)) })
        var known: [When: Int] = [:]
        var numbersOfValues: [FieldName: [Int?]] = [:]
        for (name, values) in values {
            numbersOfValues[name] = values.values.map { value in
                guard case .when(let when) = value.value else { return nil }
                if let number = known[when] { return number }
                known[when] = times.count
                times.append(when)
                return times.count - 1
            }
        }
        numbers = kinds.enumerated().map { index, kind in
            for name in kind.timeFields {
                guard let first = values[name]?.numbers(at: index).first else { continue }
                if let number = numbersOfValues[name]?[Int(first)] { return number }
            }
            return nil
        }
    }
}
