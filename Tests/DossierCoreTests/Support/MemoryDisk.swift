import Synchronization

@testable import DossierModel
@testable import DossierStorage

/// A disk in memory, so that storage can be tested without files. Two notebooks that share it see the same files.
///
/// It knows what would outlive a power cut: the bytes of a file as they were last synced, and the names of a folder as they
/// were when the folder was last synced.
final class MemoryDisk: Disk {
    private struct File {
        var bytes: [UInt8] = []
        var synced: [UInt8] = []
        var time = 0
        var permissions: UInt32 = 0o644
    }

    private struct State {
        var files: [Int: File] = [:]
        var names: [String: Int] = [:]
        var syncedNames: [String: Int] = [:]
        var open: [Int32: Int] = [:]
        var locks: [Int: Int32] = [:]
        var next: Int32 = 3
        var clock = 0
        var ticks = 1
        var failures: [String: DiskFailure] = [:]
        var bytesRead: [String: Int] = [:]
        var networkFileSystem: String?

        /// A new file with a name.
        mutating func make(_ path: String) -> Int {
            let number = files.count + 1
            files[number] = File()
            names[path] = number
            touch(number)
            return number
        }

        mutating func touch(_ number: Int) {
            clock += 1
            files[number]?.time = clock / ticks
        }
    }

    private let state = Mutex(State())

    init(_ files: [String: String] = [:]) {
        for (path, text) in files { self[path] = Array(text.utf8) }
    }

    /// The bytes of a file; nil where there is none. What is set is synced.
    subscript(path: String) -> [UInt8]? {
        get { state.withLock { state in state.names[path].flatMap { state.files[$0]?.bytes } } }
        set {
            state.withLock { state in
                if let newValue {
                    let number = state.names[path] ?? state.make(path)
                    state.files[number]?.bytes = newValue
                    state.files[number]?.synced = newValue
                    state.touch(number)
                } else {
                    state.names[path] = nil
                }
                state.syncedNames[path] = state.names[path]
            }
        }
    }

    /// The paths of all files, in order.
    var paths: [String] { state.withLock { $0.names.keys.sorted() } }

    /// The temporary files that lie about.
    var leftovers: [String] { paths.filter { $0.contains(".dossier-") } }

    /// The text of a file.
    func text(_ path: String) -> String? { self[path].map { String(decoding: $0, as: UTF8.self) } }

    /// Changes a byte of a file, which keeps its size and its time.
    func flip(_ mask: UInt8, at offset: Int, of path: String) {
        state.withLock { state in
            guard let number = state.names[path] else { return }
            state.files[number]?.bytes[offset] ^= mask
        }
    }

    /// How many bytes were read of a file so far.
    func bytesRead(of path: String) -> Int { state.withLock { $0.bytesRead[path, default: 0] } }

    /// Says that all files lie on a network.
    func lieOnNetwork(_ name: String) { state.withLock { $0.networkFileSystem = name } }

    /// Makes the clock of files coarse: so many changes have the same time.
    func makeClockCoarse(_ ticks: Int) { state.withLock { $0.ticks = ticks } }

    /// Makes an operation (`write`, `sync`, `open`, `rename`, `truncate`, `read`, `link`, `lock`) fail from now on; nil mends it.
    ///
    /// `code` is the system's number, 28 for a full disk.
    func fail(_ operation: String, _ reason: String?, code: Int32 = 28) {
        state.withLock { state in
            state.failures[operation] = reason.map { DiskFailure(path: "", code: code, reason: $0) }
        }
    }

    /// The files as a process finds them that comes after a crash: nothing is open, nothing locked, every time the same.
    var unlocked: MemoryDisk {
        after { state in
            state.open = [:]
            state.locks = [:]
            state.failures = [:]
            state.bytesRead = [:]
        }
    }

    /// The files as they are found after a power cut.
    func afterPowerCut(_ cut: PowerCut) -> MemoryDisk {
        after { state in
            state.open = [:]
            state.locks = [:]
            state.failures = [:]
            if !cut.keepsNames { state.names = state.syncedNames }
            for number in state.files.keys {
                guard let file = state.files[number] else { continue }
                let bytes = cut.kept(of: file.bytes, synced: file.synced)
                state.files[number]?.bytes = bytes
                state.files[number]?.synced = bytes
            }
            state.syncedNames = state.names
        }
    }

    private func after(_ change: (inout State) -> Void) -> MemoryDisk {
        var copy = state.withLock { $0 }
        change(&copy)
        let other = MemoryDisk()
        other.state.withLock { $0 = copy }
        return other
    }

    private func check(_ operation: String, _ path: String) throws(DiskFailure) {
        if let failure = state.withLock({ $0.failures[operation] }) {
            throw DiskFailure(path: path, code: failure.code, reason: failure.reason)
        }
    }

    func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        try check("open", path)
        let descriptor: Int32? = state.withLock { state in
            let there = state.names[path]
            switch mode {
            case .create where there != nil: return nil
            case .existing where there == nil: return nil
            default: break
            }
            let number = there ?? state.make(path)
            if case .create(let permissions?) = mode { state.files[number]?.permissions = permissions }
            state.next += 1
            state.open[state.next] = number
            return state.next
        }
        guard let descriptor else {
            if case .existing = mode { throw .missing(path) }
            throw .taken(path)
        }
        return descriptor
    }

    func close(_ descriptor: Int32) {
        state.withLock { state in
            if let number = state.open[descriptor], state.locks[number] == descriptor { state.locks[number] = nil }
            state.open[descriptor] = nil
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        try check("write", path)
        return state.withLock { state in
            guard let number = state.open[descriptor] else { return bytes.count }
            state.files[number]?.bytes += bytes
            state.touch(number)
            return bytes.count
        }
    }

    func sync(_ descriptor: Int32, path: String) throws(DiskFailure) {
        try check("sync", path)
        state.withLock { state in
            guard let number = state.open[descriptor], let file = state.files[number] else { return }
            state.files[number]?.synced = file.bytes
        }
    }

    func syncFolder(_ path: String) throws(DiskFailure) {
        try check("syncFolder", path)
        state.withLock { $0.syncedNames = $0.names }
    }

    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        try check("truncate", path)
        state.withLock { state in
            guard let number = state.open[descriptor], let file = state.files[number] else { return }
            state.files[number]?.bytes = Array(file.bytes.prefix(length))
        }
    }

    func rename(_ path: String, to other: String, replaces: Bool) throws(DiskFailure) {
        try check("rename", other)
        let isDone = state.withLock { state in
            if !replaces, state.names[other] != nil { return false }
            state.names[other] = state.names.removeValue(forKey: path)
            return true
        }
        if !isDone { throw .taken(other) }
    }

    func names(in folder: String) throws(DiskFailure) -> [String] {
        try check("names", folder)
        return state.withLock { state in
            state.names.keys.filter { AtomicFile.folder(of: $0) == folder }.map(AtomicFile.name)
        }
    }

    func link(_ path: String, to other: String) throws(DiskFailure) {
        try check("link", other)
        state.withLock { state in state.names[other] = state.names[path] }
    }

    /// Folders are there as soon as files lie in them.
    func makeFolder(_ path: String) throws(DiskFailure) { try check("makeFolder", path) }

    func remove(_ path: String) throws(DiskFailure) {
        try check("remove", path)
        state.withLock { $0.names[path] = nil }
    }

    func bytes(of path: String, atMost limit: Int) throws(DiskFailure) -> StateBytes {
        StateBytes(try read(path, atMost: limit))
    }

    func read(_ path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] { try read(path, in: 0..<Int.max) }

    func read(descriptor: Int32, path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try read(path, atMost: limit)
    }

    func read(descriptor: Int32, path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        return state.withLock { state in
            guard let number = state.open[descriptor], let bytes = state.files[number]?.bytes else { return [] }
            let part = Array(bytes[range.clamped(to: bytes.indices)])
            state.bytesRead[path, default: 0] += part.count
            return part
        }
    }

    func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        guard let bytes = self[path] else {
            throw .missing(path)
        }
        let part = Array(bytes[range.clamped(to: bytes.indices)])
        state.withLock { $0.bytesRead[path, default: 0] += part.count }
        return part
    }

    func status(_ path: String) throws(DiskFailure) -> DiskStatus? {
        state.withLock { state in
            guard let number = state.names[path], let file = state.files[number] else { return nil }
            return DiskStatus(
                identity: FileIdentity(device: 1, inode: UInt64(number)), kind: .regular, size: file.bytes.count,
                modified: "\(file.time).000000000", permissions: file.permissions)
        }
    }

    func lock(_ descriptor: Int32, path: String, waiting seconds: Double) throws(DiskFailure) -> Bool {
        try check("lock", path)
        return state.withLock { state in
            guard let number = state.open[descriptor] else { return false }
            if let holder = state.locks[number], holder != descriptor { return false }
            state.locks[number] = descriptor
            return true
        }
    }

    func lockHolder(_ path: String) -> Int32? {
        state.withLock { state in state.names[path].flatMap { state.locks[$0] } == nil ? nil : 4321 }
    }

    func programName(of process: Int32) -> String? { nil }

    func networkFileSystem(of folder: String) -> String? { state.withLock { $0.networkFileSystem } }

    func resolved(_ path: String) -> String { path }

    var withoutLinks: any Disk { self }
}

extension DiskFailure {
    fileprivate static func missing(_ path: String) -> DiskFailure {
        DiskFailure(path: path, code: 2, reason: "No such file or directory")
    }

    fileprivate static func taken(_ path: String) -> DiskFailure {
        DiskFailure(path: path, code: 17, reason: "File exists")
    }
}
