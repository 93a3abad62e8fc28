import Glibc

/// Prints rows as they come, and at the end how each piece of work grows with the size.
struct Report {
    private var size = 0
    private var times: [(work: String, points: [(size: Int, seconds: Double)])] = []
    private static let width = 50

    /// Begins the table of a size.
    mutating func begin(_ size: Int) {
        self.size = size
        print("\(size) events, and as many links\n")
    }

    /// Prints a row.
    mutating func add(_ row: Row) {
        print("  " + row.text(width: Report.width))
        fflush(nil)
        guard let own = row.own else { return }
        if let index = times.firstIndex(where: { $0.work == row.work }) {
            times[index].points.append((size, own.median))
        } else {
            times.append((row.work, [(size, own.median)]))
        }
    }

    /// Prints the exponent of each piece of work from size to size: 1 where it grows as the data does, 0 where it does not.
    func printGrowth() {
        let grown = times.filter { $0.points.count > 1 }
        if grown.isEmpty { return }
        print("\ngrowth: the exponent from one size to the next\n")
        for (work, points) in grown {
            let steps = zip(points, points.dropFirst()).map { before, after in
                let exponent = log(after.seconds / before.seconds) / log(Double(after.size) / Double(before.size))
                return "\(before.size) to \(after.size): \((exponent * 100).rounded() / 100)"
            }
            let name = work + String(repeating: " ", count: max(0, Report.width - work.count))
            print("  \(name) | " + steps.joined(separator: " | "))
        }
    }
}
