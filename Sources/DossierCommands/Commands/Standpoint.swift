import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// From where `show` looks: at what had been said or published by a day, and at the session as it stood after an entry of
/// the log.
struct Standpoint: Sendable {
    private var day: (word: Token, when: When)?
    private var entry: Token?

    /// What is seen from there: the session, and what is said of it under the answer.
    struct Sight {
        var context: Context
        var remarks: [String] = []
        /// The session with what is left out: the labels of records depend on that too.
        var whole: Session

        /// Whether an id or a name means a record there.
        func holds(_ name: String) -> Bool {
            !ReferenceResolver(context: context).isUnknown(name, in: Draft(context))
        }
    }

    /// By the end of which day something must have been said or published; nil where that is not asked.
    var asOf: When? { day?.when }

    /// Whether all is seen, as it stands.
    var isHere: Bool { day == nil && entry == nil }

    /// Takes `as-of DATE` and `at ENTRY` out of the words of a command, wherever they stand outside parentheses.
    ///
    /// - Throws: a diagnostic where one stands twice, or nothing that fits follows it.
    static func take(from arguments: inout Tokens) throws(Diagnostic) -> Standpoint {
        var standpoint = Standpoint()
        var kept: [Token] = []
        var depth = 0
        while let token = arguments.popFirst() {
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            guard depth == 0, token.isWord("as-of") || token.isWord("at") else {
                kept.append(token)
                continue
            }
            let isDay = token.text == "as-of"
            guard let value = arguments.popFirst(), value.kind == .word || value.kind == .string else {
                throw .missingWord(isDay ? "a day" : "the number of an entry, or a time,", after: token)
            }
            if isDay ? standpoint.day != nil : standpoint.entry != nil { throw .standpointTwice(token) }
            if isDay { try standpoint.look(asOf: value, token) } else { standpoint.entry = value }
        }
        arguments = Tokens(kept)
        return standpoint
    }

    /// Looks at what had been said or published by a day: EDTF, or words.
    mutating func look(asOf value: Token, _ word: Token) throws(Diagnostic) {
        if day != nil { throw .standpointTwice(word) }
        do { day = (word, try When.interpret(value.text, asOf: nil)) } catch { throw value.invalid(error) }
    }

    /// A view of the log shows what was done, not what was said.
    func expectNoDay(for view: ViewDefinition) throws(Diagnostic) {
        if let day { throw .unexpectedViewWord(day.word, after: view) }
    }

    /// The answer that is given from there, with what is to be said of it.
    ///
    /// - Throws: what the answer throws; that a record which stands now was not there then.
    func look(
        from context: Context, _ answer: (Context) throws(Diagnostic) -> Answer
    ) throws(Diagnostic) -> Answer {
        if isHere { return try answer(context) }
        return try look(from: context, upTo: nil) { sight throws(Diagnostic) in try answer(sight.context) }
    }

    /// The answer that is given from there of what may go out up to a label.
    ///
    /// - Throws: what the answer throws; that a record which stands now was not there then.
    func look(
        from context: Context, upTo limit: Marking?, _ answer: (Sight) throws(Diagnostic) -> Answer
    ) throws(Diagnostic) -> Answer {
        let sight = try sight(of: context, upTo: limit)
        do throws(Diagnostic) {
            var seen = try answer(sight)
            seen.remarks += sight.remarks
            return seen
        } catch {
            guard let name = error.missingName else { throw error }
            if !isHere, try Standpoint().sight(of: context, upTo: limit).holds(name) {
                throw .notThereThen(error.place, sight.remarks)
            }
            if let limit, try self.sight(of: context).holds(name) { throw .aboveLabel(error.place, limit) }
            throw error
        }
    }

    /// What is seen of a session, up to a label where one is given.
    ///
    /// - Throws: a diagnostic where the log does not go back so far, or cannot be read.
    func sight(of context: Context, upTo limit: Marking? = nil) throws(Diagnostic) -> Sight {
        var sight = Sight(context: context, whole: context.session)
        if let entry { try rewind(&sight, to: entry) }
        let watch = context.surroundings.watch
        let known = day.map { KnownRecords(sight.whole, by: $0.when, for: watch) }
        // What names a record that had not been said yet is still as strict as that record.
        let release = limit.map { Release(of: sight.whole, upTo: $0, known: known, for: watch) }
        if let day, let known { leaveOut(&sight, known, after: day.when, release) }
        if let limit, let release {
            sight.context = Context(sight.context, session: release.session, log: NoLog())
            sight.remarks.append(release.held.remark(upTo: limit))
        }
        return sight
    }

    /// Leaves out what had not been said; the remark counts and names only what may go out.
    private func leaveOut(_ sight: inout Sight, _ known: KnownRecords, after day: When, _ release: Release?) {
        let context = sight.context
        func isSeen(_ id: Identifier) -> Bool { release.map { $0.session.kind(of: id) != nil } ?? true }
        let doubtful = known.possible.filter(isSeen).sorted()
        let (session, unknown) = (release?.session ?? context.session.known(known)).withoutOutcomes(after: day)
        sight.context = Context(context, session: session, doubtful: Set(doubtful))
        let gone = release?.countNotYetSaid ?? known.gone.count
        let total = Kind.counted(release.map { $0.session.count + gone } ?? context.session.count, of: nil)
        var remark = "as of \(day): \(gone) of \(total) left out"
        if !doubtful.isEmpty {
            remark += "; only possibly said or published by then (?): " + NameList.text(of: doubtful)
        }
        let undated = known.undated.filter(isSeen)
        if !undated.isEmpty { remark += "; without a date and left in: " + NameList.text(of: undated) }
        if !unknown.isEmpty { remark += "; outcomes not known by then: " + NameList.text(of: unknown) }
        sight.remarks.append(remark)
    }

    private func rewind(_ sight: inout Sight, to token: Token) throws(Diagnostic) {
        let context = sight.context
        let entries = try context.log.steps(at: token.place)
        let index = try index(of: token, among: entries)
        let entry = entries[index]
        let session: Session
        do {
            session = try context.session.rewound(before: entries[(index + 1)...], for: context.surroundings.watch)
        } catch {
            throw .changedOutside(error, at: token.place)
        }
        sight.context = Context(context, session: session, log: LogUpTo(log: context.log, count: entry.number))
        sight.whole = session
        sight.remarks.append("as the session stood after entry \(entry.number) (\(entry.at), \(entry.by))")
    }

    /// Where the entry stands that is meant: by its number, or the last one up to the end of a time.
    private func index(of token: Token, among entries: [LogEntry]) throws(Diagnostic) -> Int {
        guard let first = entries.first, let last = entries.last else { throw .emptyLog(token) }
        if let number = Int(token.text) {
            guard let index = entries.firstIndex(where: { $0.number == number }) else {
                throw .noSuchEntry(token, first, last)
            }
            return index
        }
        let time: When
        do { time = try When(token.text) } catch { throw .noEntry(token, error) }
        guard case .moment(let limit) = time.latestInUTC else { return entries.count - 1 }
        let index = entries.lastIndex { entry in
            guard case .moment(let moment)? = (try? When(entry.at))?.earliestInUTC else { return false }
            return moment <= limit
        }
        guard let index else { throw .nothingRecordedBy(token, first) }
        return index
    }
}

extension Diagnostic {
    fileprivate static func notThereThen(_ place: Place, _ remarks: [String]) -> Diagnostic {
        Diagnostic(.notThereThen, "'\(place.text)' was not known then", at: place, notes: remarks)
    }

    fileprivate static func aboveLabel(_ place: Place, _ limit: Marking) -> Diagnostic {
        Diagnostic(
            .notThereThen, "'\(place.text)' is held back from exports up to \(limit)", at: place,
            notes: ["'help markings' lists the rules"])
    }

    fileprivate static func standpointTwice(_ word: Token) -> Diagnostic {
        Diagnostic(
            .heldTwice, "'\(word.text)' is given twice", at: word.place, expectation: "one of the two")
    }

    fileprivate static func emptyLog(_ token: Token) -> Diagnostic {
        Diagnostic(.noSuchEntry, "the log has no entries", at: token.place)
    }

    fileprivate static func noSuchEntry(_ token: Token, _ first: LogEntry, _ last: LogEntry) -> Diagnostic {
        let isFolded = (Int(token.text) ?? 0) > 0 && (Int(token.text) ?? 0) < first.number
        return Diagnostic(
            .noSuchEntry,
            isFolded ? "entry \(token.text) was folded by 'dossier compact'" : "there is no entry \(token.text)",
            at: token.place, expectation: "an entry from \(first.number) to \(last.number)",
            notes: ["'show log groups=open' lists the entries; write a year with its month: 2024-12"])
    }

    fileprivate static func noEntry(_ token: Token, _ error: ValueError) -> Diagnostic {
        Diagnostic(
            .noSuchEntry, "'\(token.text)' is not an entry of the log", at: token.place,
            expectation: "the number of an entry, or a time such as 2024-10-22 or 2024-10-22T09:30:00Z",
            notes: ["put words to search for in quotation marks"])
    }

    fileprivate static func nothingRecordedBy(_ token: Token, _ first: LogEntry) -> Diagnostic {
        Diagnostic(
            .noSuchEntry, "the log has no entries up to \(token.text)", at: token.place,
            expectation: "a time from \(first.at) on")
    }

    fileprivate static func changedOutside(_ error: ValueError, at place: Place) -> Diagnostic {
        Diagnostic(
            .storage, "the entries since then do not lead to this session: \(error.problem)", at: place,
            notes: ["the state has been changed outside the program since then"], exit: .badData)
    }
}
