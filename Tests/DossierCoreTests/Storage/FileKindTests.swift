import Glibc
import TestSupport
import Testing

@testable import DossierStorage

@Suite("what is read is a regular file of a known size") struct FileKindTests {
    private let disk = PosixDisk()
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(["ten": "0123456789"]) }

    private func refusal(of path: String, atMost limit: Int = 100) -> String {
        do throws(DiskFailure) {
            let bytes = try disk.read(path, atMost: limit)
            return "\(bytes.count) bytes"
        } catch {
            #expect(error.path == path)
            return "\(error.code): \(error.reason)"
        }
    }

    @Test("a FIFO, a device, a socket and a folder are told by their kind, and none of them is waited for")
    func kinds() throws {
        #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
        #expect(refusal(of: folder.file("fifo")) == "0: it is a FIFO, not a regular file")
        #expect(refusal(of: "/dev/zero") == "0: it is a device, not a regular file")
        #expect(refusal(of: folder.path) == "0: it is a folder, not a regular file")
        let listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listening) }
        var address = sockaddr_un(sun_family: sa_family_t(AF_UNIX), sun_path: folder.file("socket"))
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listening, $0, size) == 0 }
        }
        try #require(isBound)
        #expect(refusal(of: folder.file("socket")) == "0: it is a socket, not a regular file")
    }

    @Test("a file is read up to its limit, and one that is larger is told by its size")
    func limits() throws {
        #expect(refusal(of: folder.file("ten"), atMost: 10) == "10 bytes")
        #expect(refusal(of: folder.file("ten"), atMost: 9) == "0: it is 10 bytes; the limit is 9 bytes")
        let sparse = open(folder.file("sparse"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(sparse) }
        try #require(ftruncate(sparse, 20 << 30) == 0)
        #expect(
            refusal(of: folder.file("sparse"), atMost: FileLimit.document)
                == "0: it is 20 GiB; the limit is 64 MiB")
        #expect(throws: DiskFailure.self) { try disk.bytes(of: folder.file("sparse")) }
    }

    @Test("a file of the system, which says that it has no bytes, is read to its end and no farther than its limit")
    func withoutSize() throws {
        #expect(try disk.read("/proc/self/status", atMost: 1 << 20).starts(with: "Name:".utf8))
        #expect(refusal(of: "/proc/self/status", atMost: 10) == "0: it is larger; the limit is 10 bytes")
    }

    @Test("a log is no FIFO and no device either")
    func appending() throws {
        #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
        for (path, kind) in [(folder.file("fifo"), "a FIFO"), ("/dev/null", "a device")] {
            let failure = #expect(throws: DiskFailure.self) { _ = try disk.open(path, .append) }
            #expect(failure?.reason == "it is \(kind), not a regular file")
        }
    }

    @Test(
        "sizes in words never look smaller than they are",
        arguments: [
            (9, "9 bytes"), (1 << 10, "1 KiB"), (1_025, "1.1 KiB"), (64 << 20, "64 MiB"),
            ((64 << 20) + 1, "64.1 MiB"), ((1 << 30) - 1, "1024 MiB"), (20 << 30, "20 GiB"),
        ])
    func sizes(bytes: Int, text: String) { #expect(FileLimit.text(of: bytes) == text) }
}

extension sockaddr_un {
    /// An address that is a path, which must not be long.
    fileprivate init(sun_family: sa_family_t, sun_path path: String) {
        self.init()
        self.sun_family = sun_family
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    }
}
