import DossierModel

/// What is graded as confirmed by other sources has at least two independent origins.
package struct IndependenceCheck: Check {
    private let scope: CheckScope
    private var graded: [Record] = []

    package static let name = "independence"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.claim, .link], reading: Ground.fields + [.grade],
        "every record graded 1 (confirmed by other sources) has at least two independent origins",
        details:
            "Origins are counted as in 'show support': those of the record itself and of what supports or corroborates it. Three papers that draw on one agency count as one. The check finds only records that cannot have two.",
        example: CheckExample(
            .commands([
                "add source agency", "add source paper derived=agency", "add source herald derived=agency",
                "add claim c1 \"Troops have arrived\" source=paper grade=B1",
                "add claim c2 \"Troops have arrived\" source=herald", "link c2 corroborates c1",
            ]),
            finds: [
                "c1  it is graded B1, confirmed by other sources, but has one origin: agency; grade it 2, or link an independent record to it with 'corroborates'"
            ],
            remedy: [
                "add source nis", "add claim c3 \"Troops have arrived\" source=nis", "link c3 corroborates c1",
            ]))

    /// Begins.
    package init(_ scope: CheckScope) { self.scope = scope }

    /// Keeps what is graded 1.
    package mutating func findings(of record: Record) -> [Finding] {
        if record.grade?.credibility == 1 { graded.append(record) }
        return []
    }

    /// Counts the origins of what is graded 1.
    package mutating func findings() -> [Finding] {
        let session = scope.session
        var known = Derivation.Known()
        let lines = graded.steps(of: scope.work("reading grounds", of: graded.count)).map { record in
            Support.lines(of: record, Ground.of(record, in: session), in: session).map(\.id)
        }
        let claims = graded.lazy.filter { $0.kind == .claim }.map(\.id)
        let own = OriginGraph(from: claims, in: session, &known, withSupport: false, scope)
        let graph = OriginGraph(from: lines.joined(), in: session, &known, withSupport: true, scope)
        var findings: [Finding] = []
        for (record, lines) in zip(graded, lines).steps(of: scope.work("counting origins", of: graded.count)) {
            let origin: String
            switch reach(of: record, record.kind == .claim ? own.reach(of: record.id) : .nothing, lines, graph, &known)
            {
            case .one(let id): origin = "one origin: \(id)"
            case .nothing: origin = "no stated origin"
            case .several, .circle: continue
            }
            findings.append(
                Finding(
                    record.id,
                    "it is graded \(record.grade?.description ?? ""), confirmed by other sources, but has \(origin); grade it 2, or link an independent record to it with 'corroborates'"
                ))
        }
        return findings
    }

    /// The origins that a record has of itself and by what stands for it.
    private func reach(
        of record: Record, _ own: OriginGraph.Reach, _ lines: [Identifier], _ graph: OriginGraph,
        _ known: inout Derivation.Known
    ) -> OriginGraph.Reach {
        var reach = own
        var returning: [Identifier] = []
        for line in lines {
            if graph.mayLead(line, to: record.id) {
                returning.append(line)
            } else {
                reach = reach.union(graph.reach(of: line))
            }
        }
        // What leads back to the record may have fewer origins than it leads to, never others.
        let most = returning.reduce(reach) { $0.union(graph.reach(of: $1)) }
        if reach == .several || (reach == most && reach != .circle) { return reach }
        for line in returning where reach != .several {
            reach = reach.union(graph.reach(of: line, before: record.id, in: scope.session, &known))
        }
        if reach == .several { return reach }
        let support = Support(of: record, Ground.of(record, in: scope.session), in: scope.session, &known)
        let origins = ([support.own] + support.origins).reduce(into: Set<Identifier>()) { $0.formUnion($1.all) }
        return origins.count > 1 ? .several : origins.first.map { .one($0) } ?? .nothing
    }
}
