import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("the pairs of claims that are compared") struct ClaimPairsTests {
    private func statements(_ claims: [String]) throws -> [ComparedClaim] {
        let setting = ["add entity kim \"Kim\"", "add event e1 \"Arrival\"", "add event e2 \"Talks\""]
        let session = try TestEngine(setting: setting + claims).session
        var known = Derivation.Known()
        return session.records(of: .claim).map { ComparedClaim($0, in: session, &known, sameAs: { $0 }) }
    }

    private func pairs(_ statements: [ComparedClaim]) -> [ClaimPair] {
        let places = Dictionary(statements.enumerated().map { ($1.claim.id, $0) }) { first, _ in first }
        return ClaimPairs(among: statements, places, linked: []).pairs
    }

    @Test("what is left out has nothing to compare", arguments: Seeds.few)
    func leftOut(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let claims = (1...40).map { number in
            let about = [
                "", "about=e1", "about=e1,e2", "about=e2,kim", "about=kim", "about=c\(random.pick(1...number))",
            ]
            let stances = ["asserts", "estimates", "denies", "forecasts", "demands", "condemns", "hopes"]
            let words = [
                number == 1 ? "" : about[random.below(6)], random.oneIn(4) ? "" : "stance=\(stances[random.below(7)])",
                random.oneIn(2) ? "quantity=\(random.pick(1...4))\(["", " men", " tanks"][random.below(3)])" : "",
                random.oneIn(2) ? "when=2024-0\(random.pick(1...3))" : "", random.oneIn(2) ? "speaker=kim" : "",
                random.oneIn(3) ? "said=2024-05-0\(random.pick(1...9))" : "",
            ]
            return "add claim \"C\" "
                + words.filter { !$0.isEmpty && $0 != "about=c\(number)" }
                .map { $0.hasPrefix("quantity") ? "quantity=\"\($0.dropFirst(9))\"" : $0 }.joined(separator: " ")
        }
        let statements = try statements(claims)
        let looked = Set(pairs(statements))
        var compared = 0
        for first in statements.indices {
            for second in statements.indices.dropFirst(first + 1) {
                let found = ClaimComparison.all(statements[first], statements[second])
                if !found.isEmpty { compared += 1 }
                #expect(found.isEmpty || looked.contains(ClaimPair(first, second)), "\(first), \(second), seed \(seed)")
            }
        }
        #expect(compared > 0, "seed \(seed)")
    }

    @Test("claims that say in words what many others say are held against what denies it, not against each other")
    func words() throws {
        let words = (1...2_000).map {
            "add claim \"Words \($0)\" about=e1 stance=\($0 % 2 == 0 ? "asserts" : "condemns")"
        }
        #expect(pairs(try statements(words)) == [])
        #expect(pairs(try statements(words + ["add claim \"No\" about=e1 stance=denies"])).count == 1_000)
    }
}
