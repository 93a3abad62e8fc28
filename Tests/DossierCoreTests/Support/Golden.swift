/// Exact answers that stand in files beside the tests.
enum Golden {
    /// The path of `Goldens/NAME.txt`.
    static func path(_ name: String) -> String { "Tests/DossierCoreTests/Goldens/\(name).txt" }
}
