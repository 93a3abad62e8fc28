/// The rules, one line each.
public enum CheckTable {
    /// All rules, in the order in which their findings stand.
    public static let all: [any Check.Type] = [
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
    static func check(named name: String) -> (any Check.Type)? { all.first { $0.definition.name == name } }

    /// What some rules find, rule by rule; every record is read once.
    static func findings(_ rules: [any Check.Type], _ scope: CheckScope, _ work: Work) -> [[Finding]] {
        var running = rules.map { $0.init(scope) }
        var found = [[Finding]](repeating: [], count: rules.count)
        let readings = Kind.listed.reduce(into: [:]) { readings, kind in
            readings[kind] = rules.indices.filter { rules[$0].definition.kinds.contains(kind) }
        }
        let read = Kind.listed.lazy.filter { readings[$0]?.isEmpty == false }
        for record in read.flatMap({ scope.session.records(of: $0) }).steps(of: work) {
            for index in readings[record.kind] ?? [] { found[index] += running[index].findings(of: record) }
        }
        for index in rules.indices where scope.watch?.isCancelled != true {
            found[index] += running[index].findings()
        }
        return found
    }
}
