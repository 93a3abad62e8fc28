import DossierAnalysis
import DossierModel
import DossierTime

extension ReportReader {
    /// Reads the notes by what they are.
    mutating func readNotes(into contents: inout ReportContents) {
        for record in records(.note) {
            let note = note(record)
            switch record.noteType {
            case .judgement: contents.judgements.append(note)
            case .forecast: contents.forecasts.append(note)
            case .hypothesis, .assumption: contents.hypotheses.append(note)
            case .gap, .question, .lead: contents.gaps.append(note)
            case .comment, nil: contents.comments.append(note)
            }
        }
        contents.judgements = ReportReader.inOrder(contents.judgements) { left, right in
            ReportReader.rank(of: left.confidence) - ReportReader.rank(of: right.confidence)
        }
        contents.forecasts = ReportReader.inOrder(contents.forecasts) { left, right in
            switch (left.due, right.due) {
            case (let mine?, let theirs?): When.inOrder(mine, theirs) ? -1 : When.inOrder(theirs, mine) ? 1 : 0
            case (_?, nil): -1
            case (nil, _?): 1
            case (nil, nil): 0
            }
        }
    }

    private static func inOrder(_ notes: [ReportNote], _ order: (ReportNote, ReportNote) -> Int) -> [ReportNote] {
        notes.enumerated().sorted { left, right in
            let order = order(left.element, right.element)
            return order == 0 ? left.offset < right.offset : order < 0
        }.map(\.element)
    }

    private static func rank(of confidence: Confidence?) -> Int {
        switch confidence {
        case .high: 0
        case .moderate: 1
        case .low: 2
        case nil: 3
        }
    }

    private mutating func note(_ record: Record) -> ReportNote {
        let isConclusion = record.noteType == .judgement
        let targets =
            isConclusion
            ? JudgementGround.grounds(of: record, in: session).map(\.id) : record.references(.target)
        var note = ReportNote(
            id: record.id, text: record.text(.text), type: record.text(.type) ?? NoteType.comment.rawValue,
            targets: targets.filter { $0 != record.quote?.source }.map { name(of: $0) },
            confidence: record.confidence, sentences: JudgementSentences.of(record), due: record.when(.due),
            outcome: record.outcome, resolved: record.when(.resolved), quote: record.quote?.exact,
            tags: record.texts(.tags), sources: sources(of: record))
        if case .likelihood(let likelihood)? = record[.likelihood].first { note.likelihood = likelihood }
        return note
    }

    /// Reads the figures by what they are of and by unit.
    mutating func readFigures(into contents: inout ReportContents) {
        let figures = request.records.flatMap { Figure.of($0) }
        var groups: [(key: FigureGroup, figures: [Figure])] = []
        var places: [FigureGroup: Int] = [:]
        for figure in figures {
            let key = FigureGroup(subject: figure.subject, unit: figure.quantity.unit)
            if let place = places[key] {
                groups[place].figures.append(figure)
            } else {
                places[key] = groups.count
                groups.append((key, [figure]))
            }
        }
        for (key, figures) in groups {
            contents.figures.append(
                ReportFigures(
                    subject: name(of: key.subject), unit: key.unit, figures: figures.inOrder.map { self.figure($0) }))
        }
    }

    private mutating func figure(_ figure: Figure) -> ReportFigure {
        let isClaim = figure.record.kind == .claim
        return ReportFigure(
            quantity: figure.quantity, speakers: names(.speaker, of: figure.record),
            stance: isClaim ? figure.record.text(.stance) ?? Stance.unstated : nil, when: figure.time,
            sources: sources(of: figure.record))
    }
}

/// What figures are compared in: the thing and the unit.
private struct FigureGroup: Hashable {
    let subject: Identifier
    let unit: String?
}
