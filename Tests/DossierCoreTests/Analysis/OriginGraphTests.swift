import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("origins of many records at once") struct OriginGraphTests {
    /// Claims, sources and what joins them, without regard to sense: circles, chains, dead ends.
    private static func session(seed: UInt64, claims: Int) -> Session {
        var random = SplitMix64(seed: seed)
        var session = Session()
        func put(_ record: Record) { session.apply(.put(record)) }
        func any(_ prefix: String, _ count: Int) -> FieldValue {
            .reference(Identifier(known: "\(prefix)\(Int.random(in: 1...count, using: &random))"))
        }
        for number in 1...3 {
            var source = Record(.source, Identifier(.source, number: number))
            if Int.random(in: 0..<4, using: &random) == 0 { source[.derived] = [any("s", 3)] }
            put(source)
        }
        for number in 1...claims {
            var claim = Record(.claim, Identifier(.claim, number: number))
            claim[.title] = [.text("Claim \(number)")]
            if Int.random(in: 0..<2, using: &random) == 0 { claim[.source] = [any("s", 3)] }
            if Int.random(in: 0..<6, using: &random) == 0 { claim[.derived] = [any("c", claims)] }
            if let grade = try? Grade("B1") { claim[.grade] = [.grade(grade)] }
            put(claim)
        }
        for number in 1...claims {
            var link = Record(.link, Identifier(.link, number: number))
            let relation = ["supports", "supports", "corroborates", "quotes"].randomElement(using: &random) ?? ""
            link[.relation] = [.text(relation)]
            (link[.from], link[.to]) = ([any("c", claims)], [any("c", claims)])
            put(link)
        }
        return session
    }

    @Test("the rule finds what following each claim by itself finds", arguments: Seeds.some)
    func sameAsOneByOne(seed: UInt64) throws {
        for claims in [2, 3, 5, 8, 13] {
            let session = Self.session(seed: seed &+ UInt64(claims), claims: claims)
            var wanted: [String] = []
            for record in session.records(of: .claim) {
                let support = Support(of: record, Ground.of(record, in: session), in: session)
                let lines = [support.own] + support.origins
                if Origins.independent(lines).upperBound > 1 { continue }
                let origin = lines.flatMap(\.all).first.map { "one origin: \($0);" } ?? "no stated origin;"
                wanted.append("\(record.id) \(origin)")
            }
            let found = CheckTable.findings(
                [IndependenceCheck.self], CheckScope(session), Work("checking", .records, of: 0, for: nil))[0]
            #expect(found.count == wanted.count, "seed \(seed), \(claims) claims")
            for (finding, wanted) in zip(found, wanted) {
                let text = "\(finding.record) \(finding.text)"
                let parts = wanted.split(separator: " ", maxSplits: 1)
                #expect(
                    text.hasPrefix(parts[0] + " ") && text.contains(parts[1]), "seed \(seed), \(claims) claims: \(text)"
                )
            }
        }
    }

    @Test("a long chain of claims is followed once")
    func longChain() throws {
        var session = Session()
        session.apply(.put(Record(.source, Identifier(.source, number: 1))))
        let count = 20_000
        let grade = try Grade("B1")
        for number in 1...count {
            var claim = Record(.claim, Identifier(.claim, number: number))
            claim[.source] = [.reference(Identifier(.source, number: 1))]
            claim[.grade] = [.grade(grade)]
            session.apply(.put(claim))
        }
        for number in 1..<count {
            var link = Record(.link, Identifier(.link, number: number))
            link[.from] = [.reference(Identifier(.claim, number: number))]
            link[.relation] = [.text("supports")]
            link[.to] = [.reference(Identifier(.claim, number: number + 1))]
            session.apply(.put(link))
        }
        let watch = StubWatch()
        let found = CheckTable.findings(
            [IndependenceCheck.self], CheckScope(session, for: watch), Work("checking", .records, of: 0, for: nil))[0]
        #expect(found.count == count)
    }
}
