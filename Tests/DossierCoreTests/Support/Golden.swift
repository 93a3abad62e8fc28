import TestSupport
import Testing

/// Exact answers that stand in files beside the tests.
enum Golden {
    /// The text of `Goldens/NAME.txt`.
    static func text(_ name: String) -> String { PackageFiles.text("Tests/DossierCoreTests/Goldens/\(name).txt") }
}
