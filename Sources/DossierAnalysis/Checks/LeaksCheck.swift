import DossierLanguage
import DossierModel
import DossierTime

/// No record gives away by its label or its words what is stricter.
package struct LeaksCheck: Check {
    private let scope: CheckScope
    private let markings: Markings

    package static let name = "leaks"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.source, .event, .claim, .note, .link], reading: [.tlp, .source, .quote, .derived],
        "no record has a more open label (TLP 2.0) than a source that it draws on, and none mentions the name or title of a stricter record",
        details:
            "An export holds back records, references and quotes above its label, but does not change text ('help markings'). The check looks for names as whole words, in any case. It ignores names of fewer than four letters, unless they are three capitals; a title of one word must match in case.",
        example: CheckExample(
            .commands([
                "add source s1 tlp=amber", "add claim c1 \"Troops arrive\" source=s1 tlp=green",
                "add entity otto \"Otto Weber\" tlp=red", "add note n1 tlp=green -- So says Otto Weber.",
            ]),
            finds: [
                "c1  it is marked green, but draws on s1, which is amber: 'set c1 tlp=amber'",
                "n1  its text mentions \"Otto Weber\" (otto, red): reword it, or 'set n1 tlp=red'",
            ],
            remedy: ["set c1 tlp=", "set n1 tlp=red"]))

    /// Looks how strict records are.
    package init(_ scope: CheckScope) {
        self.scope = scope
        markings = Markings(scope.session, for: scope.watch)
    }

    /// Holds a record's mark against the labels of its sources.
    package mutating func findings(of record: Record) -> [Finding] {
        guard let own = record.marking else { return [] }
        var strictest: (source: Identifier, marking: Marking)?
        for source in record.carriers + record.references(.derived) {
            guard let marking = markings[source] else { continue }
            if marking > strictest?.marking ?? own { strictest = (source, marking) }
        }
        guard let strictest else { return [] }
        return [
            Finding(
                record.id,
                "it is marked \(own), but draws on \(strictest.source), which is \(strictest.marking): 'set \(record.id) tlp=\(strictest.marking)'",
                others: [strictest.source])
        ]
    }

    /// Looks for the names of stricter records in the words of each.
    package mutating func findings() -> [Finding] {
        let session = scope.session
        let names = MarkedNames(of: session, markings, for: scope.watch)
        guard let highest = names.strictest else { return [] }
        var findings: [Finding] = []
        let work = scope.work("looking for names in words", of: session.count + 1)
        for slot in (Kind.listed.lazy.flatMap { session.filledSlots(of: $0) }).steps(of: work) {
            let own = markings[slot]
            if own ?? .clear == highest { continue }
            guard let record = session.record(at: slot) else { continue }
            findings += self.findings(in: record, own, names)
        }
        return findings + self.findings(in: session.header, markings.ofSession, names)
    }

    private func findings(in record: Record, _ own: Marking?, _ names: MarkedNames) -> [Finding] {
        record.entries.compactMap { entry in
            guard case .values(let values) = entry.content, entry.name != .tlp else { return nil }
            var found: [MarkedNames.Name] = []
            for text in values.compactMap(\.words) {
                for name in names.found(in: text, above: own) where !found.contains(name) { found.append(name) }
            }
            let isDocument = record.kind == .source && entry.name == .text
            // What was taken from a document stands in it.
            if isDocument { found.removeAll { scope.session[$0.record]?.carriers.contains(record.id) ?? false } }
            guard let strictest = found.map(\.marking).max() else { return nil }
            let shown = found.prefix(3).map { "\"\($0.text.firstLine)\" (\($0.record), \($0.marking))" }
            let more = found.count > 3 ? " and \(found.count - 3) more" : ""
            let isOthersWords = isDocument || entry.name == .quote
            return Finding(
                record.id,
                "its \(entry.name) mentions \(shown.joined(separator: ", "))\(more): \(remedy(record, strictest, isOthersWords))",
                others: found.map(\.record))
        }
    }

    private func remedy(_ record: Record, _ strictest: Marking, _ isOthersWords: Bool) -> String {
        // The session's own label would be that of all its unmarked records.
        if record.kind == .session { return "reword it" }
        let marking = "'set \(record.id) tlp=\(strictest)'"
        return isOthersWords ? "\(marking) holds it back" : "reword it, or \(marking)"
    }
}

extension FieldValue {
    /// What it says in words of the analyst or of a source; nil where it says none.
    fileprivate var words: String? {
        switch self {
        case .text(let text): text
        case .quote(let quote): quote.exact
        case .quantity(let quantity): quantity.text
        default: nil
        }
    }
}
