import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show session`: what the session holds, in a few lines.
package struct SessionView: View {
    package static let name = "session"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, "the session's title, how many records of each kind it holds, and the span of its events",
        examples: [
            Example(
                "what there is", "show session",
                answer: """
                    session
                      sources   1
                      entities  4  1 organization, 1 place
                      events    2  2024-10-08 to 2024-10-21
                      claims    1
                      notes     0
                      links     0
                    """)
        ])

    /// Nothing may follow the name.
    package init(_ request: ViewRequest) throws(Diagnostic) { try request.expectNothing(after: SessionView.definition) }

    /// Counts.
    package func evaluate(in context: Context) -> Answer {
        let session = context.session
        var heading = StyledText("session", .identifier)
        if let title = session.header.text(.title) { heading += StyledText("  " + title, .plain) }
        var fields: [Block.Labelled] = []
        var members: [JSONMember] = []
        if let title = session.header.text(.title) { members.append(JSONMember(key: "title", value: .string(title))) }
        for kind in Kind.listed {
            let count = session.count(of: kind)
            var text = StyledText(String(count))
            if let detail = detail(of: kind, in: session) { text += StyledText("  " + detail, .faint) }
            fields.append(Block.Labelled(label: kind.plural, text: text))
            members.append(JSONMember(key: kind.plural, value: .number(JSONNumber(count))))
        }
        for entry in session.header.entries where entry.name != .title {
            if case .values(let values) = entry.content {
                fields.append(
                    Block.Labelled(
                        label: entry.name.text, text: StyledText(values.map(\.typed).joined(separator: ", "))))
            }
        }
        if let marking = session.strictestMarking?.description {
            fields.append(Block.Labelled(label: "TLP", text: StyledText(marking)))
            members.append(JSONMember(key: "tlp", value: .string(marking)))
        }
        return Answer([.heading(heading), .fields(fields)], json: .object(JSONObject(members: members)))
    }

    private func detail(of kind: Kind, in session: Session) -> String? {
        switch kind {
        case .entity, .note: return types(of: kind, in: session)
        case .event:
            var first: When?
            var last: When?
            for value in session.valueCounts(.when, of: .event) {
                guard case .when(let when) = value.value else { continue }
                if case .moment = when.earliest, first.map({ When.inOrder(when, $0) }) ?? true { first = when }
                if case .moment(let end) = when.latest {
                    if case .moment(let known)? = last?.latest, known >= end { continue }
                    last = when
                }
            }
            guard let first, let last else { return nil }
            return "\(first.earliestDay) to \(last.latestDay)"
        default: return nil
        }
    }

    private func types(of kind: Kind, in session: Session) -> String? {
        var counts: [String: Int] = [:]
        for type in session.valueCounts(.type, of: kind) { counts[type.value.typed, default: 0] += type.count }
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        if sorted.isEmpty { return nil }
        return sorted.prefix(6).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            + (sorted.count > 6 ? ", …" : "")
    }
}
