import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show matrix`: evidence against competing hypotheses.
package struct MatrixView: View {
    private let references: [ReferenceExpression]

    package static let name = "matrix"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[REF…]",
        "evidence against competing hypotheses (Heuer): all notes of type hypothesis, or those that are named",
        takesReferences: true, kinds: [.note] + Kind.listed.filter { $0 != .note },
        examples: [
            Example("all hypotheses", "show matrix", answer: "no hypotheses: add note type=hypothesis -- TEXT")
        ])

    /// Reads the hypotheses.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        references = request.arguments.isEmpty ? [] : try request.references()
    }

    /// Fills the matrix.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let session = context.session
        let ids = try ReferenceResolver(context: context).resolve(references, in: Draft(context))
        let hypotheses =
            references.isEmpty
            ? session.records(of: .note).filter { $0.noteType == .hypothesis } : ids.compactMap { session[$0] }
        let matrix = EvidenceMatrix(hypotheses, in: session, for: context.surroundings.watch)
        let json = MatrixJSON(matrix).value
        if hypotheses.isEmpty {
            return .line(StyledText("no hypotheses: add note type=hypothesis -- TEXT", .faint), json: json)
        }
        var blocks: [Block] = []
        if matrix.rows.isEmpty {
            blocks = [.line(StyledText("no evidence: link RECORD supports HYPOTHESIS, or contradicts", .faint))]
        } else {
            blocks = [.table(evidence(matrix)), .line("")]
        }
        blocks.append(.table(scores(matrix)))
        if !matrix.rows.isEmpty { blocks += MatrixWords(matrix).remarks.map { .prose(StyledText($0), indent: 2) } }
        return Answer(blocks, json: json, selection: matrix.rows.map(\.evidence.id))
    }

    private func evidence(_ matrix: EvidenceMatrix) -> Table {
        var table = Table(
            columns: [Table.Column("evidence", priority: 9), Table.Column("grade", priority: 6)]
                + matrix.hypotheses.map { Table.Column($0.id.text, priority: 8) }
                + [
                    Table.Column("tells", isNumeric: true, priority: 7),
                    Table.Column("title", priority: 3, minimum: 16),
                ], rows: [])
        table.rows = matrix.rows.map { row in
            let record = row.evidence
            let tells = row.diagnosticity
            var cells = [Table.Cell(StyledText(record.id.text, .identifier)), MatrixView.grade(of: record)]
            cells += row.cells.map { cell in cell.map(MatrixView.shown) ?? .empty }
            cells.append(
                Table.Cell(
                    StyledText(tells.map { $0 == 0 ? "no help" : $0.text(decimals: 2) } ?? "–"),
                    json: tells?.json(decimals: 4) ?? .null))
            cells.append(Table.Cell(StyledText(record.title.firstLine)))
            return Table.Row(cells, id: record.id)
        }
        table.footers = [
            StyledText(
                "C consistent, I inconsistent, N neutral; CC and II by a strong link, c and i by a weak one; blank: not judged",
                .faint),
            StyledText(
                "tells: the share of pairs of judged hypotheses that the row tells apart; * cannot be judged or is not graded, counts as medium",
                .faint),
        ]
        return table
    }

    private static func grade(of record: Record) -> Table.Cell {
        if let grade = record.grade { return Table.Cell(StyledText(grade.description + (grade.isUnjudged ? "*" : ""))) }
        if case .reliability(let letter)? = record[.reliability].first {
            return Table.Cell(StyledText(letter.rawValue + (letter == .f ? "*" : "")))
        }
        return Table.Cell(StyledText("*"), json: .null)
    }

    private static func shown(_ cell: EvidenceMatrix.Cell) -> Table.Cell {
        let style: TextStyle =
            switch cell.judgement {
            case .consistent: .good
            case .inconsistent: .bad
            case .neutral: .plain
            }
        return Table.Cell(StyledText(cell.sign, style))
    }

    private func scores(_ matrix: EvidenceMatrix) -> Table {
        func number(_ number: Int) -> Table.Cell {
            Table.Cell(StyledText(String(number)), json: .number(JSONNumber(number)))
        }
        var table = Table(
            columns: [
                Table.Column("hypothesis", priority: 9),
                Table.Column("inconsistent", isNumeric: true, priority: 8),
                Table.Column("weighted", isNumeric: true, priority: 8),
                Table.Column("consistent", isNumeric: true, priority: 5),
                Table.Column("neutral", isNumeric: true, priority: 5),
                Table.Column("not judged", isNumeric: true, priority: 6),
                Table.Column("title", priority: 3, minimum: 16),
            ], rows: [])
        let scores = matrix.scores
        table.rows = matrix.order().flatMap(\.self).map { column in
            let (hypothesis, score) = (matrix.hypotheses[column], scores[column])
            let weighted = score.weighted.value
            return Table.Row([
                Table.Cell(StyledText(hypothesis.id.text, .identifier)), number(score.inconsistent),
                Table.Cell(StyledText(weighted.text(decimals: 2)), json: weighted.json(decimals: 6)),
                number(score.consistent), number(score.neutral), number(score.notJudged),
                Table.Cell(StyledText(hypothesis.title.firstLine)),
            ])
        }
        table.footers = [
            StyledText(
                "weighted: each inconsistency counts credibility × relevance, each 1/√2, 1 or √2 for low, medium, high",
                .faint)
        ]
        return table
    }
}
