import TestSupport
import Testing

@testable import DossierCore

/// The walls of the house that the compiler does not build.
@Suite("the walls of the house") struct WallsTests {
    private static let sources = PackageFiles.paths(below: "Sources").filter { $0.hasSuffix(".swift") }
        .map { (path: $0, text: PackageFiles.text("Sources/" + $0)) }

    /// The files of a folder in which a text stands, comments left out.
    private func files(in folder: String, with pattern: Regex<some Any>) -> [String] {
        Self.sources.filter { $0.path.hasPrefix(folder) }.filter { source in
            source.text.split(separator: "\n").contains { line in
                !line.drop { $0 == " " }.hasPrefix("//") && line.contains(pattern)
            }
        }.map(\.path)
    }

    /// The types that the files of some folders declare.
    private func types(in folders: [String]) -> Set<String> {
        var types: Set<String> = []
        for source in Self.sources where folders.contains(where: { source.path.hasPrefix("DossierCore/\($0)/") }) {
            for match in source.text.matches(of: #/(?m)^(?:public )?(?:final )?(?:struct|class|enum|protocol) (\w+)/#) {
                types.insert(String(match.1))
            }
        }
        return types
    }

    /// Where a folder names types of others; one that it has itself, within a type, is not meant.
    private func files(in folder: String, naming types: Set<String>) -> [String] {
        let inside = Self.sources.filter { $0.path.hasPrefix("DossierCore/\(folder)/") }
        let own = inside.flatMap { $0.text.matches(of: #/(?:struct|class|enum|protocol) (\w+)/#).map { String($0.1) } }
        return inside.flatMap { source -> [String] in
            let code = source.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
                separator: "\n")
            let words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
            return words.intersection(types).subtracting(own).sorted().map { "\(source.path): \($0)" }
        }
    }

    @Test("the sources are found")
    func found() { #expect(Self.sources.count > 100) }

    @Test("the core prints nothing, reads no clock, ends no program and takes nothing of Foundation")
    func core() {
        #expect(files(in: "DossierCore", with: #/\bprint\(|FileManager|\bDate\(\)|\bexit\(|\bgetenv\(/#) == [])
        #expect(files(in: "", with: #/import Foundation/#) == [])
    }

    @Test("only storage and what spreads work over processors speak to the system")
    func system() {
        let speaking = files(in: "DossierCore", with: #/import Glibc/#)
        #expect(speaking.filter { !$0.hasPrefix("DossierCore/Storage/") } == ["DossierCore/Threads/Processors.swift"])
    }

    @Test("nothing crashes on purpose")
    func crashes() {
        #expect(files(in: "", with: #/\btry!|\bfatalError\(|\bas!|\bprecondition(Failure)?\(|\bunowned\b/#) == [])
    }

    @Test("imports run one way: the model knows nobody, storage the model and JSON")
    func oneWay() {
        let above = types(in: [
            "Analysis", "Commands", "Views", "Engine", "Queries", "Checks", "Formats", "Rendering", "Results", "Schema",
        ])
        #expect(above.count > 50)
        #expect(files(in: "Model", naming: above.union(types(in: ["Language", "Storage"]))) == [])
        #expect(files(in: "JSON", naming: above.union(types(in: ["Model", "Language", "Storage"]))) == [])
        #expect(files(in: "Storage", naming: above) == [])
        #expect(files(in: "Results", naming: types(in: ["Commands", "Views", "Engine", "Storage"])) == [])
        #expect(files(in: "Formats", naming: types(in: ["Commands", "Views", "Engine", "Storage"])) == [])
        #expect(files(in: "Language", naming: types(in: ["Commands", "Views", "Engine", "Queries", "Storage"])) == [])
    }

    @Test("no file has more than 400 lines")
    func size() {
        #expect(
            Self.sources.filter { $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 400 }.map(
                \.path) == [])
    }
}
