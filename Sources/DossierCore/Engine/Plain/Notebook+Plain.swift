/// Plain lines of a script: what they state is written down at once.
extension Notebook {
    /// Runs a line of a script that states one record in plain words; nil where the command itself has to look at it.
    ///
    /// It comes to the same as the command: the same entry of the log, the same record, the same reply.
    func run(_ line: borrowing PlainLine, _ statement: inout PlainStatement, of script: SourceText) throws(Diagnostic)
        -> Reply?
    {
        guard journal.isInGroup, history == nil, statement.read(line, in: session) else { return nil }
        do throws(StorageError) {
            let time = surroundings.now()
            try store?.prepareForChange(at: time, by: surroundings.author)
            statement.withRecord { record in
                journal.append(record, stating: line.bytes(line.range), at: time, by: surroundings.author)
            }
        } catch {
            store?.withdrawLog()
            throw .storage(error, at: script.place(line.range))
        }
        let id = statement.withRecord { record in
            add(record)
            return record.identifier
        }
        let made = [id]
        selection.identifiers = made
        var reply = Reply(value: Value(StatedAnswer(session.lastAdded), selection: made))
        reply.changed = true
        reply.notices = store?.takeWarnings() ?? []
        return reply
    }
}

/// What is answered to a record that was stated: made when it is asked for.
private struct StatedAnswer: Answer {
    private let record: AddedRecordBytes?

    init(_ record: AddedRecordBytes?) { self.record = record }

    private var answer: (any Answer)? { record.map { ChangeReport(stating: $0.record) } }

    var blocks: [Block] { answer?.blocks ?? [] }
    var json: JSONValue { answer?.json ?? .null }
}
