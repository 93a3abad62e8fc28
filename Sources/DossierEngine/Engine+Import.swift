import DossierAnalysis
import DossierCommands
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// Files of other programs: each row becomes a command, which runs as if somebody had typed it.
extension Engine {
    /// Imports a file as one step: all of it or nothing.
    func importFile(_ path: String, as call: Call) throws(Diagnostic) -> Answer {
        let plan = try ImportPlan(call)
        let file = try ImportedFile(plan, at: path, surroundings)
        // Where a script outlives the error of an import, nothing may be left of it: it is tried before.
        if journal.isInGroup, !endsAtFirstError {
            let rehearsal = Engine(holding: session, surroundings: surroundings, disk: disk)
            rehearsal.selection = selection
            _ = try rehearsal.importFile(file, plan)
        }
        return try importFile(file, plan)
    }

    private func importFile(_ file: ImportedFile, _ plan: ImportPlan) throws(Diagnostic) -> Answer {
        var value = Answer()
        _ = try runStep(plan.call.place.text, at: plan.call.place) { () throws(Diagnostic) in
            replayDepth += 1
            defer { replayDepth -= 1 }
            if case .rows(let reader) = try plan.importer.content(of: file) {
                value = try importRows(try RowImport(reader, of: file, plan))
            }
            return Replay()
        }
        return value
    }

    private func importRows(_ rows: RowImport) throws(Diagnostic) -> Answer {
        var rows = rows
        let file = rows.file
        let entities = session.order(of: .entity).count
        var work = surroundings.work("importing \(file.path.text)", .bytes, of: file.bytes.count, stride: 1 << 16)
        var addition: RowAddition?
        var mayLearn = takesPlainLines
        let before = selection
        var made: [Identifier] = []
        while try rows.next() {
            // What '_' means is the same for all rows.
            selection = before
            guard work.goesOn(at: rows.offset) else { throw .cancelled(at: rows.plan.call.place) }
            if rows.needsSource {
                let (source, isKnown) = try source(of: file)
                rows.give(source, isKnown: isKnown)
            }
            if addition?.read(rows.command, in: session) == true, let addition {
                made.append(try keep(addition, as: rows.command.bytes, at: rows.plan.call.place))
                rows.count(writtenAs: { addition.form(of: $0) })
                continue
            }
            do throws(Diagnostic) { made += try run(rows.command.bytes) } catch {
                if error.code == .cancelled || error.code == .storage { throw error }
                try rows.leaveOut(error)
                continue
            }
            guard let record = made.last.flatMap({ session[$0] }) else { continue }
            rows.count(record)
            if mayLearn {
                addition = RowAddition(rows.command, like: record, in: session)
                mayLearn = false
            }
        }
        return Answer(rows.finish(made, entitiesBefore: entities, in: session), selection: made)
    }

    /// Runs one command that stands in memory; gives the records that it made.
    private func run(_ command: [UInt8]) throws(Diagnostic) -> [Identifier] {
        var lexer = Lexer(SourceText(bytes: command, name: nil))
        guard let tokens = try lexer.nextCommand() else { return [] }
        return try run(tokens).answer.selection ?? []
    }

    /// Keeps the record of a row.
    private func keep(_ addition: RowAddition, as command: [UInt8], at place: Place) throws(Diagnostic) -> Identifier {
        try addition.withRecord { (record) throws(Diagnostic) in
            _ = try command.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
                try keep(record, at: nil, stating: bytes, at: place)
            }
            return record.identifier
        }
    }

    /// The source that a file is: its name and SHA-256. Its text is not kept, since it may be larger than the session; one
    /// that the session has already is taken.
    private func source(of file: ImportedFile) throws(Diagnostic) -> (Record, isKnown: Bool) {
        let name = SourceFile.name(of: file.path.text)
        let digest = Digest.of(file.bytes)
        let known = session.records(of: .source).first { $0.text(.digest) == digest && $0.text(.file) == name }
        if let known { return (known, true) }
        let quoted = ScriptText.quoted(name)
        var made: [Identifier] = []
        try run(SourceText("add source \(quoted) file=\(quoted) text= sha256=\(digest)")) { answer in
            made = answer.answer.selection ?? []
        }
        guard let source = made.first.flatMap({ session[$0] }) else { throw .nothingImported(at: file.path.place) }
        return (source, false)
    }
}

extension Diagnostic {
    fileprivate static func nothingImported(at place: Place) -> Diagnostic {
        Diagnostic(.nothingImported, "no source was made of the file", at: place)
    }
}
