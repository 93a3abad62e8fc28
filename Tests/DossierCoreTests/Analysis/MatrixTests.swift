import Recording
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierModel

@Suite("analysis of competing hypotheses") struct MatrixTests {
    /// Three hypotheses and four pieces of evidence.
    ///
    ///     |    | grade | h-1 | h-2 | h-3      |
    ///     | c1 | B2    | C   | I   | I strong |
    ///     | c2 | D4    | I   | C   |          |
    ///     | c3 | F6    | C   | C   | C        |
    ///     | e1 | none  |     | N   | I weak   |
    private static let setting = [
        "add note h-1 type=hypothesis -- One", "add note h-2 type=hypothesis -- Two",
        "add note h-3 type=hypothesis -- Three", #"add claim "A" grade=B2"#, #"add claim "B" grade=D4"#,
        #"add claim "C" grade=F6"#, #"add event e1 "D""#,
        "link c1 supports h-1", "link c1 contradicts h-2", "link h-3 contradicts c1 strength=strong",
        "link c2 contradicts h-1", "link c2 supports h-2",
        "link c3 supports h-1", "link c3 supports h-2", "link c3 supports h-3",
        "link e1 qualifies h-2", "link e1 contradicts h-3 strength=weak",
    ]

    private func matrix(_ commands: [String] = MatrixTests.setting) throws -> EvidenceMatrix {
        let session = try TestEngine(setting: commands).session
        return EvidenceMatrix(session.records(of: .note).filter { $0.text(.type) == "hypothesis" }, in: session)
    }

    @Test("scores count each inconsistency, plain and by credibility times relevance")
    func scores() throws {
        let scores = try matrix().scores
        #expect(scores.map(\.inconsistent) == [1, 1, 2])
        // h-1: c2 is low (D4) by a link without strength: 1/√2 × 1 = 0.7071
        // h-2: c1 is high (B2): √2 × 1 = 1.4142
        // h-3: c1 is high by a strong link: √2 × √2 = 2; e1 has no grade, medium, by a weak link: 1 × 1/√2. Sum 2.7071
        #expect(scores.map { $0.weighted.value.text(decimals: 4) } == ["0.7071", "1.4142", "2.7071"])
        #expect(scores.map(\.consistent) == [2, 2, 1] && scores.map(\.neutral) == [0, 1, 0])
        #expect(scores.map(\.notJudged) == [1, 0, 1])
    }

    @Test("a row tells apart the share of pairs that it judges unlike; one that is the same for all is of no help")
    func diagnosticity() throws {
        let rows = try matrix().rows
        // c2: one pair, unlike: 1. e1: one pair, N and I: 1. c1: of three pairs two unlike: 2/3. c3: none of three.
        #expect(rows.map(\.evidence.id.text) == ["c2", "e1", "c1", "c3"])
        #expect(rows.map { $0.diagnosticity?.text(decimals: 3) } == ["1.000", "1.000", "0.667", "0.000"])
        #expect(rows.map(\.isSameForAll) == [false, false, false, true])
    }

    @Test("the order without a row is told where it changes")
    func sensitivity() throws {
        let matrix = try matrix()
        #expect(matrix.order() == [[0], [1], [2]])
        // Without c2 nothing is against h-1. Without c1: h-2 0, h-1 0.7071 (one cell) and h-3 0.7071 (one cell).
        #expect(
            (0..<4).map { matrix.order(without: $0) } == [
                [[0], [1], [2]], [[0], [1], [2]], [[1], [0, 2]], [[0], [1], [2]],
            ])
        let remarks = MatrixWords(matrix).remarks
        #expect(
            remarks == [
                "least inconsistent: h-1", "not judged: 2 of 12 cells", "the same for all, of no help: c3",
                "without c1 another leads: h-2 < h-1 = h-3",
            ])
        #expect(!remarks.contains { $0.contains("most consistent") })
    }

    @Test(
        "credibility is the lesser of letter and figure; what cannot be judged is medium and marked",
        arguments: [
            ("A1", "high", false), ("B2", "high", false), ("B3", "medium", false), ("C1", "medium", false),
            ("D1", "low", false), ("A5", "low", false), ("F1", "medium", true), ("A6", "medium", true),
            ("F6", "medium", true), ("F4", "low", true),
        ])
    func credibility(text: String, level: String, isUnjudged: Bool) throws {
        let grade = try Grade(text)
        #expect(grade.level.rawValue == level && grade.isUnjudged == isUnjudged)
    }

    @Test("relevance is stated on the link or the evidence, before the strength; a link's own grade comes first")
    func relevance() throws {
        let cells = try matrix([
            "add note h-1 type=hypothesis -- One", #"add claim "A" grade=A1 x.relevance=low"#,
            #"add claim "B" grade=A1"#,
            #"add claim "C" grade=A1"#, #"add source s1 "D" reliability=F"#,
            "link c1 contradicts h-1 strength=strong", "link c2 contradicts h-1 x.relevance=high strength=weak",
            "link c3 contradicts h-1 grade=E5", "link s1 contradicts h-1",
        ]).rows.compactMap { $0.cells[0] }
        #expect(cells.map(\.relevance.rawValue) == ["low", "high", "medium", "medium"])
        #expect(cells.map(\.credibility.rawValue) == ["high", "high", "low", "medium"])
        // √2 × 1/√2, √2 × √2, 1/√2 × 1, 1 × 1
        #expect(cells.map { $0.weight.value.text(decimals: 4) } == ["1.0000", "2.0000", "0.7071", "1.0000"])
        #expect(cells.map(\.isUnjudged) == [false, false, false, true])
    }

    @Test("sums of weights are compared without rounding", arguments: Seeds.few)
    func weights(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let levels: [EvidenceWeight.Level] = [.low, .medium, .high]
        func sum() -> EvidenceWeight {
            (0..<random.below(9)).reduce(.zero) { sum, _ in
                sum + EvidenceWeight(credibility: levels[random.below(3)], relevance: levels[random.below(3)])
            }
        }
        for _ in 0..<200 {
            let (left, right) = (sum(), sum())
            let isNear = abs(left.value - right.value) < 1e-9
            #expect((left == right) == isNear && (left < right) == (!isNear && left.value < right.value))
        }
        // 1/√2 + 1/√2 is √2, not nearly √2.
        let half = EvidenceWeight(credibility: .low, relevance: .medium)
        #expect(half + half == EvidenceWeight(credibility: .high, relevance: .medium))
    }

    @Test("the view is a matrix, scores and what to mind")
    func view() throws {
        let engine = try TestEngine(setting: Self.setting)
        try expectRecorded(engine.run("show matrix", width: 78), at: Golden.path("matrix"))
        #expect(try engine.run("show matrix h-1").hasSuffix("one hypothesis has nothing to compete with\n"))
        let csv = try engine.run("show matrix as csv")
        #expect(
            csv.hasPrefix("evidence,grade,h-1,h-2,h-3,tells,title\r\n")
                || csv.hasPrefix("evidence,grade,h-1,h-2,h-3,tells,title\n"))
        guard case .object(let json) = try engine.json("show matrix") else {
            Issue.record("no object")
            return
        }
        #expect(json["order"]?.text == #"[["h-1"], ["h-2"], ["h-3"]]"#)
    }
}
