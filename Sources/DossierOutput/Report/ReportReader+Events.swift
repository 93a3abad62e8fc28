import DossierAnalysis
import DossierModel
import DossierTime

extension ReportReader {
    /// Reads the events by time, and by how firmly they are held.
    mutating func readEvents(into contents: inout ReportContents) {
        let chosen = Set(records(.claim).map(\.id))
        let records = records(.event)
        var known = Derivation.Known()
        var events: [ReportEvent] = []
        for record in request.steps(ReportReader.inOrder(records), of: records.count) {
            events.append(event(record, claims: chosen, &known))
        }
        contents.events = events
        contents.timeline = events.filter { $0.when != nil }
        contents.undated = events.count - contents.timeline.count
        contents.statuses = ReportReader.statuses.compactMap { status in
            let own = events.filter { $0.status == status }
            return own.isEmpty ? nil : ReportStatus(status: status, events: own)
        }
    }

    /// Events by time; of one time those that are held more firmly come first, and those without a time last.
    private static func inOrder(_ events: [Record]) -> [Record] {
        events.enumerated().sorted { left, right in
            switch (left.element.when(.when), right.element.when(.when)) {
            case (let mine?, let theirs?) where mine != theirs: return When.inOrder(mine, theirs)
            case (_?, nil): return true
            case (nil, _?): return false
            default:
                let ranks = [left, right].map { rank(of: $0.element.status) }
                return ranks[0] == ranks[1] ? left.offset < right.offset : ranks[0] < ranks[1]
            }
        }.map(\.element)
    }

    /// The firmest first.
    private static let statuses: [EventStatus?] = [.confirmed, .reported, .disputed, .expected, .cancelled, nil]

    private static func rank(of status: EventStatus?) -> Int { statuses.firstIndex(of: status) ?? statuses.count }

    private mutating func event(
        _ record: Record, claims chosen: Set<Identifier>, _ known: inout Derivation.Known
    ) -> ReportEvent {
        let grounds = Ground.of(record, in: session)
        let support = Support(of: record, grounds, in: session, &known, for: request.watch)
        var event = ReportEvent(
            id: record.id, title: record.title, when: record.when(.when), status: record.status,
            type: record.text(.type), actors: names(.actor, of: record), targets: names(.target, of: record),
            places: names(.place, of: record), figures: record.quantities(.quantity), text: record.text(.text),
            tags: record.texts(.tags), sources: sources(of: record))
        if event.text == event.title { event.text = nil }
        event.support = counted(support, grounds)
        let claims = grounds.filter { chosen.contains($0.id) }
        func own(_ isMeant: (Ground.Role) -> Bool) -> [Record] {
            ReportReader.bySaid(claims.filter { isMeant($0.role) }.compactMap { session[$0.id] })
        }
        event.supporting = own { $0 == .support || $0 == .corroboration }.map { claim($0, below: record.id) }
        event.opposing = own { $0 == .contradiction }.map { claim($0, below: record.id) }
        event.other = own { $0 == .limit || $0 == .attitude }.map { claim($0, below: record.id) }
        return event
    }

    private mutating func counted(_ support: Support, _ grounds: [Ground]) -> ReportSupport {
        var report = ReportSupport()
        report.counts = counts(support.lines.filter { $0.role != .source })
        if support.lines.isEmpty { return against(grounds, report) }
        if !support.sources.isEmpty { report.counts.append((.source, support.sources.count)) }
        report.independent = support.independent
        let shared = support.shared
        let origins = support.origins.reduce(into: Set<Identifier>()) { $0.formUnion($1.all) }
        report.origins = origins.sorted().map { origin in
            ReportOrigin(
                name: name(of: origin), count: shared.first { $0.origin == origin }.map(\.lines.count) ?? 1)
        }
        report.hasOwnWords = support.origins.contains { !$0.own.isEmpty }
        report.withoutOrigin = Set(support.origins.flatMap(\.unknown)).sorted().map { name(of: $0) }
        return against(grounds, report)
    }

    private func against(_ grounds: [Ground], _ report: ReportSupport) -> ReportSupport {
        var report = report
        report.against = counts(grounds.filter { $0.role == .contradiction })
        report.limits = counts(grounds.filter { $0.role == .limit })
        return report
    }

    private func counts(_ grounds: [Ground]) -> [(kind: Kind, count: Int)] {
        let kinds = grounds.compactMap { session.kind(of: $0.id) }
        return Kind.listed.map { kind in (kind, kinds.count { $0 == kind }) }.filter { $0.1 > 0 }
    }
}
