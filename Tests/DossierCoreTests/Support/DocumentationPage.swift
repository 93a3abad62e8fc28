import TestSupport
import Testing

/// A page of the documentation, with what the tests ask of it.
struct DocumentationPage: Sendable, CustomTestStringConvertible {
    /// Its path in the package.
    let path: String
    let text: String

    init(_ path: String, text: String? = nil) {
        self.path = path
        self.text = text ?? PackageFiles.text(path)
    }

    /// The folder of the catalogue.
    static let catalogue = "Sources/dossier/dossier.docc/"

    static let readme = DocumentationPage("README.md")

    /// The pages of the catalogue.
    static let pages = PackageFiles.paths(below: catalogue).filter { $0.hasSuffix(".md") }
        .map { DocumentationPage(catalogue + $0) }

    /// Every page that is verified.
    static let all = [readme, DocumentationPage("sessions/dprk-russia-2024.md")] + pages

    var testDescription: String { path }

    /// Its name in its folder.
    var name: String { String(path.dropFirst(folder.count)) }

    /// The folder that it stands in, with the slash.
    var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// The files that its commands may read: itself and those below its folder; of the README, the sessions.
    var files: [String: String] {
        let below = folder.isEmpty ? "sessions/" : ""
        let names = [name] + PackageFiles.paths(below: folder + below).map { below + $0 }
        return Dictionary(names.map { ($0, PackageFiles.text(folder + $0)) }) { first, _ in first }
    }

    /// How many commands it shows at least: those that are there to show some.
    var leastCommands: Int { text.contains("\n```dossier") ? 3 : 0 }

    /// The lines outside of blocks.
    private var prose: String { outside.joined(separator: "\n") }

    private var outside: [Substring] {
        var fence: Substring?
        return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            let mark = line.drop { $0 == " " }.prefix { $0 == "`" }
            if let open = fence {
                if mark.count >= open.count, line.hasSuffix(mark) { fence = nil }
                return false
            }
            if mark.count >= 3 { fence = mark }
            return mark.count < 3
        }
    }

    /// The files that its links lead to, as they are written.
    var links: [String] {
        prose.matches(of: #/\]\(([^)#]+)[^)]*\)/#).map { String($0.1) }.filter { !$0.contains("://") }
    }

    /// The pieces of code in its prose.
    private var code: [String] { prose.matches(of: #/`([^`\n]+)`/#).map { String($0.1) } }

    /// The files and folders of the package that it names in code.
    var paths: [String] {
        code.filter { name in
            ["Sources/", "Tests/", ".ci/", "sessions/"].contains { name.hasPrefix($0) } && !name.contains(" ")
        }
    }

    /// The files of Swift that it names in code without their folder.
    var swiftFiles: [String] { code.filter { $0.hasSuffix(".swift") && !$0.contains("/") && !$0.contains(" ") } }

    /// What stands in its blocks of a language.
    func blocks(of language: String) -> [String] {
        text.split(separator: "\n```\(language)\n").dropFirst().compactMap { rest in
            rest.split(separator: "\n```", maxSplits: 1).first.map { $0 + "\n" }
        }
    }
}
