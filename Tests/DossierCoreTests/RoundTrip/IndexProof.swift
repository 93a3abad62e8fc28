import Testing

@testable import DossierModel
@testable import DossierText

/// Compares what a session's indexes say with what a scan of all records finds.
enum IndexProof {
    static func check(_ session: Session) throws {
        let all = Array(session.records)
        for kind in Kind.listed { #expect(session.count(of: kind) == all.count { $0.kind == kind }) }
        #expect(session.count == all.count)
        var mentioned: [Identifier: Set<Identifier>] = [:]
        var joined: [Identifier: Set<Identifier>] = [:]
        var named: [String: Set<Identifier>] = [:]
        for record in all {
            #expect(session[record.id] == record)
            #expect(session.wasGiven(record.id))
            for id in record.mentions { mentioned[id, default: []].insert(record.id) }
            if record.kind == .link {
                for id in record.references(.from) + record.references(.to) {
                    joined[id, default: []].insert(record.id)
                }
            }
            if record.kind == .entity {
                for name in [record.id.text] + record.texts(.name) + record.texts(.alias) {
                    named[FoldedText.of(name), default: []].insert(record.id)
                }
            }
        }
        for id in all.map(\.id) {
            let referrers = session.referrers(of: id).map(\.id)
            #expect(Set(referrers) == mentioned[id, default: []] && Set(referrers).count == referrers.count, "\(id)")
            #expect(Set(session.links(of: id).map(\.id)) == joined[id, default: []], "\(id)")
        }
        for (name, bearers) in named { #expect(Set(session.entities(named: name)) == bearers, "\(name)") }
        for word in ["북한군 파병", "plain words", "null"] where named[FoldedText.of(word)] == nil {
            #expect(session.entities(named: word).isEmpty)
        }
    }
}

/// The order in which records were made, kept beside a session.
struct OrderProof {
    private var made: [Identifier] = []
    private var known: Set<Identifier> = []

    /// Takes note of what is new, and compares. What takes an id that was free again is new.
    mutating func check(_ session: Session) throws {
        made.removeAll { !session.wasGiven($0) }
        known = Set(made)
        for record in session.records where known.insert(record.id).inserted { made.append(record.id) }
        for kind in Kind.listed {
            let expected = made.filter { session[$0]?.kind == kind }
            #expect(session.records(of: kind).map(\.id) == expected, "\(kind)")
        }
    }
}

@Suite struct IndexTests {
    @Test("what a debug build asserts after each change holds for the change that was carried out, and for no other")
    func assertedInvariants() throws {
        var session = try TestEngine(setting: [#"add entity a "A" type=person"#]).session
        func put(_ title: String, actor: String) -> Change {
            var record = Record(.event, Identifier(known: "e1"))
            record[.title] = [.text(title)]
            record[.actor] = [.reference(Identifier(known: actor))]
            return .put(record)
        }
        let change = put("Summons", actor: "a")
        session.apply(change)
        #expect(session.agrees(with: change))
        #expect(!session.agrees(with: put("Other", actor: "a")))
        #expect(!session.agrees(with: put("Summons", actor: "b")))
        #expect(!session.agrees(with: change.inverse))
        session.apply(change.inverse)
        #expect(session.agrees(with: change.inverse) && !session.agrees(with: change))
    }

    @Test("referrers, links, names, counts and order agree with a scan after every command", arguments: Seeds.few)
    func indexesAgree(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        var order = OrderProof()
        try filled.fill(100) { engine in
            try IndexProof.check(engine.session)
            try order.check(engine.session)
        }
    }
}
