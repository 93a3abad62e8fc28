import DossierModel
import DossierTime

/// The quantities of rows added up: by group, by unit, and apart for those that are in a group only possibly.
package struct FigureSums {
    /// The sum of the figures of a unit in a group.
    package struct Entry: Sendable {
        /// The unit; nil of plain numbers, and of rows without figures.
        package let unit: String?
        /// Whether the figures certainly belong there.
        package let isCertain: Bool
        /// The figures.
        package let sum: QuantitySum
        /// How many records of the group have no figure.
        package let without: Int
    }

    /// The group of all rows.
    package static let all = -1..<0

    /// How many rows have no figure.
    package private(set) var without = 0
    /// How many figures are marked `~`.
    package private(set) var approximate = 0
    /// How many records several claims are about that have figures.
    package private(set) var sharedSubjects = 0

    private let values: SlotValues
    private let units: FigureUnits
    private var sums: [Key: QuantitySum] = [:]
    private var withoutFigure: [Key: Int] = [:]
    /// What is added to several groups in a row: what begins with a group, and what ends before one.
    private var begun: [Key: QuantitySum] = [:]
    private var ended: [Key: QuantitySum] = [:]

    private struct Key: Hashable {
        let group: Int
        let isCertain: Bool
        var unit = -1
    }

    /// Gathers the figures of some rows.
    package init(_ rows: [QueryEvaluation.Row], in session: Session) {
        values = SlotValues(.quantity, at: rows.lazy.map(\.slot), in: session)
        units = FigureUnits(values, of: rows.count)
        var claims: [String: Int] = [:]
        let subjects = SlotValues(.about, at: rows.lazy.map(\.slot), in: session)
        for row in rows.indices {
            let numbers = values.numbers(at: row)
            if numbers.isEmpty { without += 1 }
            approximate += numbers.count { values.quantity($0)?.isApproximate == true }
            if numbers.isEmpty { continue }
            for number in subjects.numbers(at: row) {
                if case .reference(let id) = subjects.values[Int(number)].value { claims[id.text, default: 0] += 1 }
            }
        }
        sharedSubjects = claims.values.count { $0 > 1 }
    }

    /// Whether some figures or rows are only possible.
    package var hasPossible: Bool {
        sums.keys.contains { !$0.isCertain } || withoutFigure.keys.contains { !$0.isCertain }
    }

    /// Adds the figures of a row to those of groups; those of several groups are there when ``close()`` was called.
    ///
    /// - Throws: where a sum has more than 38 digits.
    package mutating func add(row: Int, to groups: Range<Int>, isCertain: Bool) throws(ValueError) {
        let numbers = values.numbers(at: row)
        if numbers.isEmpty {
            for group in groups { withoutFigure[Key(group: group, isCertain: isCertain), default: 0] += 1 }
        }
        for number in numbers {
            guard let quantity = values.quantity(number), let first = groups.first else { continue }
            let unit = units.numbers[Int(number)]
            let key = Key(group: first, isCertain: isCertain, unit: unit)
            if groups.count == 1 {
                try sums[key, default: QuantitySum()].add(quantity)
            } else {
                let end = Key(group: groups.upperBound, isCertain: isCertain, unit: unit)
                try begun[key, default: QuantitySum()].add(quantity)
                try ended[end, default: QuantitySum()].add(quantity)
            }
        }
    }

    /// Adds what goes through several groups to each of them.
    ///
    /// - Throws: where a sum has more than 38 digits.
    package mutating func close() throws(ValueError) {
        guard let last = ended.keys.map(\.group).max() else { return }
        for kind in Set(begun.keys.map { Key(group: 0, isCertain: $0.isCertain, unit: $0.unit) }) {
            var running = QuantitySum()
            for group in 0..<last {
                let key = Key(group: group, isCertain: kind.isCertain, unit: kind.unit)
                if let ended = ended[key] { try running.remove(ended) }
                if let begun = begun[key] { try running.add(begun) }
                if running.count > 0 { try sums[key, default: QuantitySum()].add(running) }
            }
        }
        begun = [:]
        ended = [:]
    }

    /// The sums of a group, the certain ones first; one without a unit where there are rows but no figures.
    package func entries(of group: Int) -> [Entry] {
        [true, false].flatMap { isCertain in
            let without = withoutFigure[Key(group: group, isCertain: isCertain)] ?? 0
            let found = units.names.indices.compactMap { unit in
                sums[Key(group: group, isCertain: isCertain, unit: unit)].map {
                    Entry(unit: units.names[unit], isCertain: isCertain, sum: $0, without: without)
                }
            }
            if found.isEmpty, without > 0 {
                return [Entry(unit: nil, isCertain: isCertain, sum: QuantitySum(), without: without)]
            }
            return found
        }
    }
}

/// The units of figures, each once, as most of them spell it.
private struct FigureUnits {
    /// The names, in the order in which they come; nil of plain numbers.
    private(set) var names: [String?] = []
    /// The unit of each value.
    private(set) var numbers: [Int] = []

    init(_ values: SlotValues, of rows: Int) {
        var known: [String?: Int] = [:]
        var spellings: [[(text: String?, count: Int)]] = []
        for value in values.values {
            guard case .quantity(let quantity) = value.value else {
                numbers.append(0)
                continue
            }
            let key = quantity.unit.map { MeasuredUnit.plain($0) }
            let number = known[key] ?? spellings.count
            if number == spellings.count {
                known[key] = number
                spellings.append([])
            }
            numbers.append(number)
            if !spellings[number].contains(where: { $0.text == quantity.unit }) {
                spellings[number].append((quantity.unit, 0))
            }
        }
        for row in 0..<rows {
            for number in values.numbers(at: row) {
                guard let quantity = values.quantity(number) else { continue }
                let unit = numbers[Int(number)]
                guard let place = spellings[unit].firstIndex(where: { $0.text == quantity.unit }) else { continue }
                spellings[unit][place].count += 1
            }
        }
        names = spellings.map { spellings in
            var best = spellings.first
            for spelling in spellings where spelling.count > best?.count ?? 0 { best = spelling }
            return best?.text
        }
    }
}

extension SlotValues {
    /// The quantity of a number.
    fileprivate func quantity(_ number: Int32) -> Quantity? {
        if case .quantity(let quantity) = values[Int(number)].value { quantity } else { nil }
    }
}
