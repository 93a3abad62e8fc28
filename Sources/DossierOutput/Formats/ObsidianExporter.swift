import DossierAnalysis
import DossierLanguage
import DossierModel

/// A folder of notes in Markdown for Obsidian: one a record, joined by `[[links]]`.
package struct ObsidianExporter: Exporter {
    private let request: ExportRequest

    package static let name = "obsidian"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a folder of notes for Obsidian: one per record, with [[links]] and the fields as properties",
        target: .folder, ending: "md",
        examples: [
            Example(
                "what the notes cannot hold", "export obsidian to vault/ --dry-run",
                answer: "obsidian carries all of it")
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes a note for each record into the folder of its kind, and one for the session where all of it is written.
    package func export() -> Exported {
        var losses = LossReport()
        let records = request.records
        let names = NoteNames(of: records.map(\.id), reserved: [Identifier.session.text])
        let markings = request.markings
        var files: [FolderFile] = []
        if case .session = request.content {
            let header = request.session.header
            let note = ObsidianNote(header, names, in: request.session, marking: markings[.session], losses: &losses)
            files.append(FolderFile(path: "session.md", text: note.text))
        }
        for record in request.steps(records, of: records.count) {
            let note = ObsidianNote(record, names, in: request.session, marking: markings[record.id], losses: &losses)
            files.append(FolderFile(path: "\(record.kind.plural)/\(names[record.id] ?? "").md", text: note.text))
        }
        return Exported(.folder(files.sorted { $0.path < $1.path }), losses: losses)
    }
}
