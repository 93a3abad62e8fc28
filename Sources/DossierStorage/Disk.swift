import DossierModel

/// The only interface to the file system: every open, read, write, sync, rename and truncate goes through it, so tests can make
/// each of them fail.
package protocol Disk: Sendable {
    /// Opens a file and gives its descriptor.
    func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32

    /// Closes a descriptor.
    func close(_ descriptor: Int32)

    /// Writes bytes at the end of what is written; gives how many the system took.
    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int

    /// Waits until what was written is on the medium.
    func sync(_ descriptor: Int32, path: String) throws(DiskFailure)

    /// Waits until the names in a folder are on the medium.
    func syncFolder(_ path: String) throws(DiskFailure)

    /// Cuts a file to a length.
    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure)

    /// Gives a file another name: in the place of one that is there, or only where the name is free.
    func rename(_ path: String, to other: String, replaces: Bool) throws(DiskFailure)

    /// Makes a folder, mode 0777 less the mask; one that is there stays as it is.
    func makeFolder(_ path: String) throws(DiskFailure)

    /// Removes a file.
    func remove(_ path: String) throws(DiskFailure)

    /// The bytes of a regular file; one of more bytes than the limit is a failure.
    func read(_ path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8]

    /// The same bytes as they stand, without a copy where that is worth while.
    func bytes(of path: String, atMost limit: Int) throws(DiskFailure) -> StateBytes

    /// The bytes of a range of a file, as far as the file reaches.
    func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8]

    /// The bytes of a range of an open file, whatever stands under its path by now.
    func read(descriptor: Int32, path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8]

    /// The bytes that come through a descriptor that was open when the program started, to their end.
    func read(descriptor: Int32, path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8]

    /// Gives a file a second name, which must be free.
    func link(_ path: String, to other: String) throws(DiskFailure)

    /// The names in a folder, in no order.
    func names(in folder: String) throws(DiskFailure) -> [String]

    /// What the system knows of a file, links followed; nil where there is none.
    func status(_ path: String) throws(DiskFailure) -> DiskStatus?

    /// Takes the advisory lock of an open file; false where another still holds it after so many seconds.
    func lock(_ descriptor: Int32, path: String, waiting seconds: Double) throws(DiskFailure) -> Bool

    /// The process that holds the lock of a file, where the system says so.
    func lockHolder(_ path: String) -> Int32?

    /// The name of the program that a process runs, where the system says so.
    func programName(of process: Int32) -> String?

    /// The name of the network file system that a folder lies on; nil where it lies on this machine.
    func networkFileSystem(of folder: String) -> String?

    /// The path with every symbolic link followed: where a file stands, or would stand once it is made.
    func resolved(_ path: String) -> String

    /// The same files where a path that leads over a symbolic link is a failure. A path that was resolved and looked at before
    /// then leads to what was looked at, whatever is put in its place meanwhile.
    var withoutLinks: any Disk { get }
}

extension Disk {
    /// The bytes of a file of data.
    package func read(_ path: String) throws(DiskFailure) -> [UInt8] { try read(path, atMost: FileLimit.data) }

    /// The bytes of a file of data, without a copy where that is worth while.
    package func bytes(of path: String) throws(DiskFailure) -> StateBytes {
        try bytes(of: path, atMost: FileLimit.data)
    }

    /// Takes the advisory lock of an open file; false where another holds it.
    package func lock(_ descriptor: Int32, path: String) throws(DiskFailure) -> Bool {
        try lock(descriptor, path: path, waiting: 0)
    }

    /// Writes all of the bytes, however many the system takes at a time.
    ///
    /// - Throws: why the disk refuses; a part may then be written.
    package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            rest = rest.dropFirst(try write(UnsafeRawBufferPointer(rebasing: rest), to: descriptor, path: path))
        }
    }

    /// Writes all bytes of a piece of an array.
    ///
    /// - Throws: why the disk refuses; a part may then be written.
    package func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, path: String) throws(DiskFailure) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(DiskFailure) in
            try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor, path: path)
        }
    }
}

/// How a file is opened.
package enum DiskMode: Sendable {
    /// To add at its end; made where it is not there, mode 0666 less the mask.
    case append
    /// To write anew; it must not be there. It has these permissions from its first byte on, else mode 0666 less the mask.
    case create(permissions: UInt32? = nil)
    /// To write to what is there: a pipe, a terminal, a device.
    case existing
}

/// What makes a file the same under all of its names.
package struct FileIdentity: Sendable, Hashable {
    /// The file system.
    package let device: UInt64
    /// The file's number there.
    package let inode: UInt64
}

/// What the system knows of a file.
package struct DiskStatus: Sendable, Hashable {
    /// Which file it is.
    package let identity: FileIdentity
    /// What sort of file it is.
    package let kind: Kind
    /// Bytes.
    package let size: Int
    /// The time of the last modification, `SECONDS.NANOSECONDS` since 1970.
    package let modified: String
    /// Its permissions, so that a file written anew keeps them.
    package let permissions: UInt32

    /// The sorts of file that are told apart.
    package enum Kind: Sendable {
        /// It holds bytes, and can be replaced as a whole.
        case regular
        /// It holds files.
        case folder
        /// A pipe, a terminal, a device, a socket: what is written to it goes elsewhere.
        case other
    }

    /// Whether it is a folder.
    package var isFolder: Bool { kind == .folder }
}

/// The operating system refused an operation: which path, and why.
package struct DiskFailure: Error, Sendable, Hashable {
    /// The file.
    package let path: String
    /// The system's number, errno(3); 0 where the program refuses the file for what it is.
    package let code: Int32
    /// What the system says, or what the file is.
    package let reason: String
}
