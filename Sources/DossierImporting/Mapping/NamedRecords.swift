import DossierLanguage
import DossierModel
import DossierOutput
import DossierText

/// The records that the fields of rows name: which of them are there, and how those are made that are not.
package struct NamedRecords: Sendable {
    /// For each assignment that names records, the commands that give them their fields.
    private var commands: [Int: FieldCommands] = [:]
    /// The fields that a record could not take, since it holds something else, for each record with its fields that was seen.
    private var settled: [[UInt8]: [String]] = [:]
    /// What the row at hand settled.
    private var recent: [[UInt8]] = []
    /// The fields of what the row at hand names that the records could not take, since they hold something else.
    private(set) var held: [String] = []
    /// The sources by their urls and titles; nil until it is asked for.
    private var sources: [String: Identifier]?

    /// The commands with the fields of one record.
    private struct FieldCommands: Sendable {
        let naming: RecordNaming
        /// With all fields, where a row names one record.
        var all: RowCommand
        /// With those that are the same for each row, where it names several.
        var constant: RowCommand
    }

    /// A record that a row names and that was not seen yet.
    package struct Request: Sendable {
        /// Which assignment names it.
        let assignment: Int
        let text: String
        /// What makes the record, or gives it its fields; nil where nothing is to be done.
        package let command: [UInt8]?
        /// The record, where it is there.
        package let known: Identifier?
        fileprivate let key: [UInt8]
        fileprivate let held: [String]
    }

    init(_ command: RowCommand) {
        for (index, assignment) in command.assignments.enumerated() {
            guard let naming = assignment.naming else { continue }
            commands[index] = FieldCommands(
                naming: naming, all: RowCommand(naming.kind, naming.fields),
                constant: RowCommand(naming.kind, naming.fields.filter(\.columns.isEmpty)))
        }
    }

    /// Whether rows name records that have to be seen to.
    var isEmpty: Bool { commands.isEmpty }

    /// Begins another row.
    mutating func begin() { recent.removeAll(keepingCapacity: true) }

    /// Forgets what the row at hand settled, since it is left out.
    mutating func forgetRow() {
        for key in recent { settled[key] = nil }
        if !recent.isEmpty { sources = nil }
        recent = []
    }

    /// The next record that a row names and that was not seen yet; nil where there is none.
    mutating func next(_ command: RowCommand, _ row: Row, in session: Session) -> Request? {
        held = []
        for (assignment, text) in command.names {
            let isOne = command.names.count { $0.assignment == assignment } == 1
            let key = key(of: text, assignment, row, isOne: isOne)
            if let fields = settled[key] {
                held += fields
                continue
            }
            guard let fields = commands[assignment] else { continue }
            let given = isOne ? fields.all : fields.constant
            if let request = request(assignment, text, fields.naming, given, key, in: session) { return request }
        }
        return nil
    }

    /// Writes the fields of what a row names; gives what tells the record with these fields from all others.
    private mutating func key(of text: String, _ assignment: Int, _ row: Row, isOne: Bool) -> [UInt8] {
        var key = [UInt8(truncatingIfNeeded: assignment)]
        if isOne {
            commands[assignment]?.all.write(row)
            key += commands[assignment]?.all.bytes ?? []
        } else {
            commands[assignment]?.constant.write(row)
        }
        return key + [0] + Array(text.utf8)
    }

    /// Notes that a record is there with its fields.
    mutating func settle(_ request: Request, as id: Identifier) {
        settled[request.key] = request.held
        recent.append(request.key)
        if commands[request.assignment]?.naming.kind == .source {
            sources?[NamedRecords.sourceKey(request.text)] = id
        }
    }

    /// Whether the command of a row names the record by its id, since nothing else tells which is meant.
    func namesByIdentifier(_ request: Request) -> Bool { commands[request.assignment]?.naming.kind == .source }

    private mutating func request(
        _ assignment: Int, _ text: String, _ naming: RecordNaming, _ given: RowCommand, _ key: [UInt8],
        in session: Session
    ) -> Request? {
        let known: Identifier?
        if naming.kind == .source {
            let id = Identifier(known: text)
            // What is written as an id means one, and an error where there is none.
            if id.given != nil || session.kind(of: id) == .source, naming.fields.isEmpty { return nil }
            known = session.kind(of: id) == .source ? id : source(text, in: session)
            if known == nil, id.given != nil { return nil }
        } else {
            let bearers = NamedRecords.entities(text, in: session)
            // Of several of one name the command of the row says that it cannot tell which is meant.
            if bearers.count > 1 { return nil }
            known = bearers.first
        }
        guard let known else {
            let command = NamedRecords.making(text, naming, given)
            return Request(assignment: assignment, text: text, command: command, known: nil, key: key, held: [])
        }
        let (command, held) = NamedRecords.completing(known, given, in: session)
        return Request(
            assignment: assignment, text: text, command: command, known: known, key: key,
            held: held.map { fieldName(assignment, $0) })
    }

    /// A field of what a field names, as it is typed.
    private func fieldName(_ assignment: Int, _ name: String) -> String {
        guard let field = commands[assignment]?.naming.fields.first(where: { $0.name == name }) else { return name }
        return String(field.place.text.prefix { $0 != "=" })
    }

    private static func entities(_ text: String, in session: Session) -> [Identifier] {
        if !text.utf8.contains(UInt8(ascii: " ")), session.kind(of: Identifier(known: text)) != nil {
            return [Identifier(known: text)]
        }
        return session.entities(named: text)
    }

    /// The source of a url or a title.
    private mutating func source(_ text: String, in session: Session) -> Identifier? {
        if sources == nil {
            var found: [String: Identifier] = [:]
            for record in session.records(of: .source) {
                for text in [record.text(.title), record.text(.url)].compactMap({ $0 }) {
                    let key = NamedRecords.sourceKey(text)
                    if found[key] == nil { found[key] = record.id }
                }
            }
            sources = found
        }
        return sources?[NamedRecords.sourceKey(text)]
    }

    private static func isAddress(_ text: String) -> Bool { text.contains("://") }

    private static func sourceKey(_ text: String) -> String { isAddress(text) ? text : FoldedText.of(text) }

    /// The command that makes a record: `add entity name="Kursk" type=place coordinates="51.73,36.19"`.
    private static func making(_ text: String, _ naming: RecordNaming, _ given: RowCommand) -> [UInt8] {
        let field = naming.kind == .source ? isAddress(text) ? "url" : "title" : "name"
        let type = naming.type.map { " type=" + $0 } ?? ""
        return given.bytes + Array(" \(field)=\(ScriptText.quoted(text))\(type)".utf8)
    }

    /// The command that gives a record the fields that it lacks, nil where there is none, and those that hold something else.
    private static func completing(
        _ id: Identifier, _ given: RowCommand, in session: Session
    ) -> (command: [UInt8]?, held: [String]) {
        guard !given.assignments.isEmpty, let record = session[id] else { return (nil, []) }
        var held: [String] = []
        var command = Array("set \(id.text)".utf8)
        let start = command.count
        for (index, assignment) in given.assignments.enumerated() {
            guard let definition = assignment.definition else { continue }
            let current = record[definition.name].map(\.typed)
            var added: [[UInt8]] = []
            for text in given.texts(ofAssignment: index) {
                let typed = (try? FieldValue.read(text, as: definition.type))?.typed ?? text
                if current.contains(typed) || definition.type.namesRecords && !current.isEmpty { continue }
                if current.isEmpty || definition.holdsMany {
                    added.append(Array(ScriptText.quoted(text).utf8))
                } else {
                    held.append(assignment.name)
                }
            }
            let name = Array((" " + assignment.name + (current.isEmpty ? "=" : "+=")).utf8)
            for value in added { command += name + value }
        }
        return (command.count == start ? nil : command, held)
    }
}

extension RowCommand {
    /// What an assignment gives.
    fileprivate func texts(ofAssignment index: Int) -> [String] {
        if let constant = assignments[index].constantText { return [constant] }
        return values.filter { $0.assignment == index }.map(text)
    }
}
