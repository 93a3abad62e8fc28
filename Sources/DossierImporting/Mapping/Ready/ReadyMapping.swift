import DossierModel

/// A mapping that ships, for a file that many have.
package struct ReadyMapping: Sendable {
    /// Its name, `ucdp`.
    package let name: String
    /// Which files it is for.
    package let summary: String
    /// Its text, as a saved mapping has it.
    package let text: String

    init(_ name: String, _ summary: String, _ text: String) {
        self.name = name
        self.summary = summary
        self.text = text
    }

    /// All of them, one line each.
    package static let all = [ucdp, acled, gdelt, timelinejs, timesketch]
}
