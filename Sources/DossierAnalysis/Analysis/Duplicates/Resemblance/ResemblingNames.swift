import DossierModel

/// Pairs of entities whose names are spelled a little differently, among all of a session.
///
/// Names that share a key are compared, where many do each with the nearest of them only, so that the time that it takes
/// grows as the session does.
struct ResemblingNames {
    /// Two entities, and by what they are alike.
    struct Match {
        /// The one that was made first.
        let first: Identifier
        let second: Identifier
        /// How near their names are, in words.
        let reason: String
    }

    /// The pairs, the most alike first.
    let matches: [Match]

    /// With how many names of one key a name is compared.
    private static let most = Duplicates.most

    /// Finds the pairs.
    init(in session: Session, for watch: (any WorkWatch)?) {
        let slots = session.filledSlots(of: .entity)
        var work = Work("reading names", .records, of: slots.count, for: watch)
        let entities = slots.mapInThreads(&work) { slot in
            session.record(at: slot, NamedEntity.fields).map { NamedEntity($0) }
        }.compactMap(\.self)
        var (names, entries): ([EntityName], [Entry]) = ([], [])
        for (place, entity) in entities.enumerated() {
            for (order, name) in entity.names.enumerated() {
                for key in name.keys.all { entries.append(Entry(key: key, name: Int32(names.count))) }
                names.append(EntityName(entity: Int32(place), order: order))
            }
        }
        entries.sort { ($0.key, $0.name) < ($1.key, $1.name) }
        let comparison = Comparison(entities: entities, names: names, entries: entries)
        var best: [Places: Found] = [:]
        let groups = comparison.groups
        work = Work("comparing names", .records, of: groups.count, for: watch)
        let size = 1 << 14
        for start in stride(from: 0, to: groups.count, by: size) where work.goesOn(at: start) {
            let block = groups[start..<min(start + size, groups.count)]
            let parts = Processors.parts(of: block.count, least: 1 << 10)
            let found = Processors.map(parts) { part in
                let range = Processors.range(part, of: parts, count: block.count)
                return block[(start + range.lowerBound)..<(start + range.upperBound)].flatMap(comparison.pairs)
            }
            for found in found.joined() {
                let places = comparison.places(of: found)
                if found.percent > best[places]?.percent ?? 0 { best[places] = found }
            }
        }
        matches = best.sorted { left, right in
            (right.value.percent, left.key.first, left.key.second) < (
                left.value.percent, right.key.first, right.key.second
            )
        }.map { places, found in
            Match(
                first: entities[Int(places.first)].id, second: entities[Int(places.second)].id,
                reason: comparison.reason(found))
        }
    }

    /// A name by its place among the entities, and among the names of its own.
    fileprivate struct EntityName {
        let entity: Int32
        let order: Int
    }

    /// A name under a key.
    fileprivate struct Entry {
        let key: UInt64
        let name: Int32
    }

    /// Two names that resemble each other.
    fileprivate struct Found {
        let left: Int32
        let right: Int32
        let percent: Int
    }

    /// The places of two entities.
    fileprivate struct Places: Hashable {
        let first: Int32
        let second: Int32
    }

    /// All names, to be compared group by group.
    fileprivate struct Comparison: Sendable {
        let entities: [NamedEntity]
        let names: [EntityName]
        let entries: [Entry]

        /// Where the entries of each key stand that several names share.
        var groups: [Range<Int>] {
            var groups: [Range<Int>] = []
            var start = 0
            for place in 1...max(1, entries.count)
            where place >= entries.count || entries[place].key != entries[start].key {
                if place - start > 1, place <= entries.count { groups.append(start..<place) }
                start = place
            }
            return groups
        }

        /// The names of a group that resemble each other.
        @Sendable func pairs(in group: Range<Int>) -> [Found] {
            var members = entries[group].map(\.name)
            if members.count > ResemblingNames.most {
                // Of many, those come together whose sounds do (M. Hernández, S. Stolfo: The merge/purge problem. SIGMOD 1995).
                members.sort {
                    spelled($0).sounds.lexicographicallyPrecedes(spelled($1).sounds) { $0.rawValue < $1.rawValue }
                }
            }
            let key = entries[group.lowerBound].key
            var found: [Found] = []
            for place in members.indices.dropFirst() {
                let mine = name(members[place])
                for other in members[max(0, place - ResemblingNames.most)..<place] {
                    let theirs = name(other)
                    // Names that have all consonants in common are compared once, under the key of all.
                    if mine.keys.whole == theirs.keys.whole, mine.keys.whole != key { continue }
                    if names[Int(members[place])].entity == names[Int(other)].entity { continue }
                    if !entity(members[place]).canBe(entity(other)) { continue }
                    guard let resemblance = NameResemblance(theirs.spelled, mine.spelled) else { continue }
                    found.append(Found(left: other, right: members[place], percent: resemblance.percent))
                }
            }
            return found
        }

        func places(of found: Found) -> Places {
            let (left, right) = (names[Int(found.left)].entity, names[Int(found.right)].entity)
            return Places(first: min(left, right), second: max(left, right))
        }

        /// Why two entities are proposed.
        func reason(_ found: Found) -> String {
            let (left, right) = (name(found.left), name(found.right))
            if !left.isAlias, !right.isAlias { return "names spelled alike (\(found.percent) %)" }
            return "'\(left.text)' and '\(right.text)' spelled alike (\(found.percent) %)"
        }

        private func entity(_ name: Int32) -> NamedEntity { entities[Int(names[Int(name)].entity)] }

        private func name(_ name: Int32) -> NamedEntity.Name { entity(name).names[names[Int(name)].order] }

        private func spelled(_ place: Int32) -> SpelledName { name(place).spelled }
    }
}
