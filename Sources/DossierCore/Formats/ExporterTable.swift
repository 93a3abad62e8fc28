/// The formats that are written, one line each.
public enum ExporterTable {
    /// All formats, in the order of the help.
    public static let all: [any Exporter.Type] = [
        MarkdownExporter.self,
        JSONExporter.self,
        CSVExporter.self,
        DOTExporter.self,
        ScriptExporter.self,
    ]

    /// Their names.
    static var names: [String] { all.map { $0.definition.name } }

    /// All settings of all formats, each once.
    static var settings: [FieldDefinition] { all.flatMap { $0.definition.settings }.withoutTwins }

    /// The format of a name.
    static func exporter(named name: String) -> (any Exporter.Type)? { all.first { $0.definition.name == name } }
}

extension [FieldDefinition] {
    /// Each once, where it stands first: formats may share a setting.
    var withoutTwins: [FieldDefinition] {
        reduce(into: []) { settings, setting in
            if !settings.contains(setting) { settings.append(setting) }
        }
    }
}
