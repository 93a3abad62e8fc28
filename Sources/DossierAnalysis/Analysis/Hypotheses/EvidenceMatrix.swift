import DossierModel

/// Analysis of competing hypotheses (Heuer, "Psychology of Intelligence Analysis", 1999, chapter 8): what is linked to the
/// hypotheses, as rows, judged against each of them.
package struct EvidenceMatrix {
    /// How a piece of evidence lies to a hypothesis.
    package enum Judgement: String {
        case consistent, inconsistent, neutral
    }

    /// A judgement with how much it counts.
    package struct Cell {
        package let judgement: Judgement
        /// The word of the link.
        package let strength: LinkStrength?
        package let relevance: EvidenceWeight.Level
        package let credibility: EvidenceWeight.Level
        /// Whether the credibility is medium only because it cannot be judged, or is not given.
        package let isUnjudged: Bool

        package var weight: EvidenceWeight { EvidenceWeight(credibility: credibility, relevance: relevance) }
    }

    /// A piece of evidence.
    package struct Row {
        package let evidence: Record
        /// One a hypothesis; nil where no link judges it.
        package let cells: [Cell?]
    }

    /// What speaks against a hypothesis, and what was not judged.
    package struct Score {
        package var inconsistent = 0
        package var weighted = EvidenceWeight.zero
        package var consistent = 0
        package var neutral = 0
        package var notJudged = 0

        /// Counts a cell so many times, or takes it away.
        fileprivate mutating func count(_ cell: Cell?, _ times: Int) {
            switch cell?.judgement {
            case .inconsistent:
                inconsistent += times
                weighted = weighted + (cell?.weight ?? .zero) * times
            case .consistent: consistent += times
            case .neutral: neutral += times
            case nil: notJudged += times
            }
        }
    }

    package let hypotheses: [Record]
    package let rows: [Row]
    /// The scores of the hypotheses by all rows.
    package let scores: [Score]
    private let watch: (any WorkWatch)?

    /// Gathers the evidence of hypotheses, that which tells most of them apart first.
    package init(_ hypotheses: [Record], in session: Session, for watch: (any WorkWatch)? = nil) {
        self.hypotheses = hypotheses
        self.watch = watch
        let ids = Set(hypotheses.map(\.id))
        var order: [Identifier] = []
        var cells: [Identifier: [Cell?]] = [:]
        let work = Work("reading evidence", .records, of: hypotheses.count, stride: 1, for: watch)
        for (column, hypothesis) in hypotheses.enumerated().steps(of: work) {
            for link in session.links(of: hypothesis.id) {
                guard let (id, judgement) = EvidenceMatrix.judgement(of: link, on: hypothesis.id), !ids.contains(id),
                    let evidence = session[id]
                else { continue }
                if cells[id] == nil {
                    order.append(id)
                    cells[id] = Array(repeating: nil, count: hypotheses.count)
                }
                let cell = Cell(link, judgement, evidence)
                // Where two links disagree, the one that speaks against the hypothesis counts.
                if cells[id]?[column].map({ $0.rank >= cell.rank }) ?? false { continue }
                cells[id]?[column] = cell
            }
        }
        let rows = order.compactMap { id in session[id].map { Row(evidence: $0, cells: cells[id] ?? []) } }
        let ranked = rows.map { (row: $0, tells: $0.diagnosticity ?? -1) }.enumerated()
        self.rows = ranked.sorted { left, right in
            let (mine, theirs) = (left.element.tells, right.element.tells)
            return mine != theirs ? mine > theirs : left.offset < right.offset
        }.map(\.element.row)
        var scores = [Score](repeating: Score(), count: hypotheses.count)
        for row in rows {
            for (column, cell) in row.cells.enumerated() { scores[column].count(cell, 1) }
        }
        self.scores = scores
    }

    /// The rows as steps of the work that each of them makes.
    package var steps: WorkSteps<EnumeratedSequence<[Row]>> {
        rows.enumerated().steps(of: Work("weighing evidence", .rows, of: rows.count, stride: 8, for: watch))
    }

    /// The evidence at the other end of a link, and how it lies to the hypothesis; nil where the link says nothing of that.
    private static func judgement(of link: Record, on hypothesis: Identifier) -> (Identifier, Judgement)? {
        guard let from = link.references(.from).first, let to = link.references(.to).first else { return nil }
        let other = from == hypothesis ? to : from
        switch link.relation {
        case .supports where to == hypothesis, .corroborates: return (other, .consistent)
        case .contradicts: return (other, .inconsistent)
        case .qualifies where to == hypothesis: return (other, .neutral)
        default: return nil
        }
    }

    /// The scores of the hypotheses with one row left out.
    private func scores(without left: Int) -> [Score] {
        var scores = scores
        for (column, cell) in rows[left].cells.enumerated() { scores[column].count(cell, -1) }
        return scores
    }

    /// The hypotheses from the least inconsistent on, by weight, then by number; those that are equal stand together.
    package func order(without left: Int? = nil) -> [[Int]] {
        let scores = left.map { self.scores(without: $0) } ?? self.scores
        func key(_ column: Int) -> (EvidenceWeight, Int) { (scores[column].weighted, scores[column].inconsistent) }
        var groups: [[Int]] = []
        for column in hypotheses.indices.sorted(by: { key($0) == key($1) ? $0 < $1 : key($0) < key($1) }) {
            if let last = groups.last?.first, key(last) == key(column) {
                groups[groups.count - 1].append(column)
            } else {
                groups.append([column])
            }
        }
        return groups
    }
}

extension EvidenceMatrix.Row {
    /// The share of the pairs of judged hypotheses that the row tells apart, 0 to 1; nil where it judges fewer than two.
    package var diagnosticity: Double? {
        let judged = cells.compactMap { $0?.judgement }
        guard judged.count > 1 else { return nil }
        let pairs = judged.count * (judged.count - 1) / 2
        let alike = Dictionary(judged.map { ($0, 1) }, uniquingKeysWith: +).values.map { $0 * ($0 - 1) / 2 }
        return Double(pairs - alike.reduce(0, +)) / Double(pairs)
    }

    /// Whether it judges every hypothesis, and all alike: it is of no help.
    package var isSameForAll: Bool { diagnosticity == 0 && cells.allSatisfy { $0 != nil } }
}

extension EvidenceMatrix.Cell {
    /// Reads a link. Its relevance is its field `x.relevance`, else that of the evidence, else its strength, else medium; its
    /// credibility is its grade, else the grade of the evidence, of a source its reliability.
    fileprivate init(_ link: Record, _ judgement: EvidenceMatrix.Judgement, _ evidence: Record) {
        self.judgement = judgement
        strength = link.strength
        let stated = link.text(FieldName("x.relevance")) ?? evidence.text(FieldName("x.relevance"))
        let level = stated.flatMap { EvidenceWeight.Level(rawValue: $0) }
        let counting = stated.map { LinkStrength(rawValue: $0) } ?? strength
        relevance = level ?? (counting == .weak ? .low : counting == .strong ? .high : .medium)
        if let grade = link.grade ?? evidence.grade {
            (credibility, isUnjudged) = (grade.level, grade.isUnjudged)
        } else if case .reliability(let letter)? = evidence[.reliability].first {
            (credibility, isUnjudged) = (letter.level, letter == .f)
        } else {
            (credibility, isUnjudged) = (.medium, true)
        }
    }

    /// Which of two judgements of one cell counts.
    fileprivate var rank: Int {
        switch judgement {
        case .inconsistent: 2
        case .consistent: 1
        case .neutral: 0
        }
    }

    /// `C`, `I` or `N`; twice where the link is strong, small where it is weak.
    package var sign: String {
        let letter = judgement.rawValue.prefix(1)
        if judgement == .neutral { return "N" }
        switch strength {
        case .strong: return letter.uppercased() + letter.uppercased()
        case .weak: return String(letter)
        default: return letter.uppercased()
        }
    }
}
