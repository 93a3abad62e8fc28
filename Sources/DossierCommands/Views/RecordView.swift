import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// One record with all that touches it.
struct RecordView {
    let context: Context
    private var session: Session { context.session }

    /// The records, one after the other.
    func answer(of ids: [Identifier]) -> Answer {
        var blocks: [Block] = []
        var json: [JSONValue] = []
        for id in ids {
            guard let record = session[id] else { continue }
            if !blocks.isEmpty { blocks.append(.line("")) }
            blocks += self.blocks(of: record)
            json.append(self.json(of: record))
        }
        return Answer(blocks, json: json.count == 1 ? json[0] : .array(json), selection: ids)
    }

    private func blocks(of record: Record) -> [Block] {
        var blocks: [Block] = [.heading(RecordLine.text(record))]
        let shownInHeading: Set<FieldName> = record.kind == .link ? [.from, .relation, .to] : [record.kind.titleField]
        var fields: [Block.Labelled] = []
        for entry in record.entries where !shownInHeading.contains(entry.name) || record.kind == .note {
            fields += labelled(entry, of: record)
        }
        if let quote = record.quote {
            fields.append(Block.Labelled(label: "in", text: context(of: quote)))
        }
        if !fields.isEmpty { blocks.append(.fields(fields)) }
        for group in groups(touching: record) {
            blocks.append(.prose(StyledText(group.title, .strong), indent: 0))
            blocks += group.lines.map { .prose("  " + $0, indent: 6) }
        }
        return blocks
    }

    private func labelled(_ entry: Record.Entry, of record: Record) -> [Block.Labelled] {
        switch entry.content {
        case .unknown(let json): return [Block.Labelled(label: entry.name.text, text: StyledText(json.text))]
        case .values(let values):
            if record.kind == .source, entry.name == .text {
                let count = values.first?.typed.unicodeScalars.count ?? 0
                let hint = StyledText("\(count) characters; 'show text \(record.id)' shows them", .faint)
                return [Block.Labelled(label: "text", text: hint)]
            }
            return [
                Block.Labelled(
                    label: entry.name.text,
                    text: values.map { shown($0, of: record, entry.name) }.joined(separator: ", "))
            ]
        }
    }

    private func shown(_ value: FieldValue, of record: Record, _ name: FieldName) -> StyledText {
        switch value {
        case .reference(let id):
            let title =
                session[id].map { $0.kind == .link ? RecordLine.relation(of: $0) : $0.title.firstLine } ?? "missing"
            let text = StyledText(id.text, .identifier)
            return title == id.text ? text : text + StyledText(" (\(title))", .faint)
        case .grade(let grade): return StyledText(grade.description) + StyledText(" (\(grade.meaning))", .faint)
        case .reliability(let letter): return StyledText(letter.rawValue) + StyledText(" (\(letter.meaning))", .faint)
        case .likelihood(let likelihood): return StyledText(likelihood.reading)
        case .quote(let quote): return StyledText("“\(quote.exact)”", .quote)
        case .when(let when):
            let reading = when.reading
            return StyledText(when.text) + StyledText(reading == when.text ? "" : " (\(reading))", .faint)
        case .quantity(let quantity):
            let reading = quantity.reading
            return StyledText(quantity.text) + StyledText(reading == quantity.text ? "" : " (\(reading))", .faint)
        case .text(let text) where name == .merged: return StyledText(String(text.firstLine.prefix(200)))
        case .text(let text) where name == .tags: return StyledText("#" + text)
        default: return StyledText(value.typed)
        }
    }

    private func context(of quote: TextQuoteSelector) -> StyledText {
        guard let position = quote.position else {
            return StyledText(quote.source.text, .identifier) + StyledText(" (it has no text to search)", .doubtful)
        }
        return StyledText(quote.source.text, .identifier)
            + StyledText(" at \(position.lowerBound): …\(quote.prefix.firstLine)", .faint)
            + StyledText(quote.exact, .quote)
            + StyledText("\(quote.suffix.firstLine)…", .faint)
    }
}

extension RecordView {
    private struct Group {
        let title: String
        let lines: [StyledText]
    }

    /// Everything that names the record, grouped by what it is.
    private func groups(touching record: Record) -> [Group] {
        let referrers = session.referrers(of: record.id)
        let links = session.links(of: record.id)
        var groups: [Group] = []
        if !links.isEmpty {
            groups.append(Group(title: "links", lines: links.map { line(of: $0, seenFrom: record.id) }))
        }
        for kind in [Kind.claim, .note, .event, .source, .entity, .link] {
            let others = referrers.filter { other in other.kind == kind && !links.contains { $0.id == other.id } }
            if others.isEmpty { continue }
            let lines = others.map { other in
                let names = other.fields(naming: record.id).map(\.text).joined(separator: ", ")
                var line = RecordLine.text(other) + StyledText("  (\(names))", .faint)
                if kind == .claim, let speaker = other.references(.speaker).first {
                    line += StyledText("  " + (session[speaker]?.title ?? speaker.text), .plain)
                }
                return line
            }
            groups.append(Group(title: kind.plural, lines: lines))
        }
        return groups
    }

    private func line(of link: Record, seenFrom id: Identifier) -> StyledText {
        let isEnd = link.references(.to).first == id
        let other = (isEnd ? link.references(.from) : link.references(.to)).first
        let name = link.text(.relation) ?? ""
        let relation = session.relations.first { $0.name == name }
        var line =
            StyledText(link.id.text, .identifier) + "  " + StyledText(relation?.word(fromEnd: isEnd) ?? name, .strong)
            + "  "
        if let other {
            line += StyledText(other.text, .identifier)
            if let record = session[other], record.title != other.text {
                line += StyledText("  " + record.title.firstLine)
            }
        }
        if let strength = link.text(.strength) { line += StyledText("  (\(strength))", .faint) }
        if let text = link.text(.text) { line += StyledText("  — \(text.firstLine)", .faint) }
        return line
    }

    private func json(of record: Record) -> JSONValue {
        guard case .object(var object) = RecordJSON.value(of: record) else { return .null }
        let referrers = session.referrers(of: record.id).map { other in
            JSONValue.object([
                "id": .string(other.id.text), "kind": .string(other.kind.rawValue), "title": .string(other.title),
                "as": .array(other.fields(naming: record.id).map { .string($0.text) }),
            ])
        }
        if !referrers.isEmpty { object["referrers"] = .array(referrers) }
        return .object(object)
    }
}
