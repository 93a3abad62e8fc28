/// The views, one line each.
public enum ViewTable {
    /// All views, in the order of the help.
    public static let all: [any View.Type] = [
        SessionView.self,
        TimelineView.self,
        QuantitiesView.self,
        GraphView.self,
        TextView.self,
        LogView.self,
        DateView.self,
    ]

    /// The view of a name.
    static func view(named name: String) -> (any View.Type)? {
        all.first { $0.definition.name == name }
    }
}
