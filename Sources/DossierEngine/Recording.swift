import DossierCommands
import DossierLanguage
import DossierStorage

/// What is typed, kept in a file: each command is on the medium before the next prompt.
protocol Recording: AnyObject {
    /// The file, as the user named it.
    var path: String { get }

    /// The file that is written.
    var file: GrowingFile { get }

    /// Keeps a command that went well; gives what the user should know.
    func append(_ command: String) throws(DiskFailure) -> [String]

    /// Keeps what was typed after `#`.
    func remark(_ text: String) throws(DiskFailure)

    /// Ends the file.
    func close()
}

/// A script that is being recorded: the commands, one after the other.
final class ScriptRecording: Recording {
    let path: String
    let file: GrowingFile

    /// Goes on at the end of a script that is there, or begins it anew.
    ///
    /// - Throws: a storage error where something else than a script is there, or it cannot be written.
    init(_ output: OutputFile, at path: String, overwrites: Bool, on disk: any Disk) throws(StorageError) {
        self.path = path
        var isOpen = false
        if output.status != nil, !overwrites {
            isOpen = try ScriptRecording.endsWithinLine(output, on: disk)
        } else {
            try output.checkReplacing(overwrites)
            _ = try output.write([])
        }
        file = try GrowingFile(output, on: disk)
        guard isOpen else { return }
        do { try file.write("\n") } catch {
            file.close()
            throw StorageError(writing: error)
        }
    }

    /// Whether the last line of a script lacks its end.
    ///
    /// - Throws: a storage error where the file is no script that further commands can follow.
    private static func endsWithinLine(_ output: OutputFile, on disk: any Disk) throws(StorageError) -> Bool {
        let bytes: [UInt8]
        do { bytes = try disk.read(output.path) } catch { throw StorageError(reading: error) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .isNoScript(output.name, "it is not UTF-8")
        }
        var lexer = Lexer(SourceText(text))
        do throws(Diagnostic) {
            if let first = try lexer.nextCommand() { _ = try CommandTable.command(of: first) }
            while try lexer.nextCommand() != nil {}
        } catch {
            throw .isNoScript(output.name, error.message)
        }
        if !Lexer.isComplete(text) { throw .isNoScript(output.name, "its last command is not finished") }
        return bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    }

    func append(_ command: String) throws(DiskFailure) -> [String] {
        try file.write(command + "\n")
        return []
    }

    /// A script holds commands and nothing else.
    func remark(_ text: String) {}

    func close() { file.close() }
}

/// A file that grows at its end, and that nobody else changes meanwhile.
final class GrowingFile {
    private let path: String
    private let disk: any Disk
    private let descriptor: Int32
    private var length: Int
    /// Which file it is.
    let identity: FileIdentity?

    /// Goes on at the end of a file; where that fails, one that was only made for it goes again.
    convenience init(_ output: OutputFile, on disk: any Disk) throws(StorageError) {
        do { try self.init(path: output.path, disk: disk) } catch {
            if output.status == nil { try? disk.remove(output.path) }
            throw StorageError(writing: error)
        }
    }

    init(path: String, disk: any Disk) throws(DiskFailure) {
        self.path = path
        self.disk = disk
        descriptor = try disk.open(path, .append)
        do throws(DiskFailure) {
            try GrowingFile.lock(descriptor, path, disk)
            let status = try disk.status(path)
            identity = status?.identity
            length = status?.size ?? 0
            try disk.syncFolder(AtomicFile.folder(of: path))
        } catch {
            disk.close(descriptor)
            throw error
        }
    }

    private static func lock(_ descriptor: Int32, _ path: String, _ disk: any Disk) throws(DiskFailure) {
        do throws(DiskFailure) {
            if try disk.lock(descriptor, path: path) { return }
        } catch {
            if error.meansNoLocks { return }
            throw error
        }
        throw .isHeld(path, "another process is recording to it")
    }

    /// Writes a text, and waits until it is on the medium. Where that fails, the file is cut to what it held before.
    ///
    /// - Throws: why the disk refuses, or that another program has changed the file: then it is left as it is.
    func write(_ text: String) throws(DiskFailure) {
        let bytes = Array(text.utf8)
        let status = try disk.status(path)
        guard status?.identity == identity, status?.size == length else {
            throw .isAnother(path, "another program has changed it")
        }
        do throws(DiskFailure) {
            try disk.writeAll(bytes[...], to: descriptor, path: path)
            try disk.sync(descriptor, path: path)
            length += bytes.count
        } catch {
            try? disk.truncate(descriptor, to: length, path: path)
            throw error
        }
    }

    func close() { disk.close(descriptor) }
}

extension StorageError {
    fileprivate static func isNoScript(_ name: String, _ reason: String) -> StorageError {
        StorageError(
            "'\(name)' exists already and is not a script: \(reason)",
            notes: ["choose another file; --overwrite replaces this one"], exit: .failure)
    }
}
