import TestSupport
import Testing

@testable import DossierModel

/// The walls of the house that the compiler does not see; those between targets it keeps by itself.
@Suite("the walls of the house") struct WallsTests {
    private static let sources = PackageFiles.paths(below: "Sources").filter { $0.hasSuffix(".swift") }
        .map { SourceFile(path: $0, text: PackageFiles.text("Sources/" + $0)) }

    @Test("the sources are found")
    func found() { #expect(Self.sources.count > 500) }

    @Test("no source breaks a wall", arguments: Wall.all)
    func walls(wall: Wall) { #expect(wall.violations(in: Self.sources) == []) }

    @Test("each wall sees what breaks it", arguments: Wall.all)
    func planted(wall: Wall) {
        for line in wall.breaches {
            let file = SourceFile(path: "DossierModel/Planted.swift", text: "struct Planted {}\n\(line)\n")
            #expect(wall.violations(in: [file]) == ["DossierModel/Planted.swift"], "\(line)")
        }
        let comment = SourceFile(path: "DossierModel/Planted.swift", text: wall.breaches.map { "/// \($0)\n" }.joined())
        #expect(wall.violations(in: [comment]) == [])
    }

    @Test("no file has more than 400 lines")
    func size() { #expect(Self.sources.filter { $0.lines.count > 400 }.map(\.path) == []) }
}

/// A file of the package, and what it holds.
private struct SourceFile {
    /// Its path below `Sources`.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// Something that must not stand in the sources of some targets.
struct Wall: Sendable, CustomTestStringConvertible {
    /// What holds.
    let rule: String
    /// How the paths of the files begin that it is about.
    let folder: String
    /// Files in which it is allowed.
    var exceptions: [String] = []
    /// What must not stand there.
    let pattern: @Sendable () -> Regex<Substring>
    /// Lines that break it.
    let breaches: [String]

    var testDescription: String { rule }

    static let all = [
        Wall(
            rule: "the library prints nothing, and ends no program", folder: "Dossier",
            pattern: { #/\b(?:print|exit|abort)\(/# },
            breaches: ["print(\"x\")", "if failed { exit(1) }", "abort()"]),
        Wall(
            rule: "the library asks for no time and no variable of the environment by itself", folder: "Dossier",
            pattern: { #/\bDate\(\)|\b(?:getenv|gettimeofday|localtime_r)\(|\bCLOCK_REALTIME\b/# },
            breaches: ["let now = Date()", "let home = getenv(\"HOME\")", "clock_gettime(CLOCK_REALTIME, &now)"]),
        Wall(
            rule: "only storage and what spreads work over processors speak to the system", folder: "Dossier",
            exceptions: ["DossierStorage/", "DossierModel/Threads/Processors.swift"],
            pattern: { #/import (?:Glibc|CLinux)/# }, breaches: ["import Glibc", "import CLinux"]),
        Wall(
            rule: "nothing takes Foundation", folder: "", pattern: { #/import Foundation|\bFileManager\b/# },
            breaches: ["import Foundation", "import FoundationEssentials", "FileManager.default"]),
        Wall(
            rule: "words of a vocabulary are compared as types", folder: "Dossier",
            pattern: {
                #/\.text\(\.(?:status|stance|type|relation|strength|confidence|outcome)\)(?: \?\? "[a-z]*")?\)? (?:[=!]= "|\{ *$)/#
            },
            breaches: [
                "if record.text(.status) == \"confirmed\" {", "link.text(.relation) != \"supports\"",
                "switch claim.text(.stance) {", "switch note.text(.type) ?? \"comment\" {",
            ]),
        Wall(
            rule: "nothing crashes on purpose", folder: "",
            pattern: { #/\b(?:try!|fatalError\(|as!|precondition(?:Failure)?\(|unowned\b)/# },
            breaches: [
                "try! run()", "fatalError(\"x\")", "value as! Int", "precondition(count > 0)",
                "unowned let owner: Owner",
            ]
        ),
    ]

    fileprivate func violations(in sources: [SourceFile]) -> [String] {
        // By letters: the default takes 'FileManager.default' for one word.
        let pattern = pattern().wordBoundaryKind(.simple)
        return sources.filter { source in
            source.path.hasPrefix(folder) && !exceptions.contains { source.path.hasPrefix($0) }
                && source.lines.contains { !$0.drop { $0 == " " }.hasPrefix("//") && $0.contains(pattern) }
        }.map(\.path)
    }
}
