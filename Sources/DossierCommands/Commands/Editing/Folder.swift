import DossierAnalysis
import DossierLanguage
import DossierStorage

/// What may be read and written: below the folder of the shell or of the script, symbolic links included.
package struct Folder {
    private let surroundings: Surroundings

    package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// The path of a file that may be read, without symbolic links; it is opened with ``FileAccess/withoutLinks``.
    ///
    /// - Parameter mayBeAtHome: whether a person may name a file below `~/`, since nothing needs it again.
    /// - Throws: a diagnostic where it lies outside the folder.
    package func readable(_ path: Token, mayBeAtHome: Bool = false) throws(Diagnostic) -> String {
        let resolved = try resolved(path)
        if mayBeAtHome, !surroundings.isScript, path.text.hasPrefix("~/") { return resolved }
        guard let folder = surroundings.folder else { throw .withoutFolder(path) }
        guard Folder.isBelow(resolved, folder) else { throw .outsideFolder(path, folder) }
        return resolved
    }

    /// A file that may be written: in the shell wherever the user says, in a script where it may. That of a script has no
    /// symbolic links in its path, and is opened with ``FileAccess/withoutLinks``.
    ///
    /// - Throws: a diagnostic where the words name no file, or a script may not write there.
    package func destination(
        _ path: Token, overwrites: Bool, isFolder: Bool = false
    ) throws(Diagnostic) -> Destination {
        if path.text == "-" { throw .notAFileName(path, "'./-' for a file with that name") }
        let endsAsFolder = path.text.utf8.last == UInt8(ascii: "/")
        if path.text.isEmpty || endsAsFolder != isFolder || path.text.utf8.contains(0) {
            throw .notAFileName(path, "a file name, without a / at its end")
        }
        var absolute = try absolute(path)
        if surroundings.isScript {
            absolute = surroundings.files.resolved(absolute)
            guard let folder = surroundings.writableFolder, Folder.isBelow(absolute, folder) else {
                throw .notWritable(path, surroundings.writableFolder)
            }
        }
        return Destination(path: absolute, name: path.text, overwrites: overwrites, place: path.place)
    }

    private func resolved(_ path: Token) throws(Diagnostic) -> String {
        surroundings.files.resolved(try absolute(path))
    }

    /// A path without `.` and `..`, beginning at `/`. Where a person types it, `~/` is the home folder.
    ///
    /// - Throws: a diagnostic where it begins at a folder that is gone.
    func absolute(_ path: Token) throws(Diagnostic) -> String {
        let whole: String
        if path.text.utf8.first == UInt8(ascii: "/") {
            whole = path.text
        } else if !surroundings.isScript, path.text == "~" || path.text.hasPrefix("~/"), let home = surroundings.home {
            whole = home + "/" + path.text.dropFirst()
        } else if let folder = surroundings.folder {
            whole = folder + "/" + path.text
        } else {
            throw .withoutFolder(path)
        }
        var parts: [String] = []
        for part in whole.pathNames where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func isBelow(_ path: String, _ folder: String) -> Bool {
        folder == "/" || path == folder || path.utf8.starts(with: (folder + "/").utf8)
    }
}

extension Diagnostic {
    fileprivate static func withoutFolder(_ path: Token) -> Diagnostic {
        .storage(.withoutFolder(path.text), at: path.place)
    }

    fileprivate static func outsideFolder(_ path: Token, _ folder: String) -> Diagnostic {
        Diagnostic(
            .outsideFolder, "'\(path.text)' is not below \(folder)", at: path.place,
            notes: [
                "copy the document there, or give its text after --; then the session can be replayed elsewhere"
            ],
            exit: .noPermission)
    }

    fileprivate static func notAFileName(_ path: Token, _ expectation: String) -> Diagnostic {
        Diagnostic(
            .notAFileName, "'\(path.text)' is not the name of a file", at: path.place, expectation: expectation)
    }

    fileprivate static func notWritable(_ path: Token, _ folder: String?) -> Diagnostic {
        Diagnostic(
            .notWritable, "the script is not allowed to write '\(path.text)'", at: path.place,
            expectation: folder.map { "a path below \($0)" } ?? "--allow-write DIR on the command line",
            exit: .noPermission)
    }
}
