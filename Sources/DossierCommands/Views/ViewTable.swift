import DossierAnalysis
import DossierModel

/// The views, one line each.
package enum ViewTable {
    /// All views, in the order of the help.
    package static let all: [any View.Type] = [
        SessionView.self,
        TimelineView.self,
        QuantitiesView.self,
        ConflictsView.self,
        SupportView.self,
        MatrixView.self,
        ForecastsView.self,
        JudgementsView.self,
        DuplicatesView.self,
        GraphView.self,
        PathView.self,
        CentralView.self,
        TextView.self,
        LogView.self,
        ChangesView.self,
        DateView.self,
        SettingsView.self,
    ]

    /// What may be set in any of them, each name once.
    package static var settings: [FieldDefinition] {
        var settings: [FieldDefinition] = []
        for setting in all.flatMap({ $0.definition.settings })
        where !settings.contains(where: { $0.name == setting.name }) { settings.append(setting) }
        return settings
    }

    /// The view of a name.
    package static func view(named name: String) -> (any View.Type)? {
        all.first { $0.name == name }
    }
}
