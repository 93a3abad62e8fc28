/// The formats that are read, one line each.
public enum ImporterTable {
    /// All formats, in the order of the help.
    public static let all: [any Importer.Type] = [
        CSVImporter.self,
        JSONLinesImporter.self,
        SessionImporter.self,
    ]

    /// Their names.
    static var names: [String] { all.map { $0.definition.name } }

    /// All settings of all formats, each once.
    static var settings: [FieldDefinition] { all.flatMap { $0.definition.settings }.withoutTwins }

    /// The format of a name.
    static func importer(named name: String) -> (any Importer.Type)? { all.first { $0.definition.name == name } }
}
