import Glibc

/// The paths that begin with a text, for completion; `~/` is the home folder, as where a command opens them.
enum PathList {
    static func paths(_ typed: String) -> [String] {
        let slash = typed.lastIndex(of: "/")
        let folder = slash.map { String(typed[...$0]) } ?? ""
        let name = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
        guard let directory = opendir(place(of: folder)) else { return [] }
        defer { closedir(directory) }
        var found: [String] = []
        while let entry = readdir(directory) {
            let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard file != ".", file != "..", file.hasPrefix(name), name.hasPrefix(".") || !file.hasPrefix(".") else {
                continue
            }
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            found.append(folder + file + (isFolder ? "/" : ""))
        }
        return found.sorted()
    }

    private static func place(of folder: String) -> String {
        let home = environment("HOME")
        if folder.isEmpty { return "." }
        return folder.hasPrefix("~/") && home.hasPrefix("/") ? home + folder.dropFirst() : folder
    }
}
