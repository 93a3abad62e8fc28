import DossierModel

/// The rules, one line each.
package enum CheckTable {
    /// All rules, in the order in which their findings stand.
    package static let all: [any Check.Type] = [
        ReferencesCheck.self,
        QuotesCheck.self,
        DigestsCheck.self,
        CirclesCheck.self,
        SequenceCheck.self,
        AnchorsCheck.self,
        IndependenceCheck.self,
        UnjudgedCheck.self,
        ConfirmedCheck.self,
        PublicationCheck.self,
        SentencesCheck.self,
        RowsCheck.self,
        DueCheck.self,
        OverdueCheck.self,
        LeaksCheck.self,
        DuplicatesCheck.self,
        OvermarkedCheck.self,
        UnusedCheck.self,
    ]

    /// The rule of a name.
    package static func check(named name: String) -> (any Check.Type)? { all.first { $0.name == name } }

    /// What some rules find, rule by rule.
    ///
    /// Rules that read no record one by one have their own way through the session, and go it beside the others.
    package static func findings(_ rules: [any Check.Type], _ scope: CheckScope, _ work: Work) -> [[Finding]] {
        let isLarge = scope.session.count >= leastForThreads
        let (apart, reading) = (
            rules.indices.filter { isLarge && rules[$0].definition.kinds.isEmpty },
            rules.indices.filter { !isLarge || !rules[$0].definition.kinds.isEmpty }
        )
        let groups = [apart, reading].filter { !$0.isEmpty }
        let found = Processors.map(groups.count) { part in
            findings(of: groups[part].map { rules[$0] }, scope, work)
        }
        let findingsOfRule = Dictionary(zip(groups.joined(), found.joined())) { first, _ in first }
        return rules.indices.map { findingsOfRule[$0] ?? [] }
    }

    /// How many records are worth a thread.
    private static let leastForThreads = 1 << 12

    /// What some rules find; every record is read once, in those fields that they ask for.
    private static func findings(
        of rules: [any Check.Type], _ scope: CheckScope, _ work: Work
    ) -> [[Finding]] {
        var running = rules.map { $0.init(scope) }
        var found = [[Finding]](repeating: [], count: rules.count)
        let readings = Kind.listed.reduce(into: [:]) { readings, kind in
            readings[kind] = rules.indices.filter { rules[$0].definition.kinds.contains(kind) }
        }
        let selections = Kind.listed.filter { readings[$0]?.isEmpty == false }.map { kind in
            FieldProjection(kind, Set((readings[kind] ?? []).flatMap { rules[$0].definition.fields }).map(\.self))
        }
        for record in selections.lazy.flatMap({ scope.session.records($0) }).steps(of: work) {
            for index in readings[record.kind] ?? [] { found[index] += running[index].findings(of: record) }
        }
        for index in rules.indices where scope.watch?.isCancelled != true {
            found[index] += running[index].findings()
        }
        return found
    }
}
