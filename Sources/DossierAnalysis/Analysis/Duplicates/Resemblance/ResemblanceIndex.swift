import DossierModel
import DossierText

/// The names of a session's entities by their keys, so that a new name finds those that resemble it without going through
/// all.
package struct ResemblanceIndex: Sendable {
    /// The entries, those of a bucket chained one behind the other, the latest first.
    private var entries: [Entry] = []
    /// The last entry of each bucket; -1 where it is empty.
    private var buckets: [Int32]
    private var entities: [Identifier] = []

    private struct Entry {
        let key: UInt64
        let entity: Int32
        let previous: Int32
    }

    /// With how many entities a new one is compared at most, the latest first.
    private static let most = 256

    /// Reads the entities of a session.
    package init(_ session: Session) {
        let slots = session.filledSlots(of: .entity)
        var work = Work("reading names", .records, of: slots.count, for: nil)
        let found = slots.mapInThreads(&work) { slot in
            session.record(at: slot, NamedEntity.fields).map { (id: $0.id, keys: ResemblanceIndex.keys(of: $0)) }
        }
        buckets = []
        entities.reserveCapacity(found.count)
        entries.reserveCapacity(found.count * 8)
        widen()
        for case .some(let entity) in found { insert(entity.id, entity.keys) }
    }

    /// Adds an entity, or what it is called now; what it was called before stays, and is found in vain.
    package mutating func insert(_ record: Record) { insert(record.id, ResemblanceIndex.keys(of: record)) }

    private mutating func insert(_ id: Identifier, _ keys: [UInt64]) {
        entities.append(id)
        for key in keys {
            if entries.count >= buckets.count { widen() }
            add(Entry(key: key, entity: Int32(entities.count - 1), previous: buckets[bucket(of: key)]))
        }
    }

    private mutating func add(_ entry: Entry) {
        buckets[bucket(of: entry.key)] = Int32(entries.count)
        entries.append(entry)
    }

    private mutating func widen() {
        let before = entries
        buckets = Array(repeating: -1, count: max(1 << 10, 1 << (Int.bitWidth - entries.capacity.leadingZeroBitCount)))
        entries.removeAll(keepingCapacity: true)
        for entry in before {
            add(Entry(key: entry.key, entity: entry.entity, previous: buckets[bucket(of: entry.key)]))
        }
    }

    private func bucket(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (buckets.count - 1) }

    private static func keys(of record: Record) -> [UInt64] {
        let names = record.texts(.name) + record.texts(.alias)
        return names.flatMap { ResemblanceKeys(SpelledName($0)).all }
    }

    /// The entity of a session whose name is most like one of another's, and is not the same; nil where none resembles it.
    package func nearest(to record: Record, in session: Session) -> NamedEntity? {
        let entity = NamedEntity(record)
        var seen: Set<Int32> = []
        var best: (entity: NamedEntity, percent: Int, order: Int32)?
        for key in entity.names.flatMap(\.keys.all) {
            var place = buckets[bucket(of: key)]
            while place >= 0, seen.count < ResemblanceIndex.most {
                let entry = entries[Int(place)]
                place = entry.previous
                guard entry.key == key, seen.insert(entry.entity).inserted else { continue }
                guard let other = session[entities[Int(entry.entity)]], other.kind == .entity, other.id != record.id
                else {
                    continue
                }
                let candidate = NamedEntity(other)
                guard let percent = entity.resemblance(to: candidate) else { continue }
                if let best, (percent, -entry.entity) < (best.percent, -best.order) { continue }
                best = (candidate, percent, entry.entity)
            }
        }
        return best?.entity
    }
}

extension NamedEntity {
    /// How far the names of two entities are alike that can be one; nil where none resembles another, or one is the same.
    fileprivate func resemblance(to other: NamedEntity) -> Int? {
        guard canBe(other) else { return nil }
        var best: Int?
        for mine in names {
            for theirs in other.names {
                if FoldedText.of(mine.text) == FoldedText.of(theirs.text) { return nil }
                guard let found = NameResemblance(theirs.spelled, mine.spelled) else { continue }
                best = max(best ?? 0, found.percent)
            }
        }
        return best
    }
}
