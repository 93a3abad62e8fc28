import DossierAnalysis
import DossierLanguage
import DossierModel

/// What a person reads of a record's support beside its tree: the counts, and what is to be minded.
struct SupportWords {
    private let record: Record
    private let support: Support
    private let session: Session

    init(_ record: Record, _ support: Support, _ session: Session) {
        self.record = record
        self.support = support
        self.session = session
    }

    /// `for: 3 claims, 1 source, 2 origins: nis, cheong`
    var standing: StyledText {
        var parts = counts(support.lines.filter { $0.role != .source })
        let sources = support.sources.count
        if sources > 0, !support.lines.isEmpty || record.kind == .claim { parts.append(Kind.source.counted(sources)) }
        let heading = StyledText("for: ", .strong)
        if record.kind == .claim || record.kind == .source {
            let choice = support.own.possible.isEmpty ? "" : "one or more of "
            let own = support.own.all.isEmpty ? "no stated origin" : choice + names(support.own.all)
            parts = ["itself, from \(own)"] + parts
        }
        if parts.isEmpty { return heading + "nothing" }
        return heading + StyledText((parts + origins).joined(separator: ", "))
    }

    /// The independent origins, with who they are; then what has none.
    private var origins: [String] {
        guard !support.lines.isEmpty else { return [] }
        var parts: [String] = []
        let range = support.independent
        let all = support.origins.reduce(into: Set<Identifier>()) { $0.formUnion($1.all) }
        let count =
            range.lowerBound == range.upperBound ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
        parts.append(
            (range == 1...1 ? "1 independent origin" : "\(count) independent origins")
                + (all.isEmpty ? "" : ": \(names(all))"))
        let own = support.origins.count { !$0.own.isEmpty }
        if own > 0 { parts.append("the analyst's own words") }
        let unknown = Set(support.origins.flatMap(\.unknown))
        if !unknown.isEmpty { parts.append("no origin given for \(names(unknown))") }
        return parts
    }

    /// `2 claims`; nil where nothing needs to be said.
    func counted(_ grounds: [Ground], _ title: String) -> StyledText? {
        if grounds.isEmpty { return title == "against" ? "nothing" : nil }
        let text = counts(grounds).joined(separator: ", ")
        guard title == "beside it" else { return StyledText(text) }
        return StyledText(text + (grounds.count == 1 ? " that presupposes it" : " that presuppose it"))
    }

    private func counts(_ grounds: [Ground]) -> [String] {
        let kinds = grounds.compactMap { session[$0.id]?.kind }
        return Kind.listed.compactMap { kind in
            let count = kinds.count { $0 == kind }
            return count > 0 ? kind.counted(count) : nil
        }
    }

    /// What is to be minded: shared origins, one carrier, circles, and evidence that is its own origin.
    var remarks: [String] {
        var remarks = support.shared.map { origin, lines in
            "shared origin: \(origin) is behind \(lines.map(\.text).joined(separator: ", "))"
        }
        if support.sources.count == 1, support.lines.count > 1 {
            remarks.append("all of it comes from one source: \(support.sources[0])")
        }
        remarks += support.circles.map { "circle: " + $0.map(\.text).joined(separator: " → ") }
        if let reason = support.selfEvidence { remarks.append(reason) }
        return remarks
    }

    private func names(_ ids: Set<Identifier>) -> String { ids.sorted().map(\.text).joined(separator: ", ") }
}
