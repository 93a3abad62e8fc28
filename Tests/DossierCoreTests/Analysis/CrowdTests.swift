import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

@Suite("figures of many claims about one event") struct CrowdTests {
    private static let setting =
        ["add event e1 2024-10 \"Arrival\"", "add event e2 \"Talks\"", "add entity body \"Body\" type=organization"]
        + (1...30).map { "add entity p\($0)-x \"Speaker \($0)\" type=person" }
        + ["link p1-x represents body", "link p2-x represents body"]

    private func engine(_ commands: [String]) throws -> TestEngine {
        try TestEngine(setting: Self.setting + commands)
    }

    private func conflicts(_ session: Session, limit: Int = Crowd.limit) -> [ClaimConflicts.Finding] {
        ClaimConflicts(among: Array(session.records(of: .claim)), in: session, limit: limit).findings
    }

    /// A finding as `sort? claims: reason`.
    private func text(_ finding: ClaimConflicts.Finding) -> String {
        let mark = finding.certainty == .possibly ? "?" : ""
        return "\(finding.sort.rawValue)\(mark) \(finding.claims.map(\.text).joined(separator: " ")): \(finding.reason)"
    }

    /// Claims about one event or two, in few units and times, so that many can be compared.
    private func claims(_ count: Int, figures: Int, _ random: inout SplitMix64) -> [String] {
        (1...count).map { number in
            let low = random.pick(1...figures)
            let figure = ["\(low)", "\(low)", "~\(low)", "\(low)..\(low + 2)", "\(low)..", "..\(low)"][random.below(6)]
            let words = [
                "add claim about=\(["e1", "e1", "e1,e2", "e2"][random.below(4)])",
                "quantity=\"\(figure)\(["", " men", " men", " tanks"][random.below(4)])\"",
                random.oneIn(5) ? "" : "speaker=p\(random.pick(1...5))-x",
                random.oneIn(4) ? "" : "said=2024-10-0\(random.pick(1...4))",
                random.oneIn(3) ? "when=2024-0\(random.pick(7...9))" : "",
                random.oneIn(5) ? "stance=\(["forecasts", "denies"][random.below(2)])" : "",
            ]
            return words.joined(separator: " ")
        }
    }

    /// Every two claims, compared one by one.
    private func plain(_ statements: [ComparedClaim]) -> [ClaimPair: [ClaimComparison]] {
        var found: [ClaimPair: [ClaimComparison]] = [:]
        for first in statements.indices {
            for second in statements.indices.dropFirst(first + 1) {
                let comparisons = ClaimComparison.all(statements[first], statements[second])
                if !comparisons.isEmpty { found[ClaimPair(first, second)] = comparisons }
            }
        }
        return found
    }

    private func statements(of session: Session) -> [ComparedClaim] {
        var known = Derivation.Known()
        let bodies = Bodies(in: session, sameAs: { $0 })
        return session.records(of: .claim).map {
            ComparedClaim($0, in: session, &known, bodies: bodies, sameAs: { $0 })
        }
    }

    @Test("few claims are told two by two, as if there were no crowds", arguments: Seeds.few)
    func few(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let session = try engine(claims(random.pick(2...20), figures: 12, &random)).session
        let found = conflicts(session)
        #expect(found.map(text) == conflicts(session, limit: .max).map(text), "seed \(seed)")
        #expect(found.allSatisfy { $0.count == nil })
    }

    @Test(
        "no two claims that can be compared are passed over, and crowds tell what their pairs do", arguments: Seeds.some
    )
    func plainTwin(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let limit = random.pick(2...6)
        let session = try engine(claims(random.pick(8...40), figures: random.pick(2...12), &random)).session
        let statements = statements(of: session)
        let plain = plain(statements)
        let places = Dictionary(statements.enumerated().map { ($1.claim.id, $0) }) { first, _ in first }
        let chosen = ClaimPairs(among: statements, places, linked: [], limit: limit)
        let pairs = Set(chosen.pairs)
        let members = chosen.crowds.map { Set($0.crowd.members) }
        for pair in plain.keys where !pairs.contains(pair) {
            #expect(
                members.contains { $0.contains(pair.first) && $0.contains(pair.second) }, "\(pair), seed \(seed)")
        }
        for (crowd, _) in chosen.crowds {
            let lines = CrowdComparison(crowd, statements, linked: [], limit: limit) { $0.id.text }.lines
            try check(lines, of: crowd, statements, plain, limit, seed)
        }
    }

    private func check(
        _ lines: [CrowdComparison.Line], of crowd: Crowd, _ statements: [ComparedClaim],
        _ plain: [ClaimPair: [ClaimComparison]], _ limit: Int, _ seed: UInt64
    ) throws {
        let members = Set(crowd.members)
        let within = plain.filter { members.contains($0.key.first) && members.contains($0.key.second) }.values.joined()
        func surest(_ sort: ClaimComparison.Sort) -> Certainty? {
            within.filter { $0.sort == sort }.map(\.certainty).max()
        }
        func told(_ sort: ClaimComparison.Sort) -> Certainty? {
            lines.filter { $0.sort == sort }.map(\.certainty).max()
        }
        #expect(told(.contradiction) == surest(.contradiction), "\(crowd), limit \(limit), seed \(seed)")
        #expect(told(.update) == surest(.update), "\(crowd), limit \(limit), seed \(seed)")
        let figures = Set(crowd.members.flatMap { crowd.figures(of: statements[$0].claim) }.map(numbers))
        if figures.count > limit {
            #expect(lines.count { $0.sort != .update } <= 1)
            let line = lines.first { $0.sort != .update }
            let hasOther = surest(.contradiction) != nil || surest(.update) == nil && surest(.compatible) != nil
            #expect((line != nil) == hasOther, "\(crowd), limit \(limit), seed \(seed)")
            #expect(line.map { $0.count.claims } ?? members.count == members.count)
            #expect(line.map { $0.count.figures } ?? figures.count == figures.count)
        } else {
            let sides = within.filter { [.contradiction, .compatible].contains($0.sort) }.map { comparison in
                "\(comparison.sort) \(Set(comparison.values.compactMap(numbers)).sorted())"
            }
            #expect(lines.count { $0.sort != .update } == Set(sides).count, "\(crowd), limit \(limit), seed \(seed)")
        }
        #expect(lines.count { $0.sort == .update } <= limit)
    }

    private func numbers(_ figure: Quantity) -> String {
        figure.unit.map { String(figure.text.dropLast($0.utf8.count + 1)) } ?? figure.text
    }

    private func numbers(_ value: FieldValue) -> String? {
        if case .quantity(let figure) = value { numbers(figure) } else { nil }
    }

    @Test("many claims with many figures are one line with the lowest and the highest, and who says so")
    func summary() throws {
        let claims = (1...2_000).map {
            "add claim about=e1 speaker=p\($0 % 30 + 1)-x stance=estimates quantity=\"\($0 * 7919 % 2_003) men\""
        }
        let engine = try engine(claims)
        let found = conflicts(engine.session).filter { $0.sort != .update }
        #expect(
            found.map(text) == [
                "contradiction c1723 c280: 2000 claims give 2000 different figures, from 1 men (Speaker 14) to 2002 men (Speaker 11)"
            ])
        #expect(try engine.run("show conflicts").split(separator: "\n").count < 40)
        guard case .object(let json) = try engine.json("show conflicts") else {
            Issue.record("no object")
            return
        }
        #expect(json["contradictions"]?.text.contains(#""count": {"claims": 2000, "figures": 2000}"#) ?? false)
    }

    @Test("many claims with few figures are a line for each two figures, with the number of claims")
    func sides() throws {
        let claims = (1...29).map {
            "add claim about=e1 speaker=p\($0 + 1)-x quantity=\"\($0 < 20 ? 1500 : 3000) men\""
        }
        #expect(
            conflicts(try engine(claims).session).map(text) == [
                "contradiction c1 c20: 1500 men and 3000 men have no number in common (19 and 10 claims)",
                "compatible \((1...19).map { "c\($0)" }.joined(separator: " ")): 19 claims give the same figure, 1500 men",
                "compatible \((20...29).map { "c\($0)" }.joined(separator: " ")): 10 claims give the same figure, 3000 men",
            ])
    }

    @Test("figures of one speaker that change are one update, however many there are; nobody contradicts himself")
    func series() throws {
        let claims = (1...30).map { day in
            "add claim about=e1 speaker=p1-x said=2024-10-\(day < 10 ? "0" : "")\(day) quantity=\"\(day * 10) men\""
        }
        #expect(
            conflicts(try engine(claims).session).map(text) == [
                "update c1 c30: 30 claims of one origin give 30 figures, first 10 men, last 300 men"
            ])
    }

    @Test("figures of different days are of different things, however many there are")
    func days() throws {
        let claims = (1...30).map { day in
            "add claim about=e1 speaker=p\(day)-x when=2024-10-\(day < 10 ? "0" : "")\(day) quantity=\"\(day) men\""
        }
        #expect(conflicts(try engine(claims).session).isEmpty)
    }

    @Test("few figures of another unit are told two by two beside many, and so is a pair that was looked at")
    func others() throws {
        let claims = (1...30).map { "add claim about=e1 speaker=p\($0)-x quantity=\"\($0 * 10) men\"" }
        let tanks = (1...2).map { "add claim about=e1 speaker=p\($0)-x quantity=\"\($0) tanks\"" }
        let all = claims + tanks.map { $0.replacing("p2-x", with: "p3-x") } + ["link c1 compatible-with c30"]
        #expect(
            conflicts(try engine(all).session).map(text) == [
                "contradiction c31 c32: 1 tanks and 2 tanks have no number in common",
                "contradiction c1 c30: 30 claims give 30 different figures, from 10 men (Speaker 1) to 300 men (Speaker 30)",
                "update? c1 c2: 10 men and 20 men; which is later is not known",
                "settled c1 c30: linked as compatible by l3",
            ])
    }

    @Test("the pairs that are looked at grow with the claims")
    func growth() throws {
        for figures in [2, 10, 1_000] {
            let claims = (1...1_000).map { "add claim about=e1 speaker=p\($0 % 30 + 1)-x quantity=\($0 % figures)" }
            let statements = statements(of: try engine(claims).session)
            #expect(ClaimPairs(among: statements, [:], linked: []).pairs.isEmpty)
        }
    }

    @Test("rules of the help have the outcome that they state", arguments: ConflictsHelp.rules.map(\.text))
    func help(text: String) throws {
        let rule = try #require(ConflictsHelp.rules.first { $0.text == text })
        let names = ["add entity nis \"NIS\"", "add entity kyiv \"Kyiv\""]
        let session = try engine(names + rule.claims.map { "add claim about=e1 \($0)" }).session
        let found = conflicts(session)
        #expect(found.map(\.sort) == [rule.sort])
        #expect(found.map { $0.certainty == .certainly } == [rule.isCertain])
    }
}
