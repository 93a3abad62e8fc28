import DossierAnalysis
import DossierModel
import DossierOutput
import DossierText

/// One record made of two that are the same: the one that stays, with what the other adds to it.
///
/// Names and lists are joined. Of a field that holds one value the one that stays keeps its own; all that the other held
/// stands in the field `merged`, as it would be typed: `s2 title="Seoul protests" published=2024-10-21`.
struct MergedRecord {
    /// The record that stays, as it would be.
    private(set) var record: Record
    /// What it gains, field by field.
    private(set) var gained: [(name: FieldName, values: [FieldValue])] = []
    /// Values of the other that gave way to its own.
    private(set) var kept: [(name: FieldName, value: FieldValue)] = []
    private let other: Record

    /// Joins another record of its kind to one; `before` is what it held before the command.
    ///
    /// - Parameter strictest: the label of the stricter of the two, also where it is inherited.
    init(_ other: Record, before: Record, into record: Record, strictest: Marking?) {
        self.record = record
        self.other = other
        for entry in other.entries {
            guard case .values(let values) = entry.content else {
                if !record.entries.contains(where: { $0.name == entry.name }) {
                    self.record.append(entry.name, entry.content)
                }
                continue
            }
            take(entry.name, values)
        }
        keepStrict(strictest)
        // A list holds each value once, and what was merged last stands last.
        let own = FieldValue.text(typed(before))
        let known = record[.merged] + other[.merged].filter { !record[.merged].contains($0) }
        self.record[.merged] = known.filter { $0 != own } + [own]
    }

    private mutating func take(_ name: FieldName, _ values: [FieldValue]) {
        switch name {
        case .merged, .digest: break
        case .name, .alias: takeNames(name, values)
        case .tlp: takeMarking(values)
        case .text where record.kind == .source: takeText(values)
        case .file where record.kind == .source:
            if record[.file].isEmpty, record[.text] == other[.text] { gain(.file, values) } else { give(.file, values) }
        default:
            if !record.kind.definition.holdsMany(name) {
                if record[name].isEmpty { gain(name, values) } else { give(name, values) }
            } else {
                // A record does not name itself.
                let own: [FieldValue] = [.reference(record.id), .reference(other.id)]
                gain(name, values.filter { !record[name].contains($0) && !own.contains($0) })
            }
        }
    }

    /// A name of the other is an alias, unless it is one that the record goes by already.
    private mutating func takeNames(_ name: FieldName, _ values: [FieldValue]) {
        if name == .name, record[.name].isEmpty {
            gain(.name, values)
            return
        }
        for value in values {
            let known = (record.texts(.name) + record.texts(.alias)).map(FoldedText.of)
            if !known.contains(FoldedText.of(value.typed)) { gain(.alias, [value]) }
        }
    }

    /// The stricter marking holds.
    private mutating func takeMarking(_ values: [FieldValue]) {
        guard let marking = values.first else { return }
        guard let own = record[.tlp].first else {
            gain(.tlp, values)
            return
        }
        if Marking(word: own.typed) < Marking(word: marking.typed) {
            record[.tlp] = values
            gained.append((.tlp, values))
        } else {
            give(.tlp, values)
        }
    }

    /// A label that one of the two has must not open what the other inherits.
    private mutating func keepStrict(_ strictest: Marking?) {
        guard let strictest, let own = record.marking, own < strictest else { return }
        gained.removeAll { $0.name == .tlp }
        record[.tlp] = []
        gain(.tlp, [.text(strictest.description)])
    }

    /// A source without a text takes that of the other, with its digest.
    private mutating func takeText(_ values: [FieldValue]) {
        if record[.text].isEmpty {
            gain(.text, values)
            record[.digest] = other[.digest]
        } else {
            give(.text, values)
        }
    }

    private mutating func gain(_ name: FieldName, _ values: [FieldValue]) {
        if values.isEmpty { return }
        record[name] += values
        if let index = gained.firstIndex(where: { $0.name == name }) {
            gained[index].values += values
        } else {
            gained.append((name, values))
        }
    }

    private mutating func give(_ name: FieldName, _ values: [FieldValue]) {
        for value in values where !record[name].contains(value) { kept.append((name, value)) }
    }

    /// The other record as it would be typed; a text of a source that the record has itself is left out.
    private func typed(_ other: Record) -> String {
        var words = [other.id.text]
        for entry in other.entries {
            switch entry.content {
            case .unknown(let json): words.append("\(entry.name)=" + ScriptText.quoted(json.text))
            case .values(let values):
                let isShared = record.kind == .source && entry.name == .text && values == record[.text]
                if entry.name == .merged || entry.name == .digest || isShared { continue }
                words += values.map { entry.name == .tags ? "#" + $0.typed : "\(entry.name)=" + ScriptText.word($0) }
            }
        }
        return words.joined(separator: " ")
    }
}
