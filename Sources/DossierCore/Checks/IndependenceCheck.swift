/// What is graded as confirmed by other sources has at least two independent origins.
public struct IndependenceCheck: Check {
    private let session: Session
    private var known = Derivation.Known()

    /// The rule as data.
    public static let definition = CheckDefinition(
        "independence", .warning, of: [.claim, .link],
        "what is graded 1, confirmed by other sources, has two independent origins or more",
        details:
            "Origins are counted as 'show support' counts them: those of the record itself, and of what supports or corroborates it. Three papers that draw on one agency are one. It is only found where two are out of the question.",
        example: CheckExample(
            .commands([
                "add source agency", "add source paper derived=agency", "add source herald derived=agency",
                "add claim c1 \"Troops have arrived\" source=paper grade=B1",
                "add claim c2 \"Troops have arrived\" source=herald", "link c2 corroborates c1",
            ]),
            finds: [
                "c1  it is graded B1, confirmed by other sources, but has one origin: agency; grade it 2, or link what says so from elsewhere with 'corroborates'"
            ],
            remedy: [
                "add source nis", "add claim c3 \"Troops have arrived\" source=nis", "link c3 corroborates c1",
            ]))

    /// Begins.
    public init(_ scope: CheckScope) { session = scope.session }

    /// Counts the origins of a record that is graded 1.
    public mutating func findings(of record: Record) -> [Finding] {
        guard let grade = record.grade, grade.credibility == 1 else { return [] }
        let support = Support(of: record, Ground.of(record, in: session), in: session, &known)
        let lines = [support.own] + support.origins
        if Origins.independent(lines).upperBound > 1 { return [] }
        let origin = lines.flatMap(\.all).first.map { "one origin: \($0)" } ?? "no origin that is given"
        return [
            Finding(
                record.id,
                "it is graded \(grade), confirmed by other sources, but has \(origin); grade it 2, or link what says so from elsewhere with 'corroborates'"
            )
        ]
    }
}
