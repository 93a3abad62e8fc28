import DossierModel

/// The formats that are written, one line each.
package enum ExporterTable {
    /// All formats, in the order of the help.
    package static let all: [any Exporter.Type] = [
        MarkdownExporter.self,
        JSONExporter.self,
        CSVExporter.self,
        DOTExporter.self,
        GraphMLExporter.self,
        GEXFExporter.self,
        ObsidianExporter.self,
        GeoJSONExporter.self,
        TimelineJSExporter.self,
        ICSExporter.self,
        AnnotationsExporter.self,
        FTMExporter.self,
        ScriptExporter.self,
    ]

    /// Their names.
    package static var names: [String] { all.map { $0.name } }

    /// Those that write the tables of views.
    package static var namesOfTables: [String] {
        all.filter { $0.definition.takesTables }.map { $0.name }
    }

    /// All settings of all formats, each once.
    package static var settings: [FieldDefinition] { all.flatMap { $0.definition.settings }.withoutTwins }

    /// The settings that name a file to be read.
    package static var files: [FieldName] { all.flatMap { $0.definition.files } }

    /// The format of a name.
    package static func exporter(named name: String) -> (any Exporter.Type)? {
        all.first { $0.name == name }
    }
}

extension [String] {
    /// Words as a sentence offers them: `markdown, json or csv`.
    package var choice: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}

extension [FieldDefinition] {
    /// Each once, where it stands first: formats may share a setting.
    package var withoutTwins: [FieldDefinition] {
        reduce(into: []) { settings, setting in
            if !settings.contains(setting) { settings.append(setting) }
        }
    }
}
