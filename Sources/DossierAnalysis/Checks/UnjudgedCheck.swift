import DossierModel

/// F and 6 of the Admiralty code are no rank: nothing is concluded from them, and nothing is compared by them.
package struct UnjudgedCheck: Check {
    private let session: Session

    package static let name = "unjudged"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.event, .note], reading: Ground.fields + [.status, .confidence, .text],
        "no grade of F or 6 (cannot be judged) is used as a rank",
        details:
            "The check finds confirmed events whose claims are all graded 6; judgements and forecasts of moderate or high confidence whose claims are all graded F or 6; and notes that call such a grade better or worse than another (NATO AJP-2.1). Claims without a grade are ignored.",
        example: CheckExample(
            .commands([
                "add source s1", "add event e1 \"Troops arrive\" status=confirmed",
                "add claim c1 \"They arrived\" about=e1 source=s1 grade=B6",
                "add note n1 type=judgement target=c1 likelihood=likely confidence=high -- Troops are there.",
                "add note n2 -- F6 is worse than C3.",
            ]),
            finds: [
                "e1  it is marked as confirmed, but its evidence cannot be judged: c1 (B6); find other evidence, or set 'status=reported'",
                "n1  its confidence is high, but its evidence cannot be judged: c1 (B6); find other evidence, or set 'confidence=low'",
                "n2  it compares F6, which is not a rank: F and 6 mean that it cannot be judged",
            ], remedy: ["set e1 status=reported", "set n1 confidence=low", "set n2 text=\"F6 cannot be judged.\""]))

    /// Begins.
    package init(_ scope: CheckScope) { session = scope.session }

    /// Looks at an event that is confirmed, or at what a note concludes and says.
    package mutating func findings(of record: Record) -> [Finding] {
        if record.kind == .event {
            guard record.status == .confirmed,
                let grades = grades(under: record, where: { $0.credibilityRank == nil })
            else { return [] }
            return [
                Finding(
                    record.id,
                    "it is marked as confirmed, but its evidence cannot be judged: \(grades.text); find other evidence, or set 'status=reported'",
                    others: grades.ids)
            ]
        }
        var findings: [Finding] = []
        if let confidence = record.confidence, confidence != .low,
            let grades = grades(under: record, where: { !$0.isJudged })
        {
            findings.append(
                Finding(
                    record.id,
                    "its confidence is \(confidence.rawValue), but its evidence cannot be judged: \(grades.text); find other evidence, or set 'confidence=low'",
                    others: grades.ids))
        }
        let compared = Sentences.of(record.text(.text) ?? "").lazy.compactMap { GradeComparison.unjudged(in: $0) }.first
        if let compared {
            findings.append(
                Finding(
                    record.id, "it compares \(compared), which is not a rank: F and 6 mean that it cannot be judged"))
        }
        return findings
    }

    /// The claims on which a record rests, with their grades, where all have one of some sort; nil where one has not.
    private func grades(
        under record: Record, where isMeant: (Grade) -> Bool
    ) -> (text: String, ids: [Identifier])? {
        let grounds = Ground.of(record, in: session).filter { $0.role == .support || $0.role == .corroboration }
        var found: [(id: Identifier, grade: Grade)] = []
        for ground in grounds {
            guard let grade = session[ground.id]?.grade, isMeant(grade) else { return nil }
            found.append((ground.id, grade))
        }
        if found.isEmpty { return nil }
        return (found.map { "\($0.id) (\($0.grade))" }.joined(separator: ", "), found.map(\.id))
    }
}
