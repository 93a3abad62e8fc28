import DossierAnalysis
import DossierLanguage
import DossierOutput
import DossierStorage

/// Files that commands write for the user.
extension Engine {
    /// The files that no command writes over.
    ///
    /// - Parameters:
    ///   - refusal: the code with which a program ends that is refused one of them.
    ///   - notebook: one of the scripts, which is to be written itself.
    func keptFiles(refusal: Diagnostic.ExitCode = .failure, besides rewritten: String? = nil)
        throws(StorageError) -> KeptFiles
    {
        var kept = KeptFiles(disk: disk, session: session)
        kept.refusal = refusal
        kept.folders = surroundings.folder.map { [$0] } ?? []
        if let store { try kept.keep(session: store.path, of: "this session", log: store.logIdentity) }
        if let successorPath { try kept.keep(session: successorPath, of: "the new session") }
        if let recording { try kept.keep(recording.path, as: "being recorded", identity: recording.file.identity) }
        for script in scripts where script != rewritten { try kept.keep(script, as: "a script of this replay") }
        try kept.keep("/dev/stdin", as: "what the commands are read from")
        return kept
    }

    /// Says that this session, which is in memory, is to come in the place of one on disk.
    ///
    /// - Throws: a storage error where that one must not go.
    package func begin(inPlaceOf path: String, named name: String) throws(StorageError) {
        _ = try NewSession(path, named: name, overwrites: true, keeping: try keptFiles(refusal: .cannotCreate))
        successorPath = path
    }

    /// Puts this session in the place of the one that was named for it.
    ///
    /// - Throws: a storage error where that one must not go, or this one cannot be written.
    package func takePlace(named name: String) throws(StorageError) {
        guard let path = successorPath else { return }
        successorPath = nil
        try save(as: path, named: name, overwrites: true, refusal: .cannotCreate)
    }

    /// Writes the answers of a notebook into it.
    ///
    /// - Throws: a storage error where the file changed while its commands ran, or cannot be written.
    package func write(_ check: NotebookCheck, to path: String) throws(StorageError) {
        let file = try OutputFile(path, named: check.name, keeping: try keptFiles(besides: path))
        let bytes: [UInt8]
        do { bytes = try disk.read(file.path) } catch { throw StorageError(reading: error) }
        if bytes != check.source {
            throw StorageError(
                "'\(check.name)' was changed while its commands ran; nothing was written", exit: .failure)
        }
        try file.checkReplacing(true)
        _ = try file.write(check.bytes)
    }

    /// Writes bytes to a file. A script may write anew what it wrote itself, as long as nobody else did since.
    ///
    /// - Throws: a storage error where the file must not be written over, or cannot be written.
    func write(_ bytes: [UInt8], to destination: Destination) throws(StorageError) {
        try write(bytes, to: try checked(destination, keeping: try keptFiles()))
    }

    /// Writes the files of a folder, which is made where it is not there. Each is looked at before the first is written; other
    /// files of the folder stay.
    ///
    /// - Throws: a storage error where one of them must not be written over, or cannot be written.
    func write(_ files: [FolderFile], to destination: Destination) throws(StorageError) {
        let kept = try keptFiles()
        let disk = surroundings.isScript ? self.disk.withoutLinks : self.disk
        do throws(DiskFailure) {
            for folder in destination.folders(of: files) where try disk.status(folder) == nil {
                try disk.makeFolder(folder)
            }
        } catch {
            throw StorageError(writing: error)
        }
        var written: [(bytes: [UInt8], file: OutputFile)] = []
        for file in files { written.append((file.bytes, try checked(destination.file(file.path), keeping: kept))) }
        for (bytes, file) in written { try write(bytes, to: file) }
    }

    /// A file that may be written.
    func checked(_ destination: Destination, keeping kept: KeptFiles) throws(StorageError) -> OutputFile {
        let file = try OutputFile(
            destination.path, named: destination.name, keeping: kept, taken: .failure,
            isReachedOverLinks: !surroundings.isScript)
        if !file.isStream {
            let isOwn = surroundings.isScript && file.status != nil && file.status == writtenByScripts[file.path]
            try file.checkReplacing(destination.overwrites || isOwn)
        } else if surroundings.isScript {
            throw StorageError(
                "'\(destination.name)' is not a regular file", notes: ["a script can write only regular files"],
                exit: .noPermission
            )
        }
        return file
    }

    func write(_ bytes: [UInt8], to file: OutputFile) throws(StorageError) {
        let written = try file.write(bytes)
        if surroundings.isScript { writtenByScripts[file.path] = written }
    }
}

extension Destination {
    /// A file below the folder that it is.
    fileprivate func file(_ part: String) -> Destination {
        let shown = name.utf8.last == UInt8(ascii: "/") ? name : name + "/"
        return Destination(path: path + "/" + part, name: shown + part, overwrites: overwrites, place: place)
    }

    /// The folder that it is, and those below it that files need; each after the one in which it lies.
    fileprivate func folders(of files: [FolderFile]) -> [String] {
        var folders = [path]
        for file in files {
            var folder = path
            for part in file.path.pathNames.dropLast() {
                folder += "/" + part
                if !folders.contains(folder) { folders.append(folder) }
            }
        }
        return folders
    }
}
