/// The mounts of a process, as `/proc/self/mountinfo` tells them (proc_pid_mountinfo(5)).
///
///     36 35 98:0 / /home rw,noatime shared:1 - nfs4 server:/home rw
struct MountTable {
    private var mounts: [(point: String, type: String)] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 4, let dash = words.firstIndex(of: "-"), dash + 1 < words.endIndex else { continue }
            mounts.append((MountTable.unescaped(words[4]), String(words[dash + 1])))
        }
    }

    /// The type of the file system of a path, where another machine may write to it; nil where none may.
    func networkFileSystem(of path: String) -> String? {
        let holding = mounts.filter { $0.point == "/" || path == $0.point || path.hasPrefix($0.point + "/") }
        guard let longest = holding.map(\.point.utf8.count).max(),
            let mount = holding.last(where: { $0.point.utf8.count == longest })
        else { return nil }
        return MountTable.networkTypes.contains(mount.type) ? mount.type : nil
    }

    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "glusterfs", "lustre", "davfs",
        "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.davfs", "fuse.s3fs", "fuse.gvfsd-fuse",
    ]

    /// A blank, a tab, a line end or a backslash in a name stands there as three octal digits: `\040`.
    private static func unescaped(_ word: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(word.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
