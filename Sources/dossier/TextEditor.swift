import DossierAnalysis
import DossierEngine
import DossierStorage
import Glibc

/// The user's editor, which works on a private file that is gone afterwards.
struct TextEditor {
    /// `$VISUAL`, else `$EDITOR`, else `vi` (POSIX.1-2017, "Environment Variables").
    private var command: String {
        [environment("VISUAL"), environment("EDITOR"), "vi"].first { !$0.isEmpty } ?? "vi"
    }

    /// What the user makes of a text.
    ///
    /// Editors end the last line of a file, so a newline is put behind the text, and one is taken away.
    ///
    /// - Throws: why the text stays as it was.
    func edit(_ text: String) throws(EditorFailure) -> String {
        let parent = environment("TMPDIR").hasPrefix("/") ? environment("TMPDIR") : "/tmp"
        var template = Array((parent + "/dossier-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw TextEditor.failure("a file for the editor cannot be created", parent)
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { TextEditor.remove(folder) }
        let path = folder + "/text.txt"
        try TextEditor.write(text + "\n", to: path)
        switch ForegroundProgram(command, arguments: [path]).run() {
        case 0: break
        case nil: throw EditorFailure("the editor '\(command)' cannot be started")
        case let code?: throw EditorFailure("the editor '\(command)' ended with code \(code)")
        }
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try DiskFiles(PosixDisk()).read(path) } catch {
            throw EditorFailure("the edited text cannot be read: \(error.reason)")
        }
        guard var edited = String(validating: bytes, as: UTF8.self) else {
            throw EditorFailure("the edited text is not UTF-8")
        }
        if edited.utf8.last == UInt8(ascii: "\n") { edited.unicodeScalars.removeLast() }
        return edited
    }

    private static func write(_ text: String, to path: String) throws(EditorFailure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("a file for the editor cannot be created", path) }
        do throws(DiskFailure) { try PosixDisk().writeAll(Array(text.utf8)[...], to: file, path: path) } catch {
            close(file)
            throw failure("a file for the editor cannot be written", path, error.code)
        }
        if close(file) != 0, errno != EINTR { throw failure("a file for the editor cannot be written", path) }
    }

    /// Removes the folder with all that the editor left in it.
    private static func remove(_ folder: String) {
        if let directory = opendir(folder) {
            while let entry = readdir(directory) {
                _ = withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { unlinkat(dirfd(directory), $0, 0) }
                }
            }
            closedir(directory)
        }
        rmdir(folder)
    }

    private static func failure(_ problem: String, _ path: String, _ code: Int32 = errno) -> EditorFailure {
        EditorFailure("\(problem): '\(path)': \(String(cString: strerror(code)))")
    }
}
