import DossierModel

/// The state of a session as its file holds it.
struct StateFile {
    let path: String
    /// Its bytes; nil where there is no file.
    let bytes: StateBytes?
    let status: DiskStatus?

    /// Takes the file.
    ///
    /// - Throws: a storage error where it cannot be read, or is longer than a session may be.
    init(_ path: String, _ disk: any Disk) throws(StorageError) {
        self.path = path
        do throws(DiskFailure) {
            status = try disk.status(path)
            bytes = status == nil ? nil : try disk.bytes(of: path)
        } catch {
            throw StorageError(reading: error)
        }
    }
}
