import DossierLanguage
import DossierModel

/// What of a damaged session was not saved, by record.
struct RepairLosses {
    /// One sentence a line: the records, then what cannot be read, then the history.
    private(set) var lines: [String] = []
    /// What the state holds otherwise, where the log is whole: it was changed outside.
    private(set) var notes: [String] = []

    /// Looks which of the lines that were left, and what of the state, the saved session does not hold.
    init(_ found: DamagedSession, _ repaired: RepairedSession) {
        let session = repaired.session
        var lost: [Identifier: String] = [:]
        var order: [Identifier] = []
        func note(_ id: Identifier, _ text: String) {
            if lost.updateValue(text, forKey: id) == nil { order.append(id) }
        }
        let left = found.salvage.left.filter(\.isLoss)
        var unreadable: [String] = []
        for line in left where line.byte >= repaired.end {
            guard let entry = line.entry else {
                unreadable.append(
                    "line \(line.line) of the log, byte \(line.byte): \(line.problem); what it changed cannot be read")
                continue
            }
            for change in entry.changes {
                guard let id = change.id else { continue }
                note(id, RepairLosses.text(of: change, in: entry))
            }
        }
        for id in order where RepairLosses.isSaved(id, of: left, in: session) { lost[id] = nil }
        if let state = found.state?.session {
            let text =
                "'\(found.path)' contains another version of it, and no entry names that file; --trust state takes it"
            for id in SessionDifference(of: state, from: session).identifiers where lost[id] == nil {
                if left.isEmpty { notes.append("\(id.text): \(text)") } else { note(id, text) }
            }
        }
        lines = order.compactMap { id in lost[id].map { "\(id.text): \($0)" } } + unreadable
        let history = left.filter { repaired.history.contains($0.byte) }
        if !history.isEmpty {
            let count = history.count
            lines.append(
                "history: \(count) \(count == 1 ? "line" : "lines") of the log, from line \(history[0].line) on; "
                    + "the changes made there are now one entry, and the records include them")
        }
    }

    /// Whether the saved session holds a record as the last line that tells of it left it.
    private static func isSaved(_ id: Identifier, of left: [LogSalvage.Left], in session: Session) -> Bool {
        for line in left.reversed() {
            guard let change = line.entry?.changes.last(where: { $0.id == id }) else { continue }
            return id == .session
                ? session.header.entries == change.new?.entries ?? [] : session[id] == change.new
        }
        return false
    }

    private static func text(of change: Change, in entry: LogEntry) -> String {
        let what = change.new == nil ? "was dropped" : change.old == nil ? "was made" : "was changed"
        let title = (change.new ?? change.old).map { ", '\($0.title.firstLine)'" } ?? ""
        return "it \(what) by entry \(entry.number)\(title), which is not verified: \(entry.summary.firstLine)"
    }
}
