import Glibc

/// Files that are there as long as the value that stands for them.
final class TemporaryFiles {
    let path: String
    private let names: [String]

    init(_ files: [String: String]) {
        var template = Array("/tmp/dossier-benchmark-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        path = made ?? "/tmp"
        names = Array(files.keys)
        for (name, text) in files { Workplace.write(Array(text.utf8), to: path + "/" + name) }
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
