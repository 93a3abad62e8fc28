/// Where the kills fell.
public struct CrashReport: Sendable {
    /// How many kills there were.
    public internal(set) var kills = 0
    /// How many sessions were begun.
    public internal(set) var sessions = 0
    /// The seconds that all took.
    public internal(set) var seconds = 0.0
    /// What opening had to say, by its sort, and what lay about.
    var traces: [String: Int] = [:]
    private var falls: [Victim: [Fall: Int]] = [:]

    /// Where in its work a command was when the program was killed.
    enum Fall: String, CaseIterable {
        /// Nothing of it is on disk.
        case before = "left no trace"
        /// It is there, unanswered.
        case within = "there, unanswered"
        /// It was answered.
        case after = "answered"
    }

    mutating func count(_ victim: Victim, _ fall: Fall) {
        kills += 1
        falls[victim, default: [:]][fall, default: 0] += 1
    }

    /// The whole as a table.
    public var text: String {
        var text = row("killed during", Fall.allCases.map(\.rawValue))
        for victim in Victim.allCases {
            guard let counts = falls[victim] else { continue }
            text += row(victim.rawValue, Fall.allCases.map { "\(counts[$0, default: 0])" })
        }
        for (trace, count) in traces.sorted(by: { $0.key < $1.key }) { text += "\(count) times \(trace)\n" }
        let rate = Int((Double(kills) / max(seconds, 0.001)).rounded())
        return text + "\(kills) kills in \(Int(seconds.rounded())) s (\(rate) a second), \(sessions) sessions\n"
    }

    private func row(_ name: String, _ cells: [String]) -> String {
        let padded = cells.map { String(repeating: " ", count: max(1, 20 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 16 - name.count)) + padded.joined() + "\n"
    }
}
