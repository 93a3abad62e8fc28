import DossierLanguage

/// Where the marks of a chart's axis stand, and what they say.
struct ChartAxis {
    /// A mark.
    struct Tick {
        let place: Double
        let label: String
    }

    let first: Double
    let last: Double
    let ticks: [Tick]

    /// An axis over values, with as many marks as fit into columns.
    init(_ scale: RangeChart.Scale, _ values: [Double], columns: Int) {
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        switch scale {
        case .time:
            let axis = TimeAxis(from: low, to: high, columns: columns)
            (first, last, ticks) = (axis.first, axis.last, axis.ticks)
        case .number:
            let axis = ChartAxis.number(from: min(low, 0), to: high, columns: columns)
            (first, last, ticks) = axis
        }
    }

    /// The column of a place, from 0 on.
    func column(of place: Double, columns: Int) -> Int {
        guard last > first else { return 0 }
        let share = (place - first) / (last - first)
        return min(columns - 1, max(0, Int(share * Double(columns))))
    }

    /// Steps of 1, 2 or 5 times a power of ten.
    private static func number(from low: Double, to high: Double, columns: Int) -> (Double, Double, [Tick]) {
        let width = max(high - low, 1e-9)
        var step = 1.0
        while width / step > Double(max(2, columns / 12)) { step *= 10 }
        while width / step < Double(max(2, columns / 12)) / 10 { step /= 10 }
        for factor in [0.2, 0.5] where width / (step * factor) <= Double(max(2, columns / 12)) {
            step *= factor
            break
        }
        let first = (low / step).rounded(.down) * step
        let last = max((high / step).rounded(.up) * step, first + step)
        var ticks: [Tick] = []
        var place = first
        while place <= last + step / 2 {
            ticks.append(Tick(place: place, label: label(of: place)))
            place += step
        }
        return (first, last, ticks)
    }

    private static func label(of number: Double) -> String {
        let rounded = number.rounded()
        guard abs(number - rounded) < 1e-9, abs(rounded) < 1e15 else { return String(number) }
        return grouped(Int(rounded))
    }

    /// A whole number with commas between thousands.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }
}
