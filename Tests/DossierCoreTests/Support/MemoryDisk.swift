import Synchronization

@testable import DossierCore

/// A disk in memory, so that storage can be tested without files. Two notebooks that share it see the same files.
final class MemoryDisk: Disk {
    private struct State {
        var files: [String: [UInt8]] = [:]
        var open: [Int32: String] = [:]
        var locks: [String: Int32] = [:]
        var next: Int32 = 3
        var clock = 0
        var times: [String: Int] = [:]
        var failures: [String: DiskFailure] = [:]
        var bytesRead: [String: Int] = [:]
        var networkFileSystem: String?
    }

    private let state = Mutex(State())

    init(_ files: [String: String] = [:]) {
        state.withLock { state in state.files = files.mapValues { Array($0.utf8) } }
    }

    /// The bytes of a file; nil where there is none.
    subscript(path: String) -> [UInt8]? {
        get { state.withLock { $0.files[path] } }
        set {
            state.withLock { state in
                state.files[path] = newValue
                state.clock += 1
                state.times[path] = state.clock
            }
        }
    }

    /// How many bytes were read of a file so far.
    func bytesRead(of path: String) -> Int { state.withLock { $0.bytesRead[path, default: 0] } }

    /// Says that all files lie on a network.
    func lieOnNetwork(_ name: String) { state.withLock { $0.networkFileSystem = name } }

    /// Turns a bit of a file over, as a medium does: size and time stay.
    func turnBit(of path: String, at index: Int, bit: UInt8 = 1) { state.withLock { $0.files[path]?[index] ^= bit } }

    /// The text of a file.
    func text(_ path: String) -> String? { self[path].map { String(decoding: $0, as: UTF8.self) } }

    /// Makes an operation (`write`, `sync`, `open`, `rename`, `truncate`, `read`, `link`, `lock`) fail from now on; nil mends it.
    ///
    /// `code` is the system's number, 28 for a full disk.
    func fail(_ operation: String, _ reason: String?, code: Int32 = 28) {
        state.withLock { state in
            state.failures[operation] = reason.map { DiskFailure(path: "", code: code, reason: $0) }
        }
    }

    private func check(_ operation: String, _ path: String) throws(DiskFailure) {
        if let failure = state.withLock({ $0.failures[operation] }) {
            throw DiskFailure(path: path, code: failure.code, reason: failure.reason)
        }
    }

    func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        try check("open", path)
        let descriptor: Int32? = state.withLock { state in
            if mode == .create, state.files[path] != nil { return nil }
            if state.files[path] == nil {
                state.files[path] = []
                state.clock += 1
                state.times[path] = state.clock
            }
            state.next += 1
            state.open[state.next] = path
            return state.next
        }
        guard let descriptor else { throw DiskFailure(path: path, code: 17, reason: "File exists") }
        return descriptor
    }

    func close(_ descriptor: Int32) {
        state.withLock { state in
            if let path = state.open[descriptor], state.locks[path] == descriptor { state.locks[path] = nil }
            state.open[descriptor] = nil
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        try check("write", path)
        return state.withLock { state in
            guard let path = state.open[descriptor] else { return bytes.count }
            state.files[path, default: []] += bytes
            state.clock += 1
            state.times[path] = state.clock
            return bytes.count
        }
    }

    func sync(_ descriptor: Int32, path: String) throws(DiskFailure) { try check("sync", path) }

    func syncFolder(_ path: String) throws(DiskFailure) { try check("syncFolder", path) }

    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        try check("truncate", path)
        state.withLock { state in
            guard let path = state.open[descriptor], let bytes = state.files[path] else { return }
            state.files[path] = Array(bytes.prefix(length))
        }
    }

    func rename(_ path: String, to other: String) throws(DiskFailure) {
        try check("rename", other)
        state.withLock { state in
            state.files[other] = state.files.removeValue(forKey: path)
            state.times[other] = state.times.removeValue(forKey: path)
        }
    }

    func link(_ path: String, to other: String) throws(DiskFailure) {
        try check("link", other)
        state.withLock { state in
            state.files[other] = state.files[path]
            state.times[other] = state.times[path]
        }
    }

    func remove(_ path: String) throws(DiskFailure) {
        state.withLock { $0.files[path] = nil }
    }

    func bytes(of path: String) throws(DiskFailure) -> StateBytes { StateBytes(try read(path)) }

    func read(_ path: String) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        guard let bytes = self[path] else {
            throw DiskFailure(path: path, code: 2, reason: "No such file or directory")
        }
        state.withLock { $0.bytesRead[path, default: 0] += bytes.count }
        return bytes
    }

    func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        guard let bytes = self[path] else {
            throw DiskFailure(path: path, code: 2, reason: "No such file or directory")
        }
        let part = Array(bytes[range.clamped(to: bytes.indices)])
        state.withLock { $0.bytesRead[path, default: 0] += part.count }
        return part
    }

    func status(_ path: String) throws(DiskFailure) -> DiskStatus? {
        state.withLock { state in
            state.files[path].map { bytes in
                DiskStatus(
                    size: bytes.count, modified: "\(state.times[path] ?? 0).000000000", permissions: 0o644,
                    isFolder: false)
            }
        }
    }

    func lock(_ descriptor: Int32, path: String) throws(DiskFailure) -> Bool {
        try check("lock", path)
        return state.withLock { state in
            guard let path = state.open[descriptor] else { return false }
            if let holder = state.locks[path], holder != descriptor { return false }
            state.locks[path] = descriptor
            return true
        }
    }

    func lockHolder(_ path: String) -> Int32? { state.withLock { $0.locks[path] == nil ? nil : 4321 } }

    func programName(of process: Int32) -> String? { nil }

    func networkFileSystem(of folder: String) -> String? { state.withLock { $0.networkFileSystem } }

    func resolved(_ path: String) -> String { path }
}
