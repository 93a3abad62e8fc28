import DossierAnalysis
import DossierLanguage
import DossierModel

/// Scores of those who forecast, as tables and a chart.
struct ForecastScores {
    /// The Brier score of each speaker, and of the analyst.
    let table: Table
    /// How often what was given a likelihood came so.
    let bands: Table
    /// The same, drawn.
    let chart: RangeChart

    /// What notes go under.
    private static let analyst = "the analyst"

    init(_ forecasts: [Forecast], in session: Session) {
        var order: [String] = []
        var scores: [String: BrierScore] = [:]
        for forecast in forecasts {
            guard let score = forecast.score else { continue }
            for name in ForecastScores.names(of: forecast.record) {
                if scores[name] == nil { order.append(name) }
                scores[name] = (scores[name] ?? BrierScore()) + score
            }
        }
        table = ForecastScores.table(order.map { ($0, scores[$0] ?? BrierScore()) })
        let calibration = Calibration(forecasts)
        bands = ForecastScores.table(of: calibration)
        chart = ForecastScores.chart(of: calibration)
    }

    /// Who answers for a forecast: the speakers of a claim, of a note the analyst.
    static func names(of record: Record) -> [String] {
        if record.kind == .note { return [analyst] }
        let speakers = record.references(.speaker).map(\.text)
        return speakers.isEmpty ? ["no speaker"] : speakers
    }

    /// A score in three digits.
    static func cell(_ score: BrierScore?) -> Table.Cell {
        guard let mean = score?.mean else { return .empty }
        return Table.Cell(StyledText(mean.text(decimals: 3)), json: mean.json(decimals: 6))
    }

    private static func number(_ number: Int) -> Table.Cell {
        Table.Cell(StyledText(String(number)), json: .number(JSONNumber(number)))
    }

    private static func table(_ scores: [(name: String, score: BrierScore)]) -> Table {
        var table = Table(
            columns: [
                Table.Column("by", priority: 9), Table.Column("resolved", isNumeric: true, priority: 8),
                Table.Column("brier", isNumeric: true, priority: 8),
            ],
            rows: scores.map { name, score in
                Table.Row([Table.Cell(StyledText(name)), number(score.count), cell(score)])
            })
        table.footers = [
            StyledText(
                "Brier: the mean of (p − o)²; 0 is best, 50% always scores 0.25; for a range, p is its middle",
                .faint)
        ]
        return table
    }

    private static func table(of calibration: Calibration) -> Table {
        func percent(_ share: Double) -> Table.Cell {
            Table.Cell(StyledText("\(Int((share * 100).rounded()))%"), json: share.json(decimals: 6))
        }
        return Table(
            columns: [
                Table.Column("band", priority: 9), Table.Column("range", isNumeric: true, priority: 7),
                Table.Column("resolved", isNumeric: true, priority: 8),
                Table.Column("stated", isNumeric: true, priority: 6),
                Table.Column("came", isNumeric: true, priority: 8),
            ],
            rows: calibration.bands.map { band in
                let range = band.step.range
                return Table.Row([
                    Table.Cell(StyledText(band.step.words[0])),
                    Table.Cell(StyledText("\(range.lowerBound)–\(range.upperBound)%")), number(band.count),
                    percent(band.stated / Double(band.count)), percent(Double(band.came) / Double(band.count)),
                ])
            })
    }

    /// Each band as a range, with how often it came so as a point.
    private static func chart(of calibration: Calibration) -> RangeChart {
        let rows = calibration.bands.map { band in
            let (low, high) = (Double(band.step.range.lowerBound), Double(band.step.range.upperBound))
            return RangeChart.Row(
                id: nil, label: StyledText("\(band.step.words[0])  \(band.count)"),
                note: StyledText(
                    "\(band.step.range.lowerBound) to \(band.step.range.upperBound) %, \(band.came) of \(band.count) came so"
                ),
                range: RangeChart.Range(
                    earliestStart: low, latestStart: low, earliestEnd: high, latestEnd: high, isOneOf: true,
                    isSoft: false, best: Double(band.came) / Double(band.count) * 100))
        }
        return RangeChart(
            scale: .number(unit: "%"), lanes: [RangeChart.Lane(title: nil, rows: rows)],
            footers: [
                StyledText(
                    "lines: range of each band in percent; points: how often it came true", .faint)
            ])
    }
}
