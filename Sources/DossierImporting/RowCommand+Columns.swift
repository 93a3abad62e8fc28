import DossierLanguage
import DossierModel
import DossierOutput

extension RowCommand {
    /// What the rows of a file become.
    ///
    /// - Throws: a diagnostic where a template names no column, or no column has the name of a field.
    init(_ plan: ImportPlan, of reader: any RowReader) throws(Diagnostic) {
        let names = reader.columns
        let columns = Columns(names: names)
        var assignments: [(name: String, assignment: RowAssignment)] = []
        let ends = plan.kind == .link ? ["from", "relation", "to"] : []
        let settings = plan.mapping
        for token in plan.fields {
            guard let field = token.field else { continue }
            let assignment = try RowAssignment(
                token, field, kind: plan.kind, isNamed: !ends.contains(field.name), settings, of: columns)
            assignments.append((field.name, assignment))
        }
        if plan.takesNamedColumns {
            let given = assignments.map(\.name) + (plan.duplicates == nil ? [] : [RowKey.field.text])
            let isRaw = try plan.setting("raw")?.isYes() ?? false
            let exported = RowCommand.exported(names, of: plan.kind).filter { !given.contains(names[$0]) }
            for column in exported {
                let assignment = RowAssignment(
                    exported: column, named: names[column], kind: plan.kind, isNamed: !ends.contains(names[column]),
                    isPlain: isRaw || !reader.escapesFormulas, isList: reader.isSpreadsheet, settings,
                    at: plan.path.place)
                assignments.append((names[column], assignment))
            }
            if exported.isEmpty { throw .noFieldAmongColumns(columns, plan.kind, at: plan.path.place) }
        }
        for end in ends where !assignments.contains(where: { $0.name == end }) {
            throw .missingEnd(end, at: plan.call.verb.place)
        }
        let first = ends.flatMap { end in assignments.filter { $0.name == end } }
        let rest = assignments.filter { !ends.contains($0.name) }
        self.init(plan.kind, (first + rest).map(\.assignment), tags: plan.call.tags)
        givesSource = assignments.contains { $0.name == "source" } || plan.kind.definition.field(.source) == nil
    }

    /// The columns that have the names of fields, each once.
    private static func exported(_ names: [String], of kind: Kind) -> [Int] {
        names.indices.filter { index in
            let name = names[index]
            if names[..<index].contains(name) { return false }
            return name == "id" || kind.takesCells(of: name)
        }
    }

    /// The columns that no field reads.
    func unread(of names: [String]) -> [String] {
        let read = Set(assignments.flatMap(\.columns))
        return names.indices.filter { !read.contains($0) }.map { names[$0] }
    }
}

extension ImportPlan {
    /// Whether a field is made of cells; else the columns that have the names of fields are taken.
    var readsCells: Bool { fields.contains { $0.field?.value.map(CellTemplate.isOne) ?? false } }
}

extension Diagnostic {
    fileprivate static func noFieldAmongColumns(_ columns: Columns, _ kind: Kind, at place: Place) -> Diagnostic {
        Diagnostic(
            .nothingImported, "no column is named after a field of \(kind.withArticle)", at: place,
            expectation: "FIELD={COLUMN}, with one of the columns " + columns.list)
    }

    fileprivate static func missingEnd(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            .missingArgument, "a link needs '\(name)'", at: place,
            expectation: "from={COLUMN} relation={COLUMN} to={COLUMN}, or one value for all rows")
    }
}
