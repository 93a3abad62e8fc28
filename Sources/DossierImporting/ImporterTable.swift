import DossierModel

/// The formats that are read, one line each.
package enum ImporterTable {
    /// All formats, in the order of the help.
    package static let all: [any Importer.Type] = [
        CSVImporter.self,
        WorkbookImporter.self,
        JSONLinesImporter.self,
        JSONImporter.self,
        GeoJSONImporter.self,
        CSLImporter.self,
        CalendarImporter.self,
        SessionImporter.self,
    ]

    /// Their names.
    package static var names: [String] { all.map { $0.name } }

    /// All settings of all formats, each once.
    package static var settings: [FieldDefinition] { all.flatMap { $0.definition.settings }.withoutTwins }

    /// The format of a name.
    package static func importer(named name: String) -> (any Importer.Type)? {
        all.first { $0.name == name }
    }
}
