import DossierTime

/// An axis of time, its unit chosen from the data: minutes to millennia.
struct TimeAxis {
    let first: Double
    let last: Double
    let ticks: [ChartAxis.Tick]

    /// A unit of the axis, of which several make one step.
    private enum Unit {
        case second, day, month, year
    }

    private struct Step {
        let unit: Unit
        let count: Int
        /// The columns that its label takes, with room before the next.
        var room: Int {
            switch unit {
            case .second: count < 21_600 ? 8 : 12
            case .day: 12
            case .month: 10
            case .year: 8
            }
        }
        /// About how many seconds it lasts.
        var seconds: Double {
            let length: Double =
                switch unit {
                case .second: 1
                case .day: 86_400
                case .month: 2_629_746
                case .year: 31_556_952
                }
            return length * Double(count)
        }
    }

    private static let steps: [Step] =
        [1, 5, 15, 30, 60, 300, 600, 900, 1_800, 3_600, 10_800, 21_600, 43_200].map { Step(unit: .second, count: $0) }
        + [1, 2, 7, 14].map { Step(unit: .day, count: $0) } + [1, 3, 6].map { Step(unit: .month, count: $0) }
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000].map {
            Step(unit: .year, count: $0)
        }

    init(from low: Double, to high: Double, columns: Int) {
        let width = max(high - low, 60)
        let step =
            TimeAxis.steps.first { width / $0.seconds <= Double(max(2, columns / $0.room)) }
            ?? Step(unit: .year, count: 10_000_000)
        var places = [TimeAxis.floor(low, step)]
        while let place = places.last, place < high, places.count < 200 { places.append(TimeAxis.next(place, step)) }
        if places.count == 1 { places.append(TimeAxis.next(places[0], step)) }
        first = places[0]
        last = places[places.count - 1]
        ticks = places.map { ChartAxis.Tick(place: $0, label: TimeAxis.label($0, step)) }
    }

    private static func moment(_ place: Double) -> Moment { Moment(seconds: Int(place)) }

    private static func seconds(_ day: Day?) -> Double { Double(day?.number ?? 0) * 86_400 }

    /// The last step at or before a place.
    private static func floor(_ place: Double, _ step: Step) -> Double {
        let day = moment(place).day
        let count = step.count
        switch step.unit {
        case .second: return (place / Double(count)).rounded(.down) * Double(count)
        case .day where count == 7 || count == 14: return seconds(Day(number: day.number - (day.weekday - 1)))
        case .day: return Double(day.number.flooredQuotient(by: count) * count) * 86_400
        case .month: return seconds(Day(year: day.year, month: (day.month - 1) / count * count + 1, day: 1))
        case .year: return seconds(Day(year: day.year.flooredQuotient(by: count) * count, month: 1, day: 1))
        }
    }

    private static func next(_ place: Double, _ step: Step) -> Double {
        let day = moment(place).day
        switch step.unit {
        case .second: return place + Double(step.count)
        case .day: return place + 86_400 * Double(step.count)
        case .month:
            let month = day.month - 1 + step.count
            return seconds(Day(year: day.year + month / 12, month: month % 12 + 1, day: 1))
        case .year: return seconds(Day(year: day.year + step.count, month: 1, day: 1))
        }
    }

    private static func label(_ place: Double, _ step: Step) -> String {
        let moment = moment(place)
        let text = moment.day.description
        switch step.unit {
        case .second:
            let (hour, minute, second) = (moment.second / 3_600, moment.second / 60 % 60, moment.second % 60)
            if moment.second == 0 { return text }
            return [hour, minute].map { Day.padded($0, to: 2) }.joined(separator: ":")
                + (step.count < 60 ? ":" + Day.padded(second, to: 2) : "")
        case .day: return text
        case .month: return String(text.dropLast(3))
        case .year: return String(text.dropLast(6))
        }
    }
}
