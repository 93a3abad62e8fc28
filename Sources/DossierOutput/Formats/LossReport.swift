import DossierAnalysis
import DossierLanguage
import DossierModel

/// What of the records a format could not carry: counted by kind, field and reason, with the first ids of each.
package struct LossReport: Sendable {
    private var losses: [Loss] = []
    private var places: [Loss.Key: Int] = [:]
    /// What is to be said of the whole: one sentence each, without a full stop.
    package private(set) var notes: [String] = []

    /// Begins with nothing lost.
    package init() {}

    /// Whether nothing was lost.
    package var isEmpty: Bool { losses.isEmpty && notes.isEmpty }

    /// A record is not in the export.
    ///
    /// - Parameter reason: why, as a phrase: `no coordinates`.
    package mutating func leaveOut(_ record: Record, _ reason: String? = nil) {
        count(.leftOut, nil, of: record, reason)
    }

    /// A field of a record is not in the export.
    ///
    /// - Parameters:
    ///   - field: its name, or a part of what it holds: `quote positions`.
    ///   - reason: why, as a phrase.
    package mutating func lose(_ field: String, of record: Record, _ reason: String? = nil) {
        count(.lost, field, of: record, reason)
    }

    /// A field stands in the export only in words for people, where programs do not find it.
    package mutating func putInWords(_ field: String, of record: Record, _ reason: String? = nil) {
        count(.inWords, field, of: record, reason)
    }

    /// All fields that a record holds are lost, but those named, and values that this version does not know.
    ///
    /// - Parameters:
    ///   - kept: what stands in the export as it is.
    ///   - inWords: what stands there only in words.
    package mutating func loseAll(
        of record: Record, but kept: Set<FieldName>, inWords: Set<FieldName> = []
    ) {
        for entry in record.entries {
            if case .unknown = entry.content {
                lose(entry.name.text, of: record)
            } else if inWords.contains(entry.name) {
                putInWords(entry.name.text, of: record)
            } else if !kept.contains(entry.name) {
                lose(entry.name.text, of: record)
            }
        }
    }

    /// What the session itself holds is lost, but its title and its label, where all of it is written.
    mutating func loseHeader(of request: ExportRequest) {
        guard case .session = request.content else { return }
        loseAll(of: request.session.header, but: [.title, .tlp])
    }

    /// Something is to be said of the whole.
    package mutating func note(_ sentence: String) {
        if !notes.contains(sentence) { notes.append(sentence) }
    }

    private mutating func count(_ manner: Loss.Manner, _ field: String?, of record: Record, _ reason: String?) {
        let key = Loss.Key(manner: manner, kind: record.kind, field: field, reason: reason)
        if let place = places[key] {
            losses[place].count(record.id)
        } else {
            places[key] = losses.count
            losses.append(Loss(key: key, first: record.id))
        }
    }

    /// The losses, by manner and kind, in the order in which they were met.
    private var inOrder: [Loss] {
        losses.enumerated().sorted { left, right in
            let (mine, theirs) = (left.element.key, right.element.key)
            return (mine.manner.rawValue, place(of: mine.kind), left.offset)
                < (theirs.manner.rawValue, place(of: theirs.kind), right.offset)
        }.map(\.element)
    }

    private func place(of kind: Kind) -> Int { Kind.listed.firstIndex(of: kind) ?? -1 }

    /// A line for each loss and each note.
    package var lines: [String] { inOrder.map(\.text) + notes }

    /// The report for programs.
    package var json: JSONValue {
        .object([
            "losses": .array(inOrder.map(\.json)), "notes": .array(notes.map(JSONValue.string)),
        ])
    }
}

/// One sort of loss.
private struct Loss: Sendable {
    let key: Key
    private var count = 1
    private var identifiers: [Identifier]

    /// What makes two losses one.
    struct Key: Sendable, Hashable {
        let manner: Manner
        let kind: Kind
        let field: String?
        let reason: String?
    }

    /// What became of it.
    enum Manner: Int, Sendable {
        case leftOut, lost, inWords

        var text: String {
            switch self {
            case .leftOut: "left out"
            case .lost: "lost"
            case .inWords: "in words only"
            }
        }
    }

    /// How many ids are named.
    private static let limit = 3

    init(key: Key, first: Identifier) {
        self.key = key
        identifiers = [first]
    }

    mutating func count(_ id: Identifier) {
        count += 1
        if identifiers.count < Loss.limit { identifiers.append(id) }
    }

    var text: String {
        let what = key.field.map { "\($0) of " } ?? ""
        let names = identifiers.map(\.text).joined(separator: ", ") + (count > identifiers.count ? ", …" : "")
        let records = key.kind == .session ? key.kind.withArticle : "\(key.kind.counted(count)) (\(names))"
        return "\(key.manner.text): \(what)\(records)" + (key.reason.map { ": " + $0 } ?? "")
    }

    var json: JSONValue {
        var members: [JSONMember] = [
            JSONMember(key: "manner", value: .string(key.manner.text)),
            JSONMember(key: "kind", value: .string(key.kind.rawValue)),
        ]
        if let field = key.field { members.append(JSONMember(key: "field", value: .string(field))) }
        members.append(JSONMember(key: "count", value: .number(JSONNumber(count))))
        members.append(JSONMember(key: "first", value: .array(identifiers.map { .string($0.text) })))
        if let reason = key.reason { members.append(JSONMember(key: "reason", value: .string(reason))) }
        return .object(JSONObject(members: members))
    }
}
