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
    ///
    /// - Parameter rejects: the file that gets the rows that are left out.
    func importFile(_ path: String, as call: Call, rejects: Destination?) throws(Diagnostic) -> Answer {
        let plan = try ImportPlan(call, in: surroundings)
        let mapping = try plan.mappingDestination(in: surroundings)
        let file = try ImportedFile(plan, at: path, surroundings)
        let rejected = try rejects.map { (rejects) throws(Diagnostic) in try output(rejects, besides: path) }
        // Where a script outlives the error of an import, nothing may be left of it: it is tried before.
        if journal.isInGroup, !endsAtFirstError { _ = try rehearse(file, plan) }
        let answer = try importFile(file, plan, rejects: rejected)
        if let mapping { try save(MappingFile.text(of: plan), to: mapping) }
        return answer
    }

    /// Writes what was given as a mapping.
    private func save(_ mapping: String, to destination: Destination) throws(Diagnostic) {
        do throws(StorageError) { try write(Array(mapping.utf8), to: destination) } catch {
            throw .storage(error, at: destination.place)
        }
    }

    /// What an import would come to.
    func previewImport(of path: String, as call: Call) throws(Diagnostic) -> Answer {
        let plan = try ImportPlan(call, in: surroundings)
        var answer = try rehearse(try ImportedFile(plan, at: path, surroundings), plan)
        answer.selection = nil
        return answer
    }

    /// Imports a file into a copy of the session, which is thrown away.
    private func rehearse(_ file: ImportedFile, _ plan: ImportPlan) throws(Diagnostic) -> Answer {
        let rehearsal = Engine(holding: session, surroundings: surroundings, disk: disk)
        rehearsal.selection = selection
        rehearsal.takesPlainLines = takesPlainLines
        return try rehearsal.importFile(file, plan, rejects: nil)
    }

    /// The file for rows that are left out, which is not the one that they stand in.
    private func output(_ rejects: Destination, besides path: String) throws(Diagnostic) -> OutputFile {
        do throws(StorageError) {
            var kept = try keptFiles()
            try kept.keep(path, as: "being imported")
            return try checked(rejects, keeping: kept)
        } catch {
            throw .storage(error, at: rejects.place)
        }
    }

    private func importFile(
        _ file: ImportedFile, _ plan: ImportPlan, rejects: OutputFile?
    ) throws(Diagnostic) -> Answer {
        var value = Answer()
        _ = try runStep(plan.call.place.text, at: plan.call.place) { () throws(Diagnostic) in
            replayDepth += 1
            defer { replayDepth -= 1 }
            if case .rows(let reader) = try plan.importer.content(of: file) {
                var rows = try RowImport(reader, of: file, plan)
                value = try importRows(&rows)
                if let rejects, let rejected = rows.rejected {
                    do throws(StorageError) { try write(rejected.bytes, to: rejects) } catch {
                        throw .storage(error, at: plan.call.place)
                    }
                }
            }
            return Replay()
        }
        return value
    }

    private func importRows(_ rows: inout RowImport) throws(Diagnostic) -> Answer {
        let file = rows.file
        let entities = session.order(of: .entity).count
        var work = surroundings.work("importing \(file.path.text)", .bytes, of: file.bytes.count, stride: 1 << 16)
        var run = ImportRun(selection, mayLearn: takesPlainLines)
        if rows.keepsKeys { run.keys = KnownKeys(rows.command.kind, in: session) }
        while try rows.next() {
            guard work.goesOn(at: rows.offset) else { throw .cancelled(at: rows.plan.call.place) }
            if rows.needsSource {
                let (source, isKnown) = try source(of: file)
                rows.give(source, isKnown: isKnown)
                if isKnown {
                    run.records = EarlierRecords(
                        rows.command, from: source.id, keyed: !rows.keepsKeys, in: session)
                }
            }
            run.firstEntry = journal.nextNumber
            if try passOver(&rows, &run) { continue }
            if try nameRecords(of: &rows, &run), run.addition?.read(rows.command, in: session) == true,
                let addition = run.addition
            {
                let id = try keep(addition, as: rows.command.bytes, at: rows.plan.call.place)
                run.note(id, of: rows, in: session)
                rows.count(writtenAs: { addition.form(of: $0) }, session[id])
                continue
            }
            guard let row = try evaluate(&rows, &run) else { continue }
            for id in try take(row.outcome, at: row.place).answer.selection ?? [] {
                run.note(id, of: rows, in: session)
            }
            if rows.keepsRest { rows.countKept() }
            guard let record = run.made.last.flatMap({ session[$0] }) else { continue }
            rows.count(record)
            if run.mayLearn, !rows.keepsRest {
                run.addition = RowAddition(rows.command, like: record, in: session)
                run.mayLearn = false
            }
        }
        let report = rows.finish(run.made, entitiesBefore: entities, keys: run.keys, in: session)
        return Answer(report, selection: run.made + run.updated)
    }

    /// Deals with a row that the session has already, or that has no key; false where it has it not.
    private func passOver(_ rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) -> Bool {
        if rows.keepsKeys {
            guard let key = rows.key else {
                try rows.leaveOutWithoutKey()
                return true
            }
            if let record = run.keys?[key].flatMap({ session.record(at: $0) }) {
                run.keys?.meet(key, record, in: session)
                try meet(record, &rows, &run)
                return true
            }
        }
        guard let records = run.records else { return false }
        rows.writeWithoutIdentifier()
        guard let candidate = try candidate(&rows, &run) else { return true }
        guard let known = records.first(saying: candidate) else {
            rows.writeWithIdentifier()
            return false
        }
        try forget(&rows, &run)
        rows.countKnown()
        guard let key = rows.key, let slot = session.slot(of: known) else { return true }
        // What was imported without a key gets it now.
        run.records?.remove(known, saying: candidate)
        run.keys?.insert(slot, under: key)
        rows.writeKey(for: known)
        if let row = try evaluate(rows.command.bytes) { _ = try take(row.outcome, at: row.place) }
        return true
    }

    /// Does with a row what is to be done where a record has its key.
    private func meet(_ record: Record, _ rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) {
        if rows.plan.duplicates == .error { return try rows.leaveOutDuplicate(of: record.id) }
        if rows.keyIsWhole, rows.plan.duplicates == .skip { return rows.countKnown() }
        rows.writeWithoutIdentifier()
        guard let candidate = try candidate(&rows, &run) else { return }
        let isChanged = rows.writeChange(of: record, to: candidate, in: session)
        if !isChanged || rows.plan.duplicates == .skip {
            try forget(&rows, &run)
            return isChanged ? rows.countDiffering(record.id) : rows.countKnown()
        }
        do throws(Diagnostic) {
            guard let row = try evaluate(rows.command.bytes) else { return }
            _ = try take(row.outcome, at: row.place)
        } catch {
            let fault = try error.ofRow()
            try forget(&rows, &run)
            return try rows.leaveOut(fault)
        }
        run.updated.append(record.id)
        rows.countUpdated(record.id)
        if rows.keepsRest { rows.countKept() }
    }

    /// The record that the row at hand would make; nil where it is left out.
    private func candidate(_ rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) -> Record? {
        if try nameRecords(of: &rows, &run), run.addition?.read(rows.command, in: session) == true,
            let addition = run.addition
        {
            return addition.withRecord { $0.record }
        }
        guard let row = try evaluate(&rows, &run), let id = row.outcome.answer.selection?.last else { return nil }
        return row.outcome.changes.last { $0.new?.id == id }?.new
    }

    /// What the command of a row comes to, and where it stands.
    private typealias EvaluatedRow = (outcome: Outcome, place: Place)

    /// Evaluates the command of the row at hand; nil where the row is left out.
    private func evaluate(_ rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) -> EvaluatedRow? {
        do throws(Diagnostic) { return try evaluateNamed(&rows, run) } catch {
            var fault = try error.ofRow()
            try forget(&rows, &run)
            // Each cell at fault is left out in turn, so that all that is wrong is told at once.
            while rows.setAside(fault) {
                do throws(Diagnostic) {
                    let rest = try evaluateNamed(&rows, run)
                    guard rows.keepsRest, rest != nil else { break }
                    rows.keepCellsAside()
                    return try evaluate(rows.command.bytes)
                } catch {
                    fault = try error.ofRow()
                    try forget(&rows, &run)
                }
            }
            try forget(&rows, &run)
            try rows.leaveOut()
            return nil
        }
    }

    /// Evaluates the command of the row at hand, once what it names is there.
    private func evaluateNamed(_ rows: inout RowImport, _ run: ImportRun) throws(Diagnostic) -> EvaluatedRow? {
        try nameRecords(of: &rows)
        // What '_' means is the same for all rows.
        selection = run.selection
        return try evaluate(rows.command.bytes)
    }

    /// Makes the records that a row names, as far as nothing is wrong with it so far; whether its record can be written down
    /// at once.
    private func nameRecords(of rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) -> Bool {
        if rows.keepsRest { return false }
        do throws(Diagnostic) { try nameRecords(of: &rows) } catch {
            _ = try error.ofRow()
            try forget(&rows, &run)
            return false
        }
        selection = run.selection
        return true
    }

    /// Makes the records that a row names with fields of their own, and gives them those that they lack.
    private func nameRecords(of rows: inout RowImport) throws(Diagnostic) {
        while let request = rows.nextName(in: session) {
            var made: [Identifier] = []
            if let command = request.command {
                do throws(Diagnostic) {
                    if let named = try evaluate(command) {
                        made = try take(named.outcome, at: named.place).answer.selection ?? []
                    }
                } catch {
                    throw rows.error(try error.ofRow(), of: request)
                }
            }
            guard let id = request.known ?? made.first else { return }
            rows.settle(request, as: id)
        }
    }

    /// Takes back what was made of what the row at hand names, as nothing of it comes in.
    private func forget(_ rows: inout RowImport, _ run: inout ImportRun) throws(Diagnostic) {
        guard try takeBack(from: run.firstEntry, at: rows.plan.call.place) else { return }
        // What was learned may know records that are there no more.
        rows.forgetNames()
        (run.addition, run.mayLearn) = (nil, takesPlainLines)
        run.firstEntry = journal.nextNumber
    }

    /// Takes back the entries from a number on; whether there were any.
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

    /// Evaluates one command that stands in memory.
    private func evaluate(_ command: [UInt8]) throws(Diagnostic) -> EvaluatedRow? {
        var lexer = Lexer(SourceText(bytes: command, name: nil))
        guard let tokens = try lexer.nextCommand() else { return nil }
        return (try evaluate(tokens, at: tokens.place), tokens.place)
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

/// What an import came to so far.
private struct ImportRun {
    /// What '_' means in each row.
    let selection: Selection
    /// The number of the first entry that the row at hand makes.
    var firstEntry = 0
    /// Writes down records at once, once it is learned from one how.
    var addition: RowAddition?
    var mayLearn: Bool
    /// The records that were made, and those that were changed.
    var made: [Identifier] = []
    var updated: [Identifier] = []
    /// The records by their keys, where they keep them.
    var keys: KnownKeys?
    /// The records of an earlier import of the same file, where there was one and they keep no keys.
    var records: EarlierRecords?

    init(_ selection: Selection, mayLearn: Bool) {
        self.selection = selection
        self.mayLearn = mayLearn
    }

    /// Notes a record that a row made.
    mutating func note(_ id: Identifier, of rows: borrowing RowImport, in session: Session) {
        made.append(id)
        if let key = rows.key, let slot = session.slot(of: id) { keys?.insert(slot, under: key) }
    }
}

extension Diagnostic {
    /// The error itself, where it is one of a row.
    ///
    /// - Throws: the error where it ends all.
    fileprivate func ofRow() throws(Diagnostic) -> Diagnostic {
        if code == .cancelled || code == .storage { throw self }
        return self
    }

    fileprivate static func nothingImported(at place: Place) -> Diagnostic {
        Diagnostic(.nothingImported, "no source was made of the file", at: place)
    }
}
