import DossierModel
import DossierText

/// Collects the changes of one command, and shows the session as if they were applied.
package struct Draft {
    let context: Context
    /// The changes in the order in which their records were first touched, those that come to nothing among them.
    private var drafted: [(id: Identifier, change: Change)] = []
    /// Where the change of an id stands, where there are more than can be looked through.
    private var positions: [Identifier: Int] = [:]
    private var dropped: Set<Identifier> = []
    private var namesMade: [String: Identifier] = [:]
    /// The ids that the command gives.
    private var taken: Set<Identifier> = []
    /// Times and quantities that were given in words, and how they were read.
    package private(set) var readings: [Reading] = []

    /// What the user should know of values that were taken as they are.
    package private(set) var notices: [String] = []

    /// A value in words and what was understood.
    package struct Reading {
        package let field: FieldName
        package let words: String
        package let value: FieldValue

        package init(field: FieldName, words: String, value: FieldValue) {
            self.field = field
            self.words = words
            self.value = value
        }
    }

    package init(_ context: Context) { self.context = context }

    /// The session before the command.
    package var session: Session { context.session }

    /// The changes, in the order in which their records were first touched.
    package var changes: [Change] {
        drafted.lazy.map(\.change).filter { !Record.areAlike($0.old, $0.new) }
    }

    /// The record as it would stand.
    package subscript(id: Identifier) -> Record? {
        if let position = position(of: id) { return drafted[position].change.new }
        return session[id]
    }

    /// The kind of the record as it would stand, which is not read for it; nil where there is none.
    package func kind(of id: Identifier) -> Kind? {
        if let position = position(of: id) { return drafted[position].change.new?.kind }
        return session.kind(of: id)
    }

    /// Puts a record in the place of the one with its id, or after all others.
    package mutating func put(_ record: Record) {
        note(record.id, Change(old: original(record.id), new: record))
    }

    /// Puts a record in the place of another that was read from the draft.
    package mutating func put(_ record: Record, inPlaceOf read: Record) {
        if position(of: record.id) != nil { return put(record) }
        note(record.id, Change(old: read, new: record))
    }

    /// Takes a record away.
    package mutating func drop(_ id: Identifier) {
        guard let old = original(id) else { return }
        note(id, Change.drop(old, from: session, after: dropped))
        dropped.insert(id)
    }

    /// Puts a record under a new id in the place of the one that it was; all that name that one name it.
    package mutating func rename(_ id: Identifier, to record: Record) {
        if original(id) == nil { return }
        let place = session.place(of: id, without: dropped)
        drop(id)
        note(record.id, Change(old: nil, new: record, place: place, isRenamed: place != .last))
        for other in session.referrers(of: id).map(\.id) where other != id {
            if let named = self[other], named.mentions.contains(id) { put(named.naming(record.id, insteadOf: id)) }
        }
    }

    /// The entities of a name, those among them that the command itself makes.
    func entities(named name: String) -> [Identifier] {
        if let made = namesMade[FoldedText.of(name)] { return [made] }
        return session.entities(named: name)
    }

    /// Whether an id is not free, or taken by this command.
    package func wasGiven(_ id: Identifier) -> Bool {
        session.wasGiven(id) || position(of: id) != nil || taken.contains(id)
    }

    /// The next id that the session gives to a record of a kind; to an entity the slug of its name.
    package mutating func newIdentifier(_ kind: Kind, name: String?) -> Identifier {
        let id = kind == .entity ? freeSlug(of: name ?? "") : Identifier(kind, number: nextNumber(kind))
        taken.insert(id)
        return id
    }

    private func nextNumber(_ kind: Kind) -> Int {
        let numbers = taken.lazy.compactMap(\.given).filter { $0.kind == kind }.map(\.number)
        return numbers.reduce(session.highestNumber(of: kind), max) + 1
    }

    /// Takes an id that the user names.
    package mutating func take(_ id: Identifier) { taken.insert(id) }

    /// Makes the entity of a name that nobody has.
    package mutating func makeEntity(named name: String, type: String?) -> Identifier {
        let id = newIdentifier(.entity, name: name)
        var entity = Record(.entity, id)
        entity[.name] = [.text(name)]
        if let type { entity[.type] = [.text(type)] }
        put(entity)
        namesMade[FoldedText.of(name)] = id
        return id
    }

    /// Keeps what is said beside the answer, once.
    package mutating func note(_ notice: String) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    /// Keeps how words were read, so that the answer can show it.
    package mutating func note(_ reading: Reading) { readings.append(reading) }

    /// The slug of a name; with a number behind it where that is not free, which is looked for by halves, since a file may
    /// hold the same name many times.
    private func freeSlug(of name: String) -> Identifier {
        let slug = Identifier.slug(of: name) ?? Identifier(known: "unnamed")
        if slug.given == nil, !wasGiven(slug) { return slug }
        func numbered(_ number: Int) -> Identifier { Identifier(known: "\(slug)-\(number)") }
        var free = 2
        while wasGiven(numbered(free)) { free *= 2 }
        var given = free / 2
        while free - given > 1 {
            let middle = (given + free) / 2
            if wasGiven(numbered(middle)) { given = middle } else { free = middle }
        }
        return numbered(free)
    }

    private func original(_ id: Identifier) -> Record? {
        if let position = position(of: id) { return drafted[position].change.old }
        return session[id]
    }

    private mutating func note(_ id: Identifier, _ change: Change) {
        if let position = position(of: id) {
            drafted[position].change = change
            return
        }
        drafted.append((id, change))
        if drafted.count == Draft.few + 1 {
            for (position, draft) in drafted.enumerated() { positions[draft.id] = position }
        } else if drafted.count > Draft.few {
            positions[id] = drafted.count - 1
        }
    }

    /// How many changes are found faster by looking through them.
    private static let few = 8

    private func position(of id: Identifier) -> Int? {
        drafted.count > Draft.few ? positions[id] : drafted.firstIndex { $0.id == id }
    }
}
