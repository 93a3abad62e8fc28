import DossierModel

/// A state as it stands in its file, to be compared with what entries name: by size and time, else by its SHA-256.
struct NamedState {
    let bytes: StateBytes
    let status: DiskStatus?
    private var digest: String?

    init(bytes: StateBytes, status: DiskStatus?) {
        self.bytes = bytes
        self.status = status
    }

    /// Whether its SHA-256 was asked for: else size and time alone say which it is.
    var isProved: Bool { digest != nil }

    mutating func isNamed(by state: SavedState) -> Bool {
        guard state.size == bytes.count else { return false }
        if digest == nil, state.modified == status?.modified { return true }
        let own = digest ?? Digest.of(bytes)
        digest = own
        return state.digest == own
    }
}

/// A state that was taken for the one which the log names by its size and time, which a medium keeps that turns a bit over.
struct UnprovedState {
    let bytes: StateBytes
    /// The SHA-256 that the log names.
    let digest: String

    /// Whether it is the one.
    var holds: Bool { Digest.of(bytes) == digest }
}
