/// What of that which was not synced outlives a power cut. The system promises none of it, and may keep any.
struct PowerCut: CaseIterable, CustomStringConvertible {
    /// Whether names hold that were given or taken since their folder was synced.
    let keepsNames: Bool
    /// How much of the bytes holds that were written since their file was synced.
    let bytes: Bytes

    enum Bytes: CaseIterable {
        case none, half, all
        /// The file has its new size, but its new blocks were never written.
        case zeros
    }

    static let allCases = [false, true].flatMap { keepsNames in
        Bytes.allCases.map { PowerCut(keepsNames: keepsNames, bytes: $0) }
    }

    var description: String { "names \(keepsNames ? "kept" : "lost"), bytes kept: \(bytes)" }

    /// What is left of a file.
    func kept(of bytes: [UInt8], synced: [UInt8]) -> [UInt8] {
        if self.bytes == .all { return bytes }
        guard bytes.count > synced.count, bytes.starts(with: synced) else { return synced }
        let added = bytes.count - synced.count
        switch self.bytes {
        case .none, .all: return synced
        case .half: return Array(bytes.prefix(synced.count + added / 2))
        case .zeros: return synced + Array(repeating: 0, count: added)
        }
    }
}
