import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

/// The words that a person reads, as they are written in the sources.
@Suite("the wording of the program") struct PlainEnglishTests {
    /// Turns of phrase that English does not have, or that say less than a plain verb.
    private static let odd = [" is no ", " are no ", " cannot stand ", " stands in ", " stand in ", "means nothing"]
    private static let plain = ["there is no ", "there are no ", "is no longer", "are no longer"]

    private static func isOdd(_ text: some StringProtocol) -> Bool {
        let rest = plain.reduce(String(text)) { $0.replacing($1, with: "") }
        return odd.contains { rest.contains($0) }
    }

    /// The lines of a source that have an odd turn within quotation marks.
    static func oddLines(of source: String) -> [String] {
        guard odd.contains(where: source.contains) else { return [] }
        var isInside = false
        return source.split(separator: "\n").filter { line in
            if line.drop(while: { $0 == " " }).hasPrefix("//") { return false }
            let wasInside = isInside
            if line.ranges(of: "\"\"\"").count % 2 == 1 { isInside.toggle() }
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            return parts.contains { (wasInside || $0.offset % 2 == 1) && isOdd($0.element) }
        }.map(String.init)
    }

    @Test("no text has a negation put on a noun, or another turn that was written again")
    func texts() {
        let paths = PackageFiles.paths(below: "Sources").filter {
            $0.hasSuffix(".swift") && !$0.hasPrefix("dossier-benchmark/")
        }
        #expect(paths.count > 100)
        for path in paths {
            #expect(Self.oddLines(of: PackageFiles.text("Sources/" + path)) == [], "\(path)")
        }
    }

    @Test("such a turn is found in a text, and not in a comment or in plain English")
    func planted() {
        #expect(Self.oddLines(of: #"let problem = "'B' is no grade""#).count == 1)
        #expect(Self.oddLines(of: "let help = \"\"\"\n    A name cannot stand here.\n    \"\"\"").count == 1)
        #expect(Self.oddLines(of: "/// What is no \"grade\".").isEmpty)
        #expect(Self.oddLines(of: #"let problem = "there is no month 13, and 's1' is no longer there""#).isEmpty)
    }
}
