import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// Reads the text of a file that a field names: the document of `file=PATH`, or a template.
package struct SourceFile {
    let context: Context

    init(_ context: Context) { self.context = context }

    /// The text of the file.
    ///
    /// - Parameters:
    ///   - purpose: what it is read as.
    ///   - mayBeAtHome: whether a person may name a file below `~/`, since nothing needs it again.
    /// - Throws: a diagnostic where the file lies outside the folder, cannot be read, is of another format, or is not UTF-8.
    func text(
        of path: Token.Value, as purpose: String = "a source", mayBeAtHome: Bool = false
    ) throws(Diagnostic) -> String {
        let surroundings = context.surroundings
        let resolved = try Folder(surroundings).readable(path.token, mayBeAtHome: mayBeAtHome)
        let bytes: [UInt8]
        do { bytes = try surroundings.files.withoutLinks.read(resolved) } catch {
            throw .unreadable(error, at: path.place)
        }
        // Some of these are valid UTF-8, and none of them holds the words that a reader sees.
        if let foreign = unsafe bytes.withUnsafeBufferPointer({ unsafe ForeignFile.problem(of: $0) }) {
            throw .notText(path.text, as: purpose, at: path.place, foreign.problem, remedy: foreign.remedy)
        }
        if let offset = UTF8Check.firstFault(in: bytes) { throw .notUTF8(path.text, at: path.place, bytes, offset) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The name of a file without its folders.
    package static func name(of path: String) -> String {
        path.pathNames.last ?? path
    }
}

extension Diagnostic {
    fileprivate static func notText(
        _ path: String, as purpose: String, at place: Place, _ problem: String, remedy: String?
    ) -> Diagnostic {
        Diagnostic(
            .notUTF8, "'\(path)' cannot be \(purpose): \(problem)", at: place,
            notes: [remedy ?? "save it as plain text in UTF-8, then add that"], exit: .badData)
    }
}
