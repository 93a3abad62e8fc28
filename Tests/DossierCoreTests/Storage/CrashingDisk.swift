import Synchronization

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

/// A disk whose power fails after so many steps that change something: that step and all after it fail.
final class CrashingDisk: Disk {
    private let disk: MemoryDisk
    private let left: Mutex<Int>

    init(_ disk: MemoryDisk, after steps: Int) {
        self.disk = disk
        left = Mutex(steps)
    }

    /// Whether the power has failed.
    var hasCrashed: Bool { left.withLock { $0 < 0 } }

    /// A session on the disk.
    func engine(_ path: String) throws(StorageError) -> Engine {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: "/work", files: DiskFiles(disk))
        return try Engine(opening: path, surroundings: surroundings, disk: self)
    }

    private func step(_ path: String) throws(DiskFailure) {
        let isLeft = left.withLock { left in
            left = max(left - 1, -1)
            return left >= 0
        }
        if !isLeft { throw DiskFailure(path: path, code: 5, reason: "Input/output error") }
    }

    func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        try step(path)
        return try disk.open(path, mode)
    }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        try step(path)
        return try disk.write(bytes, to: descriptor, path: path)
    }

    func sync(_ descriptor: Int32, path: String) throws(DiskFailure) {
        try step(path)
        try disk.sync(descriptor, path: path)
    }

    func syncFolder(_ path: String) throws(DiskFailure) {
        try step(path)
        try disk.syncFolder(path)
    }

    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        try step(path)
        try disk.truncate(descriptor, to: length, path: path)
    }

    func rename(_ path: String, to other: String, replaces: Bool) throws(DiskFailure) {
        try step(path)
        try disk.rename(path, to: other, replaces: replaces)
    }

    func link(_ path: String, to other: String) throws(DiskFailure) {
        try step(path)
        try disk.link(path, to: other)
    }

    func makeFolder(_ path: String) throws(DiskFailure) {
        try step(path)
        try disk.makeFolder(path)
    }

    func remove(_ path: String) throws(DiskFailure) {
        try step(path)
        try disk.remove(path)
    }

    func close(_ descriptor: Int32) { disk.close(descriptor) }
    func read(_ path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] { try disk.read(path, atMost: limit) }
    func bytes(of path: String, atMost limit: Int) throws(DiskFailure) -> StateBytes {
        try disk.bytes(of: path, atMost: limit)
    }
    func read(descriptor: Int32, path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try disk.read(descriptor: descriptor, path: path, atMost: limit)
    }
    var withoutLinks: any Disk { self }
    func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] { try disk.read(path, in: range) }
    func names(in folder: String) throws(DiskFailure) -> [String] { try disk.names(in: folder) }
    func status(_ path: String) throws(DiskFailure) -> DiskStatus? { try disk.status(path) }
    func lock(_ descriptor: Int32, path: String, waiting seconds: Double) throws(DiskFailure) -> Bool {
        try disk.lock(descriptor, path: path, waiting: seconds)
    }
    func read(descriptor: Int32, path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try disk.read(descriptor: descriptor, path: path, in: range)
    }
    func lockHolder(_ path: String) -> Int32? { disk.lockHolder(path) }
    func programName(of process: Int32) -> String? { disk.programName(of: process) }
    func networkFileSystem(of folder: String) -> String? { disk.networkFileSystem(of: folder) }
    func resolved(_ path: String) -> String { disk.resolved(path) }
}
