import DossierModel

/// What a report says in words of its own, not yet escaped.
enum ReportSentences {
    /// What supports an event: `3 claims, 2 independent origins`, or `no support`.
    static func support(_ support: ReportSupport) -> String {
        if support.counts.isEmpty { return "no support" }
        let counts = support.counts.map { $0.kind.counted($0.count) }
        return (counts + [origins(support.independent)]).joined(separator: ", ")
    }

    /// `1 independent origin`, `1 to 2 independent origins`.
    static func origins(_ range: ClosedRange<Int>) -> String {
        if range == 1...1 { return "1 independent origin" }
        let count = range.count == 1 ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
        return count + " independent origins"
    }

    /// `3 claims and 1 note`.
    static func counts(_ counts: [(kind: Kind, count: Int)]) -> String {
        list(counts.map { $0.kind.counted($0.count) })
    }

    /// `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
