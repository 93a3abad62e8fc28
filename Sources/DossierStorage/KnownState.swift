import DossierModel

/// The state of an open session as it was read or last saved. What another program makes of it meanwhile is not written over.
struct KnownState {
    /// What stood there; nil where nothing did.
    let status: DiskStatus?
    /// The SHA-256 of its bytes, where it is known.
    let digest: String?
    /// A state of ours that may have taken its place: renaming it failed, or what came after that.
    var successor: DiskStatus?

    /// How the file differs from what stood there.
    enum Difference {
        /// There is none, or the file was touched or written anew with the same bytes.
        case none
        /// The file is gone.
        case gone
        /// Its bytes are others, or a file came where none was.
        case other
    }

    /// Compares what stands there now.
    ///
    /// - Throws: why the disk fails.
    func difference(from path: String, on disk: any Disk) throws(DiskFailure) -> Difference {
        guard let now = try disk.status(path) else { return status == nil ? .none : .gone }
        if now.isAsWritten(successor) || now.isAsWritten(status) { return .none }
        guard let status else { return .other }
        guard let digest, now.size == status.size else { return .other }
        return Digest.of(try disk.bytes(of: path)) == digest ? .none : .other
    }
}

extension DiskStatus {
    /// Whether nobody has written to the file, or put another in its place, since it had a status; permissions may differ.
    fileprivate func isAsWritten(_ before: DiskStatus?) -> Bool {
        identity == before?.identity && size == before?.size && modified == before?.modified
    }
}
