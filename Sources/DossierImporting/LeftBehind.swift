/// What of a file no row holds, in words.
enum LeftBehind {
    /// How many names are told.
    private static let shown = 20

    /// Names, the first of them.
    static func list(_ names: [String]) -> String {
        let more = names.count - shown
        return names.prefix(shown).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// A number of things.
    static func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}

/// How often something was met, in the order in which it was met first.
struct OrderedCounts: Sendable {
    private(set) var entries: [(name: String, count: Int)] = []
    private var indices: [String: Int] = [:]

    /// Counts one.
    mutating func add(_ name: String) {
        if let index = indices[name] {
            entries[index].count += 1
        } else {
            indices[name] = entries.count
            entries.append((name, 1))
        }
    }

    /// How many there are altogether.
    var total: Int { entries.reduce(0) { $0 + $1.count } }

    /// Each with its number: `2 Polygon, 1 LineString`.
    var text: String { LeftBehind.list(entries.map { "\($0.count) \($0.name)" }) }
}
