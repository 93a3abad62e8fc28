import DossierModel

/// A template of the Mustache specification (1.3): variables, sections, inverted sections, comments and changes of marks.
///
/// What a template says is read once; the values are only written, so that one with `{{` in it is text like any other.
struct Template: Sendable {
    private let nodes: [Node]

    /// A part of a template.
    indirect enum Node: Sendable {
        case text(String)
        case variable([String], isEscaped: Bool)
        case section([String], isInverted: Bool, [Node])
    }

    /// How deep sections may stand in each other.
    static let depth = 32

    /// Reads a template.
    ///
    /// - Parameter names: the names that its values have; another is an error, since it would be taken for an empty value.
    /// - Throws: what is wrong in it, with its place.
    init(_ bytes: [UInt8], names: Set<String>) throws(TemplateError) {
        var open: [(name: TemplateName, isInverted: Bool, offset: Int, nodes: [Node])] = []
        var nodes: [Node] = []
        for tag in try TemplateScanner.tags(of: bytes) {
            switch tag.content {
            case .text(let text): nodes.append(.text(text))
            case .variable(let name, let isEscaped):
                try Template.expect(name, among: names, tag.offset, bytes)
                nodes.append(.variable(name.parts, isEscaped: isEscaped))
            case .section(let name, let isInverted):
                try Template.expect(name, among: names, tag.offset, bytes)
                if open.count == Template.depth {
                    throw TemplateError(
                        "sections stand more than \(Template.depth) deep in each other", at: tag.offset, in: bytes)
                }
                open.append((name, isInverted, tag.offset, nodes))
                nodes = []
            case .end(let name):
                guard let section = open.popLast() else {
                    throw TemplateError("no section '\(name.text)' is open", at: tag.offset, in: bytes)
                }
                if section.name != name {
                    throw TemplateError(
                        "the section that is open is '\(section.name.text)'", at: tag.offset, in: bytes,
                        expectation: "{{/\(section.name.text)}}")
                }
                nodes = section.nodes + [.section(name.parts, isInverted: section.isInverted, nodes)]
            }
        }
        if let section = open.last {
            throw TemplateError(
                "the section '\(section.name.text)' is not closed", at: section.offset, in: bytes,
                expectation: "{{/\(section.name.text)}}")
        }
        self.nodes = nodes
    }

    private static func expect(
        _ name: TemplateName, among names: Set<String>, _ offset: Int, _ bytes: [UInt8]
    ) throws(TemplateError) {
        for part in name.parts where !names.contains(part) {
            throw TemplateError(
                "a report has nothing named '\(part)'", at: offset, in: bytes,
                suggestion: Suggestion.nearest(to: part, among: names.sorted()))
        }
    }

    /// Writes the template with its values.
    ///
    /// - Parameters:
    ///   - escape: what makes plain text of any text in the markup of the template.
    ///   - watch: who may want it to end.
    func text(
        of values: TemplateValue, for watch: (any WorkWatch)? = nil, escape: @escaping (String) -> String
    ) -> String {
        var writer = TemplateWriter(escape: escape, watch: watch)
        writer.write(nodes, in: [values])
        return writer.text
    }
}

/// Writes the parts of a template.
private struct TemplateWriter {
    let escape: (String) -> String
    let watch: (any WorkWatch)?
    var text = ""

    /// The values are those of the sections that are open, the innermost last.
    mutating func write(_ nodes: [Template.Node], in values: [TemplateValue]) {
        for node in nodes {
            switch node {
            case .text(let words): text += words
            case .variable(let name, let isEscaped): write(find(name, in: values), isEscaped: isEscaped)
            case .section(let name, let isInverted, let inner):
                let value = find(name, in: values)
                guard let value, value.isThere else {
                    if isInverted { write(inner, in: values) }
                    continue
                }
                if isInverted { continue }
                guard case .list(let items) = value else {
                    write(inner, in: values + [value])
                    continue
                }
                for item in items {
                    if watch?.isCancelled == true { return }
                    write(inner, in: values + [item])
                }
            }
        }
    }

    /// The value of a name: its first part is looked for from the innermost section outwards, the others in that alone.
    private func find(_ name: [String], in values: [TemplateValue]) -> TemplateValue? {
        guard let first = name.first else { return values.last }
        for value in values.reversed() {
            guard case .object(let members) = value, var found = members[first] else { continue }
            for part in name.dropFirst() {
                guard case .object(let members) = found, let next = members[part] else { return nil }
                found = next
            }
            return found
        }
        return nil
    }

    private mutating func write(_ value: TemplateValue?, isEscaped: Bool) {
        switch value {
        case .text(let words): text += isEscaped ? escape(words) : words
        case .markup(let words): text += words
        case .flag(let isSo): text += isSo ? "yes" : "no"
        case .list(let items):
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                write(item, isEscaped: isEscaped)
            }
        case .object, nil: return
        }
    }
}
