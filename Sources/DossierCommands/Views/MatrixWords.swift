import DossierAnalysis
import DossierLanguage
import DossierModel

/// What a person reads beside a matrix: who leads, what tells nothing, and what the order hangs on.
struct MatrixWords {
    private let matrix: EvidenceMatrix

    init(_ matrix: EvidenceMatrix) { self.matrix = matrix }

    /// The sentences, the first of them who leads.
    var remarks: [String] {
        guard matrix.hypotheses.count > 1 else { return ["one hypothesis has nothing to compete with"] }
        let order = matrix.order()
        let scores = matrix.scores
        var remarks = ["least inconsistent: " + names(order[0])]
        let unjudged = matrix.hypotheses.indices.filter { scores[$0].notJudged == matrix.rows.count }
        if !unjudged.isEmpty { remarks.append("nothing is judged against " + names(unjudged)) }
        let blank = scores.reduce(0) { $0 + $1.notJudged }
        if blank > 0 {
            remarks.append("not judged: \(blank) of \(matrix.rows.count * matrix.hypotheses.count) cells")
        }
        let same = matrix.rows.filter(\.isSameForAll).map(\.evidence.id.text)
        if !same.isEmpty { remarks.append("the same for all, of no help: " + same.joined(separator: ", ")) }
        return remarks + sensitivity(order)
    }

    private func sensitivity(_ order: [[Int]]) -> [String] {
        let changes = matrix.steps.compactMap { index, row -> String? in
            let other = matrix.order(without: index)
            if other == order { return nil }
            let what = other[0] == order[0] ? "the order changes" : "another leads"
            return "without \(row.evidence.id) \(what): " + other.map(names).joined(separator: " < ")
        }
        return changes.isEmpty ? ["no single row changes the order"] : changes
    }

    private func names(_ columns: [Int]) -> String {
        columns.map { matrix.hypotheses[$0].id.text }.joined(separator: " = ")
    }
}

/// A matrix for programs.
struct MatrixJSON {
    private let matrix: EvidenceMatrix

    init(_ matrix: EvidenceMatrix) { self.matrix = matrix }

    /// Hypotheses with their scores, evidence with its cells, and the order without each row.
    var value: JSONValue {
        let scores = matrix.scores
        let order = matrix.order()
        let hypotheses = matrix.hypotheses.indices.map { column -> JSONValue in
            let score = scores[column]
            return [
                "id": .string(matrix.hypotheses[column].id.text), "title": .string(matrix.hypotheses[column].title),
                "rank": number((order.firstIndex { $0.contains(column) } ?? 0) + 1),
                "inconsistent": number(score.inconsistent), "weighted": score.weighted.value.json(decimals: 6),
                "consistent": number(score.consistent), "neutral": number(score.neutral),
                "notJudged": number(score.notJudged),
            ]
        }
        let evidence = matrix.steps.map { index, row -> JSONValue in
            let without = matrix.order(without: index)
            return [
                "id": .string(row.evidence.id.text), "cells": .object(cells(row)),
                "diagnosticity": row.diagnosticity?.json(decimals: 4) ?? .null,
                "sameForAll": .bool(row.isSameForAll), "changesOrder": .bool(without != order),
                "orderWithout": .array(without.map(names)),
            ]
        }
        return [
            "hypotheses": .array(hypotheses), "order": .array(order.map(names)), "evidence": .array(evidence),
        ]
    }

    private func cells(_ row: EvidenceMatrix.Row) -> JSONObject {
        var cells: JSONObject = [:]
        for (hypothesis, cell) in zip(matrix.hypotheses, row.cells) {
            guard let cell else { continue }
            var object: JSONObject = [
                "judgement": .string(cell.judgement.rawValue), "credibility": .string(cell.credibility.rawValue),
                "relevance": .string(cell.relevance.rawValue), "weight": cell.weight.value.json(decimals: 6),
            ]
            if let strength = cell.strength { object["strength"] = .string(strength.rawValue) }
            if cell.isUnjudged { object["credibilityCannotBeJudged"] = true }
            cells[hypothesis.id.text] = .object(object)
        }
        return cells
    }

    private func names(_ columns: [Int]) -> JSONValue {
        .array(columns.map { .string(matrix.hypotheses[$0].id.text) })
    }

    private func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
