import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel
@testable import DossierStorage

/// Compares what a session's network says with what each record says with its fields and links.
enum NetworkProof {
    static func check(_ session: Session, _ place: String) throws {
        var network = Network(session)
        for id in session.records.map(\.id) + [.session] {
            let told = Neighbours.of(id, in: session).filter { $0.id != id && session[$0.id] != nil }
            let slot = try #require(network.slot(of: id))
            let steps = network.steps(from: slot).filter { network.isFilled($0.other) }.compactMap { network.edge($0) }
            #expect(steps == told, "\(id), \(place)")
        }
    }
}

@Suite("who touches whom, as numbers") struct NetworkTests {
    private static let ids = Kind.listed.flatMap { kind in
        (1...4).map { (kind, kind == .entity ? Identifier(known: "name-\($0)") : Identifier(kind, number: $0)) }
    }

    /// A record that names others at random: some that are not there, itself.
    private func record(_ kind: Kind, _ id: Identifier, _ random: inout SplitMix64) -> Record {
        var record = Record(kind, id)
        let known = Self.ids.map(\.1) + [Identifier(known: "nobody")]
        for field in kind.definition.fields where random.oneIn(2) {
            switch field.type {
            case .reference:
                record[field.name] = (0..<(field.holdsMany ? random.pick(1...4) : 1)).map { _ in
                    .reference(known[random.below(known.count)])
                }
            case .quote:
                let source = known[random.below(4)]
                record[.quote] = [.quote(TextQuoteSelector(source: source, exact: "words \(random.below(2))"))]
            case .relation: record[field.name] = [.text(["leads", "from", "quote", "뜻"][random.below(4)])]
            default: continue
            }
        }
        return record
    }

    @Test(
        "the network of a saved session tells what its records tell, and so do its chains, whatever was changed since",
        arguments: Seeds.some)
    func agrees(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for round in 0..<4 {
            var read = Session()
            for (kind, id) in Self.ids where !random.oneIn(3) { read.apply(.put(record(kind, id, &random))) }
            let records = try #require(SavedRecords(StateBytes(SessionFile.bytes(of: read))))
            var saved = Session(records)
            for change in 0..<6 {
                let place = "seed \(seed), round \(round), change \(change)"
                try NetworkProof.check(saved, place)
                try NetworkProof.check(read, place)
                compare(saved, read, &random, place)
                let (kind, id) = Self.ids[random.below(Self.ids.count)]
                let next = Change(old: read[id], new: random.oneIn(3) ? nil : record(kind, id, &random))
                read.apply(next)
                saved.apply(next)
            }
        }
    }

    private func compare(_ saved: Session, _ read: Session, _ random: inout SplitMix64, _ place: String) {
        let ids = read.records.map(\.id)
        if ids.isEmpty { return }
        for _ in 0..<4 {
            let ends = (ids[random.below(ids.count)], ids[random.below(ids.count)])
            let avoided = ["", "leads", "quote", "source"][random.below(4)]
            let answers = [saved, read].map { session in
                ShortestChains(from: [ends.0], to: [ends.1], longest: nil, most: 50, in: session) { $0 != avoided }
            }
            #expect("\(answers[0])" == "\(answers[1])", "\(ends), \(place)")
        }
        let graphs = [saved, read].map { NetworkGraph($0).graph }
        #expect(graphs[0].starts == graphs[1].starts && graphs[0].others == graphs[1].others, "\(place)")
    }

    @Test("sums are the same bits however many searches run at once")
    func sums() {
        var random = SplitMix64(seed: 7)
        let edges = (0..<9_000).map { _ in (first: Int32(random.below(3_000)), second: Int32(random.below(3_000))) }
        let graph = UndirectedGraph(count: 3_000, edges: edges)
        let starts = Effort.number(sampled: 50, full: 200)
        func sums(atOnce: Int) -> [Double] {
            Betweenness.of(graph, ends: 0..<3_000, starts: Array(0..<starts), size: 7, atOnce: atOnce)
        }
        let one = sums(atOnce: 1)
        #expect(one.contains { $0 > 0 } && sums(atOnce: 2) == one && sums(atOnce: 5) == one)
    }
}
