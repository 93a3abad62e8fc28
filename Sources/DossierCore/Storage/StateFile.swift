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
        let limit = JSONLimits().bytes
        self.path = path
        do throws(DiskFailure) {
            status = try disk.status(path)
            bytes = status.map { $0.size <= limit } == true ? try disk.bytes(of: path) : nil
        } catch {
            throw StorageError(reading: error)
        }
        if status != nil, bytes == nil {
            throw StorageError("'\(path)' is longer than the \(limit) bytes that a session may have", exit: .badData)
        }
    }
}
