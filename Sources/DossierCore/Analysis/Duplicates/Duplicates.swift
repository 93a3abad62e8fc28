/// Pairs of records of a kind that are likely to be the same thing.
///
/// Records stand together by what they have in common, each with the first of those like it, so that many alike give as many
/// pairs less one, and the time that it takes grows as the session does.
struct Duplicates {
    /// Two records that may be one.
    struct Pair {
        let kind: Kind
        /// The one that was made first.
        let first: Identifier
        let second: Identifier
        /// What they have in common.
        fileprivate(set) var reasons: [String]
        /// What speaks against it, and does not rule it out; nil where nothing does.
        let caution: String?

        /// What they have in common, and what speaks against it.
        var reason: String {
            reasons.joined(separator: ", ") + (caution.map { ", though \($0)" } ?? "")
        }
    }

    /// The pairs, kind by kind, by their first record and then their second.
    private(set) var pairs: [Pair] = []

    /// With how many unlike records of one key a record is compared, the latest first.
    private static let most = 16

    /// Finds the pairs among the records of some kinds, but for those that a link states to be the same or different.
    init(of kinds: [Kind], in session: Session, for watch: (any WorkWatch)? = nil) {
        let links = FieldSelection(.link, [.from, .relation, .to])
        let decided = Set(
            session.records(links).compactMap { link in
                ["same-as", "different-from"].contains(link.text(.relation)) ? Decision(link) : nil
            })
        for kind in kinds where watch?.isCancelled != true { find(kind, in: session, decided, watch) }
    }

    /// Two records of which a link states whether they are the same.
    private struct Decision: Hashable {
        let ends: Set<Identifier>

        init(_ left: Identifier, _ right: Identifier) { ends = [left, right] }

        init?(_ link: Record) {
            guard let from = link.references(.from).first, let to = link.references(.to).first else { return nil }
            self.init(from, to)
        }
    }

    /// What records are alike by, and what tells those of one title apart.
    private struct Circumstances {
        let id: Identifier
        let place: Int
        let features: [Feature]
        let when: When?
        let actors: [Identifier]
        let places: [Identifier]
        let type: String?

        init(_ record: Record, place: Int) {
            id = record.id
            self.place = place
            features = Feature.of(record)
            when =
                switch record.kind {
                case .event: record.when(.when)
                case .claim: record.when(.said)
                case .source: record.when(.published)
                default: nil
                }
            actors = record.references(.actor)
            places = record.references(.place)
            type = record.kind == .entity ? record.text(.type) : nil
        }

        /// The fields from which they are read.
        static func fields(of kind: Kind) -> FieldSelection {
            FieldSelection(kind, Feature.fields(of: kind) + [.when, .said, .published, .actor, .place, .type])
        }

        /// Whether nothing rules out that the two are one: they may be of one time, and share actors and places where both
        /// name them.
        func canBe(_ other: Circumstances) -> Bool {
            if let when, let otherWhen = other.when, when.overlaps(otherWhen) == .no { return false }
            return Circumstances.canBeOne(actors, other.actors) && Circumstances.canBeOne(places, other.places)
        }

        private static func canBeOne(_ left: [Identifier], _ right: [Identifier]) -> Bool {
            left.isEmpty || right.isEmpty || left.contains { right.contains($0) }
        }
    }

    private struct Places: Hashable {
        let first: Int
        let second: Int
    }

    private mutating func find(
        _ kind: Kind, in session: Session, _ decided: Set<Decision>, _ watch: (any WorkWatch)?
    ) {
        func work(_ title: String) -> Work {
            Work(title, .records, of: session.count(of: kind), stride: 256, for: watch)
        }
        let records = session.records(Circumstances.fields(of: kind)).enumerated()
            .steps(of: work("reading \(kind.plural)")).map { Circumstances($1, place: $0) }
        var heads: [String: [(record: Int, feature: Int)]] = [:]
        heads.reserveCapacity(records.count)
        var found: [Places: [String]] = [:]
        for record in Duplicates.inOrder(records).steps(of: work("comparing \(kind.plural)")) {
            for feature in record.features.indices {
                let (key, role) = (record.features[feature].key, record.features[feature].role)
                guard let others = heads[key] else {
                    heads[key] = [(record.place, feature)]
                    continue
                }
                let like = others.last { other in
                    let head = records[other.record]
                    return head.place != record.place && (role != .title || head.canBe(record))
                        && (decided.isEmpty || !decided.contains(Decision(head.id, record.id)))
                }
                guard let like else {
                    if others.contains(where: { $0.record == record.place }) { continue }
                    heads[key]?.append((record.place, feature))
                    if others.count == Duplicates.most { heads[key]?.removeFirst() }
                    continue
                }
                let pair = Places(first: min(like.record, record.place), second: max(like.record, record.place))
                let own = record.features[feature]
                let other = records[like.record].features[like.feature]
                let reason =
                    like.record < record.place ? Feature.reason(other, own) : Feature.reason(own, other)
                if !found[pair, default: []].contains(reason) { found[pair, default: []].append(reason) }
            }
        }
        pairs += found.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }.map { places, reasons in
            let (first, second) = (records[places.first], records[places.second])
            return Pair(
                kind: kind, first: first.id, second: second.id, reasons: reasons,
                caution: Duplicates.caution(first, second))
        }
    }

    /// Records by their time, so that those of one time are compared with each other; those without one first.
    private static func inOrder(_ records: [Circumstances]) -> [Circumstances] {
        if records.allSatisfy({ $0.when == nil }) { return records }
        return records.sorted { left, right in
            guard let mine = left.when, let theirs = right.when else {
                return left.when == nil ? right.when != nil || left.place < right.place : false
            }
            if mine.text == theirs.text { return left.place < right.place }
            return When.inOrder(mine, theirs)
        }
    }

    private static func caution(_ first: Circumstances, _ second: Circumstances) -> String? {
        guard let mine = first.type, let theirs = second.type, mine != theirs else { return nil }
        return "one is of type \(mine), the other \(theirs)"
    }
}
