/// The mounts of a process, as `/proc/self/mountinfo` tells them (proc_pid_mountinfo(5)).
///
///     36 35 98:0 / /home rw,noatime shared:1 - nfs4 server:/home rw
struct MountTable {
    private var mounts: [(point: [UInt8], type: ArraySlice<UInt8>)] = []

    /// - Parameter text: the bytes of the file. They stay bytes, since every start of the program reads them.
    init(_ text: [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count > 4, let dash = words.firstIndex(where: { $0.elementsEqual("-".utf8) }),
                dash + 1 < words.endIndex
            else { continue }
            mounts.append((MountTable.unescaped(words[4]), words[dash + 1]))
        }
    }

    /// The type of the file system of a path, where another machine may write to it; nil where none may.
    func networkFileSystem(of path: String) -> String? {
        let path = Array(path.utf8)
        let slash = UInt8(ascii: "/")
        let holding = mounts.filter { mount in
            mount.point == [slash]
                || path.starts(with: mount.point)
                    && (path.count == mount.point.count || path[mount.point.count] == slash)
        }
        guard let longest = holding.map(\.point.count).max(),
            let mount = holding.last(where: { $0.point.count == longest })
        else { return nil }
        let type = String(decoding: mount.type, as: UTF8.self)
        return MountTable.networkTypes.contains(type) ? type : nil
    }

    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "glusterfs", "lustre", "davfs",
        "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.davfs", "fuse.s3fs", "fuse.gvfsd-fuse",
    ]

    /// A blank, a tab, a line end or a backslash in a name stands there as three octal digits: `\040`.
    private static func unescaped(_ word: ArraySlice<UInt8>) -> [UInt8] {
        guard word.contains(UInt8(ascii: "\\")) else { return Array(word) }
        var bytes: [UInt8] = []
        var rest = word
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
