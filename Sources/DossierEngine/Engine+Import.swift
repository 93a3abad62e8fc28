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
        let plan = try ImportPlan(call, in: surroundings)
        let destination = try plan.mappingDestination(in: surroundings)
        let file = try ImportedFile(plan, at: path, surroundings)
        // Where a script outlives the error of an import, nothing may be left of it: it is tried before.
        if journal.isInGroup, !endsAtFirstError {
            let rehearsal = Engine(holding: session, surroundings: surroundings, disk: disk)
            rehearsal.selection = selection
            _ = try rehearsal.importFile(file, plan)
        }
        let answer = try importFile(file, plan)
        if let destination { try save(MappingFile.text(of: plan), to: destination) }
        return answer
    }

    /// Writes what was given as a mapping.
    private func save(_ mapping: String, to destination: Destination) throws(Diagnostic) {
        do throws(StorageError) { try write(Array(mapping.utf8), to: destination) } catch {
            throw .storage(error, at: destination.place)
        }
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
            let first = journal.nextNumber
            do throws(Diagnostic) {
                try nameRecords(of: &rows)
                selection = before
                if addition?.read(rows.command, in: session) == true, let addition {
                    made.append(try keep(addition, as: rows.command.bytes, at: rows.plan.call.place))
                    rows.count(writtenAs: { addition.form(of: $0) })
                    continue
                }
                made += try run(rows.command.bytes)
            } catch {
                if error.code == .cancelled || error.code == .storage { throw error }
                if try takeBack(from: first, at: rows.plan.call.place) {
                    // What was learned may know records that are there no more.
                    rows.forgetNames()
                    (addition, mayLearn) = (nil, takesPlainLines)
                }
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

    /// Makes the records that a row names with fields of their own, and gives them those that they lack.
    private func nameRecords(of rows: inout RowImport) throws(Diagnostic) {
        while let request = rows.nextName(in: session) {
            var made: [Identifier] = []
            if let command = request.command {
                do throws(Diagnostic) { made = try run(command) } catch {
                    throw error.code == .cancelled || error.code == .storage ? error : rows.error(error, of: request)
                }
            }
            guard let id = request.known ?? made.first else { return }
            rows.settle(request, as: id)
        }
    }

    /// Takes back the entries from a number on, as nothing of a row that is left out stays; whether there were any.
    private func takeBack(from first: Int, at place: Place) throws(Diagnostic) -> Bool {
        if journal.nextNumber == first { return false }
        var changes: [Change] = []
        do throws(StorageError) {
            for line in try journal.lines(from: first) { changes += try line.entry(in: path ?? "the log").changes }
        } catch {
            throw .storage(error, at: place)
        }
        let numbers = Array((first..<journal.nextNumber).reversed())
        try keep(.undo(numbers, changes: changes.reversed().map(\.inverse)), at: place)
        return true
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
