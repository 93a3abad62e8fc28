import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierStorage

/// Plain lines of a script: what they state is written down at once.
extension Engine {
    /// What reads the plain lines of a script, with room that is used again for each.
    struct PlainLineReader {
        fileprivate var addition = PlainAddition()
        fileprivate var change = PlainChange()
    }

    /// Runs a line of a script that states or changes one record in plain words; nil where the command itself has to look at it.
    ///
    /// It comes to the same as the command: the same entry of the log, the same record, the same reply.
    func run(
        _ line: borrowing PlainLine, _ reader: inout PlainLineReader, of script: SourceText
    ) throws(Diagnostic) -> Reply? {
        guard takesPlainLines, journal.isInGroup else { return nil }
        if reader.addition.read(line, in: session) {
            return try reader.addition.withRecord { (record) throws(Diagnostic) in
                try reply(keeping: record, at: nil, as: line, of: script)
            }
        }
        guard let old = reader.change.read(line, in: session) else { return nil }
        return try reader.change.withRecord(was: old) { (record) throws(Diagnostic) in
            try reply(keeping: record, at: reader.change.slot, as: line, of: script)
        }
    }

    /// Keeps the record of a plain line, in a slot where it takes the place of another.
    private func reply(
        keeping record: WrittenRecord, at slot: Session.Slot?, as line: borrowing PlainLine, of script: SourceText
    ) throws(Diagnostic) -> Reply {
        let old = slot.flatMap { session.written(at: $0) }
        let number = try keep(record, at: slot, stating: line.bytes(line.range), at: script.place(line.range))
        history?.note(number)
        let kept = [record.identifier]
        selection.identifiers = kept
        let answer = KeptAnswer(record: session.written(at: slot ?? Session.Slot(session.slotCount - 1)), old: old)
        var reply = Reply(answer: Answer(answer, selection: kept))
        reply.changed = true
        reply.notices = store?.takeWarnings() ?? []
        return reply
    }
}

/// What is answered to a plain line: made when it is asked for.
private struct KeptAnswer: AnswerContent {
    let record: AddedRecordBytes?
    let old: AddedRecordBytes?

    private var report: ChangeReport? { record.map { ChangeReport(stating: $0.record, was: old?.record) } }

    var blocks: [Block] { report?.blocks ?? [] }
    var json: JSONValue { report?.json ?? .null }
}
