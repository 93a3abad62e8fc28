import DossierAnalysis
import DossierModel
import DossierTime

extension ReportReader {
    /// Reads the claims that stand below no event, and how claims lie to each other.
    mutating func readClaims(into contents: inout ReportContents) {
        let claims = records(.claim)
        let others = ReportReader.bySaid(claims.filter { !told.contains($0.id) })
        for record in request.steps(others, of: others.count) { contents.claims.append(claim(record, below: nil)) }
        if claims.isEmpty { return }
        let conflicts = ClaimConflicts(among: claims, in: session, titlesOfSources: true, for: request.watch)
        for finding in conflicts.findings {
            switch finding.sort {
            case .contradiction: contents.contradictions.append(conflict(finding))
            case .update: contents.updates.append(conflict(finding))
            case .compatible, .settled: continue
            }
        }
    }

    private mutating func conflict(_ finding: ClaimConflicts.Finding) -> ReportConflict {
        let link = finding.link.flatMap { session[$0] }
        return ReportConflict(
            about: finding.about.map { name(of: $0) },
            reason: finding.link == nil ? finding.reason : "the analyst has linked them as a contradiction",
            remark: link?.text(.text), isPossible: finding.certainty == .possibly,
            claims: finding.claims.compactMap { session[$0] }.map { beside($0) })
    }

    /// Claims by when they were said; those without a time come last.
    static func bySaid(_ claims: [Record]) -> [Record] {
        claims.enumerated().sorted { left, right in
            switch (left.element.when(.said), right.element.when(.said)) {
            case (let mine?, let theirs?) where mine != theirs: When.inOrder(mine, theirs)
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// A claim below an event, or below none; what was told before is not told in full again.
    mutating func claim(_ record: Record, below event: Identifier?) -> ReportClaim {
        var claim = beside(record)
        claim.isRepeated = !told.insert(record.id).inserted
        claim.about = record.references(.about).filter { $0 != event }.map { name(of: $0) }
        if claim.isRepeated {
            claim.quote = nil
            return claim
        }
        claim.when = record.when(.when)
        claim.outcome = record.outcome
        claim.resolved = record.when(.resolved)
        claim.text = record.text(.text) == claim.title ? nil : record.text(.text)
        claim.tags = record.texts(.tags)
        return claim
    }

    /// A claim with what it is compared by.
    private mutating func beside(_ record: Record) -> ReportClaim {
        var claim = ReportClaim(
            id: record.id, speakers: names(.speaker, of: record), stance: record.text(.stance) ?? Stance.unstated,
            said: record.when(.said), when: record.when(.when), figures: record.quantities(.quantity),
            grade: record.grade, quote: record.quote?.exact, sources: sources(of: record))
        if case .likelihood(let likelihood)? = record[.likelihood].first { claim.likelihood = likelihood }
        let isNameless = record.title == record.id.text && record.quote != nil
        claim.title = isNameless ? nil : record.title
        return claim
    }
}
