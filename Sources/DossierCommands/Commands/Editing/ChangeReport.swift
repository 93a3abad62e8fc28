import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// What a command says of its changes: the records made, changed and dropped.
package struct ChangeReport: AnswerContent {
    let changes: [Change]
    private let readings: [Draft.Reading]
    /// What is said beside the report.
    let notices: [String]
    private let made: Identifier?
    private let selection: [Identifier]
    /// How many lines are shown at most; nil where all are.
    private var most: Int?

    /// Reports changes; what `_` means after them is the record made.
    init(_ draft: Draft, made: Identifier) {
        self.changes = draft.changes
        self.readings = draft.readings
        self.notices = draft.notices
        self.made = made
        self.selection = [made]
    }

    /// Reports changes; `_` means the selection after them.
    init(_ draft: Draft, selection: [Identifier]) {
        self.changes = draft.changes
        self.readings = draft.readings
        self.notices = draft.notices
        self.made = nil
        self.selection = selection
    }

    /// Reports a record that was made, or changed, and nothing beside it.
    package init(stating record: Record, was old: Record?) {
        changes = [Change(old: old, new: record)]
        readings = []
        notices = []
        made = old == nil ? record.id : nil
        selection = [record.id]
    }

    /// Reports what came and went with steps that were taken back or again: each record once, as it was before all of
    /// them and is after.
    package init(returning changes: [Change]) {
        var order: [Identifier] = []
        var ends: [Identifier: Change] = [:]
        for change in changes {
            guard let id = change.id else { continue }
            if ends[id] == nil { order.append(id) }
            ends[id] = Change(old: ends[id].map(\.old) ?? change.old, new: change.new)
        }
        let merged = order.compactMap { ends[$0] }.filter { $0.old != $0.new }
        self.changes = merged
        self.readings = []
        self.notices = []
        self.made = nil
        self.selection = merged.compactMap { $0.new?.id }
        self.most = 12
    }

    /// The changes for programs.
    package var jsonOfChanges: JSONValue { .array(changes.map { ChangeReport.json($0) }) }

    /// The report with what `_` means after it.
    var answer: Answer { Answer(self, selection: selection) }

    package var blocks: [Block] {
        let primary = made == nil ? changes : changes.filter { $0.id == made } + changes.filter { $0.id != made }
        var blocks: [Block] = []
        // What is not shown is only counted.
        var countBehind = 0
        for change in primary {
            if let most, blocks.count > most {
                countBehind += lineCount(of: change)
            } else {
                blocks += self.blocks(of: change)
            }
        }
        if let most, blocks.count > most {
            let more = blocks.count + countBehind - most + 1
            blocks = blocks.prefix(most - 1) + [.line(StyledText("… and \(more) lines more", .faint))]
        }
        blocks += readings.map { reading in
            let what = StyledText("  \(reading.field) “\(reading.words)” is ", .faint)
            let text =
                what + StyledText(reading.value.typed, .strong) + StyledText(", \(reading.value.inWords)", .faint)
            return .prose(text, indent: 4)
        }
        if blocks.isEmpty { blocks = [.line(StyledText("nothing changes", .faint))] }
        return blocks
    }

    package var json: JSONValue {
        var json: JSONObject = ["changes": jsonOfChanges]
        if !readings.isEmpty { json["readings"] = .array(readings.map { ChangeReport.json($0) }) }
        return .object(json)
    }

    private func blocks(of change: Change) -> [Block] {
        switch (change.old, change.new) {
        case (nil, let new?): made(new)
        case (let old?, nil): [.line(StyledText("dropped ", .faint) + RecordLine.text(old))]
        case (let old?, let new?): changed(old, new)
        case (nil, nil): []
        }
    }

    /// How many blocks a change makes.
    private func lineCount(of change: Change) -> Int {
        switch (change.old, change.new) {
        case (nil, let new?): new.kind == .note ? made(new).count : 1
        case (_?, nil): 1
        case (let old?, let new?): ChangeReport.fields(changedFrom: old, to: new).count
        case (nil, nil): 0
        }
    }

    private func made(_ record: Record) -> [Block] {
        let isByTheWay = record.kind == .entity && (made.map { $0 != record.id } ?? !selection.contains(record.id))
        guard isByTheWay else { return [.line(RecordLine.text(record))] + JudgementSentences.blocks(of: record) }
        let type = record.text(.type) ?? "entity"
        return [
            .line(
                StyledText("  new \(type) ", .faint) + StyledText(record.id.text, .identifier) + "  "
                    + StyledText(record.title))
        ]
    }

    private func changed(_ old: Record, _ new: Record) -> [Block] {
        ChangeReport.fields(changedFrom: old, to: new).map { name in
            let line =
                StyledText(new.id.text, .identifier) + StyledText("  \(name): ", .faint)
                + ChangeReport.shown(old[name]) + StyledText(" → ", .faint) + ChangeReport.shown(new[name])
            return .line(line)
        }
    }

    /// The fields that differ, those that the program makes itself left out; of a record that is new all of its fields.
    static func fields(changedFrom old: Record?, to new: Record) -> [FieldName] {
        var names = old?.entries.map(\.name) ?? []
        for entry in new.entries where !names.contains(entry.name) { names.append(entry.name) }
        return names.filter { old?[$0] ?? [] != new[$0] && $0 != .digest }
    }

    /// The values of a field in a line.
    static func shown(_ values: [FieldValue]) -> StyledText {
        if values.isEmpty { return StyledText("(empty)", .faint) }
        let text = values.map(\.typed).joined(separator: ", ")
        return StyledText(text.unicodeScalars.count > 200 ? String(text.prefix(200)) + "…" : text)
    }

    private static func json(_ reading: Draft.Reading) -> JSONValue {
        let form = if case .when = reading.value { "edtf" } else { "typed" }
        return .object([
            "field": .string(reading.field.text), "words": .string(reading.words),
            form: .string(reading.value.typed), "reading": .string(reading.value.inWords),
        ])
    }

    private static func json(_ change: Change) -> JSONValue {
        if let new = change.new { return .object(["put": RecordJSON.value(of: new)]) }
        return .object(["drop": .string(change.old?.id.text ?? "")])
    }
}

extension FieldValue {
    /// A time or a quantity for people; of other values the typed form.
    fileprivate var inWords: String {
        switch self {
        case .when(let when): when.reading
        case .quantity(let quantity): quantity.reading
        default: typed
        }
    }
}

extension Outcome {
    /// What a report tells of.
    init(_ report: ChangeReport) {
        self.init(changes: report.changes, answer: report.answer, notices: report.notices)
    }
}
