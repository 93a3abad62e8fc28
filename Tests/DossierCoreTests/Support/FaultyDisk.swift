import Synchronization

@testable import DossierModel
@testable import DossierStorage

/// A disk whose operations are counted, and of which one, or all from one on, go wrong.
final class FaultyDisk: Disk {
    private struct State {
        var operations: [String] = []
        var fault: (Fault, at: Int)?
        var isMended = false
        /// Whether the next write fails, since the one before was cut short.
        var isFull = false
        var hits: [String] = []
    }

    /// What goes wrong.
    struct Fault: CustomStringConvertible {
        let code: Int32
        let reason: String
        /// Whether a write takes half of its bytes first.
        var isShort = false
        /// Whether it goes wrong from then on, wherever it can.
        var isLasting = false
        /// The operations that can go wrong so; nil where all can.
        var operations: Set<String>?

        var description: String { "\(isShort ? "short write, " : "")\(reason)\(isLasting ? " for good" : "")" }

        /// A write that takes half of its bytes and is no failure.
        static let shortWrite = Fault(code: 0, reason: "none", isShort: true, operations: ["write"])
        /// The machine has stopped.
        static let powerCut = Fault(code: 5, reason: "the power is cut", isLasting: true)
    }

    let disk: MemoryDisk
    private let state = Mutex(State())

    init(_ disk: MemoryDisk, fault: Fault? = nil, at index: Int = 0) {
        self.disk = disk
        state.withLock { state in state.fault = fault.map { ($0, at: index) } }
    }

    /// The operations so far.
    var operations: [String] { state.withLock { $0.operations } }

    /// The operations that went wrong.
    var hits: [String] { state.withLock { $0.hits } }

    /// Makes everything go well from now on.
    func mend() { state.withLock { $0.isMended = true } }

    /// Counts an operation; gives what goes wrong with it.
    private func fault(_ operation: String, _ path: String) -> Fault? {
        state.withLock { state in
            state.operations.append(operation)
            guard let (fault, index) = state.fault, !state.isMended else { return nil }
            let isHit =
                state.isFull || (fault.isLasting ? state.operations.count > index : state.operations.count == index + 1)
            state.isFull = false
            guard isHit, fault.operations?.contains(operation) ?? true else { return nil }
            state.hits.append("\(operation) \(path)")
            return fault
        }
    }

    private func check(_ operation: String, _ path: String) throws(DiskFailure) {
        guard let fault = fault(operation, path), fault.code != 0 else { return }
        throw DiskFailure(path: path, code: fault.code, reason: fault.reason)
    }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        guard let fault = fault("write", path) else { return try disk.write(bytes, to: descriptor, path: path) }
        if fault.isShort, bytes.count > 1, !hits.dropLast().contains("write \(path)") {
            state.withLock { $0.isFull = fault.code != 0 }
            return try disk.write(
                UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)), to: descriptor, path: path)
        }
        if fault.code == 0 { return try disk.write(bytes, to: descriptor, path: path) }
        throw DiskFailure(path: path, code: fault.code, reason: fault.reason)
    }

    func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        try check("open", path)
        return try disk.open(path, mode)
    }

    func close(_ descriptor: Int32) { disk.close(descriptor) }

    func sync(_ descriptor: Int32, path: String) throws(DiskFailure) {
        try check("sync", path)
        try disk.sync(descriptor, path: path)
    }

    func syncFolder(_ path: String) throws(DiskFailure) {
        try check("syncFolder", path)
        try disk.syncFolder(path)
    }

    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        try check("truncate", path)
        try disk.truncate(descriptor, to: length, path: path)
    }

    func rename(_ path: String, to other: String, replaces: Bool) throws(DiskFailure) {
        try check("rename", other)
        try disk.rename(path, to: other, replaces: replaces)
    }

    // Names are only asked for to clear up; no command depends on them.
    func names(in folder: String) throws(DiskFailure) -> [String] { try disk.names(in: folder) }

    func makeFolder(_ path: String) throws(DiskFailure) {
        try check("makeFolder", path)
        try disk.makeFolder(path)
    }

    func remove(_ path: String) throws(DiskFailure) {
        try check("remove", path)
        try disk.remove(path)
    }

    func read(_ path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        return try disk.read(path, atMost: limit)
    }

    func read(descriptor: Int32, path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try read(path, atMost: limit)
    }

    func bytes(of path: String, atMost limit: Int) throws(DiskFailure) -> StateBytes {
        StateBytes(try read(path, atMost: limit))
    }

    func read(descriptor: Int32, path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        return try disk.read(descriptor: descriptor, path: path, in: range)
    }

    func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try check("read", path)
        return try disk.read(path, in: range)
    }

    func link(_ path: String, to other: String) throws(DiskFailure) {
        try check("link", other)
        try disk.link(path, to: other)
    }

    func status(_ path: String) throws(DiskFailure) -> DiskStatus? {
        try check("status", path)
        return try disk.status(path)
    }

    func lock(_ descriptor: Int32, path: String, waiting seconds: Double) throws(DiskFailure) -> Bool {
        try check("lock", path)
        return try disk.lock(descriptor, path: path, waiting: seconds)
    }

    func lockHolder(_ path: String) -> Int32? { disk.lockHolder(path) }

    func programName(of process: Int32) -> String? { disk.programName(of: process) }

    func networkFileSystem(of folder: String) -> String? { disk.networkFileSystem(of: folder) }

    func resolved(_ path: String) -> String { path }

    var withoutLinks: any Disk { self }
}
