import DossierModel
import DossierTime

/// Pairs of records of a kind that are likely to be the same thing.
///
/// Records stand together by what they have in common, each with the first of those like it, so that many alike give as many
/// pairs less one, and the time that it takes grows as the session does.
package struct Duplicates {
    /// Two records that may be one.
    package struct Pair {
        package let kind: Kind
        /// The one that was made first.
        package let first: Identifier
        package let second: Identifier
        /// What they have in common.
        package fileprivate(set) var reasons: [String]
        /// What speaks against it, and does not rule it out; nil where nothing does.
        package let caution: String?

        /// What they have in common, and what speaks against it.
        package var reason: String {
            reasons.joined(separator: ", ") + (caution.map { ", though \($0)" } ?? "")
        }
    }

    /// The pairs, kind by kind, by their first record and then their second; behind the entities those whose names resemble
    /// each other, the most alike first.
    package private(set) var pairs: [Pair] = []

    /// With how many unlike records of one key a record is compared, the latest first.
    static let most = 16

    /// Finds the pairs among the records of some kinds, but for those that a link states to be the same or different.
    package init(of kinds: [Kind], in session: Session, for watch: (any WorkWatch)? = nil) {
        let deciding = Condition.any([
            .relation(Relation.Shipped.sameAs.rawValue), .relation(Relation.Shipped.differentFrom.rawValue),
        ])
        let decided = Set(
            session.rows(of: .link, where: deciding).compactMap { session.record(at: $0.slot).flatMap { Decision($0) } }
        )
        for kind in kinds where watch?.isCancelled != true {
            find(kind, in: session, decided, watch)
            if kind == .entity { findResembling(in: session, decided, watch) }
        }
    }

    /// Two records of which a link states whether they are the same.
    struct Decision: Hashable {
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
        let features: [Feature]
        let when: When?
        let actors: [Identifier]
        let places: [Identifier]
        let type: String?

        init(_ record: Record) {
            id = record.id
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
        static func fields(of kind: Kind) -> FieldProjection {
            FieldProjection(kind, Feature.fields(of: kind) + [.when, .said, .published, .actor, .place, .type])
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

    /// A feature of a record, by their places.
    private struct Head {
        let record: Int
        let feature: Int
    }

    private mutating func find(
        _ kind: Kind, in session: Session, _ decided: Set<Decision>, _ watch: (any WorkWatch)?
    ) {
        let records = Duplicates.records(of: kind, in: session, watch)
        // Of most keys there is one record, which needs no list.
        var heads: [String: (first: Head, others: [Head])] = [:]
        heads.reserveCapacity(records.count)
        var found: [Places: [String]] = [:]
        let work = Work("comparing \(kind.plural)", .records, of: records.count, stride: 256, for: watch)
        for place in Duplicates.inOrder(records).steps(of: work) {
            let record = records[place]
            for feature in record.features.indices {
                let (key, role) = (record.features[feature].key, record.features[feature].role)
                let own = Head(record: place, feature: feature)
                guard let index = heads.index(forKey: key) else {
                    heads[key] = (own, [])
                    continue
                }
                let (first, others) = heads.values[index]
                func isLike(_ other: Head) -> Bool {
                    other.record != place && (role != .title || records[other.record].canBe(record))
                        && (decided.isEmpty || !decided.contains(Decision(records[other.record].id, record.id)))
                }
                guard let like = others.last(where: isLike) ?? (isLike(first) ? first : nil) else {
                    if first.record == place || others.contains(where: { $0.record == place }) { continue }
                    heads.values[index].others.append(own)
                    if others.count + 1 == Duplicates.most {
                        heads.values[index].first = heads.values[index].others.removeFirst()
                    }
                    continue
                }
                let pair = Places(first: min(like.record, place), second: max(like.record, place))
                let other = records[like.record].features[like.feature]
                let reason =
                    like.record < place
                    ? Feature.reason(other, record.features[feature]) : Feature.reason(record.features[feature], other)
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

    /// The records of a kind that have something in common with another, and perhaps a few more.
    ///
    /// Most have nothing in common with any: of what they are alike by, no more than a hash is kept, and they are not read
    /// any further.
    private static func records(
        of kind: Kind, in session: Session, _ watch: (any WorkWatch)?
    ) -> [Circumstances] {
        let slots = Array(session.slots(of: kind))
        let named = FieldProjection(kind, Feature.fields(of: kind))
        var work = Work("reading \(kind.plural)", .records, of: slots.count, for: watch)
        let hashes = slots.mapInThreads(&work) { slot in
            session.record(at: slot, named).map { record in Feature.of(record).map(\.key.hashValue) } ?? []
        }
        var seen: Set<Int> = []
        seen.reserveCapacity(hashes.count)
        var shared: Set<Int> = []
        for hash in hashes.joined() where !seen.insert(hash).inserted { shared.insert(hash) }
        let alike = zip(slots, hashes).filter { _, hashes in hashes.contains(where: shared.contains) }.map(\.0)
        let fields = Circumstances.fields(of: kind)
        work = Work("reading \(kind.plural)", .records, of: alike.count, for: watch)
        return alike.mapInThreads(&work) { slot in session.record(at: slot, fields).map { Circumstances($0) } }
            .compactMap(\.self)
    }

    /// The places of records by their time, so that those of one time are compared with each other; those without one first.
    private static func inOrder(_ records: [Circumstances]) -> [Int] {
        if records.allSatisfy({ $0.when == nil }) { return Array(records.indices) }
        return records.indices.sorted { left, right in
            guard let mine = records[left].when, let theirs = records[right].when else {
                return records[left].when == nil ? records[right].when != nil || left < right : false
            }
            if mine.text == theirs.text { return left < right }
            return When.inOrder(mine, theirs)
        }
    }

    /// Appends the pairs of entities that are not together yet, and whose names resemble each other.
    private mutating func findResembling(
        in session: Session, _ decided: Set<Decision>, _ watch: (any WorkWatch)?
    ) {
        var groups = Groups(pairs.lazy.filter { $0.kind == .entity }.map { ($0.first, $0.second) })
        for match in ResemblingNames(in: session, for: watch).matches
        where !decided.contains(Decision(match.first, match.second)) && groups.join(match.first, match.second) {
            pairs.append(
                Pair(kind: .entity, first: match.first, second: match.second, reasons: [match.reason], caution: nil))
        }
    }

    private static func caution(_ first: Circumstances, _ second: Circumstances) -> String? {
        guard let mine = first.type, let theirs = second.type, mine != theirs else { return nil }
        return "one is of type \(mine), the other \(theirs)"
    }
}
