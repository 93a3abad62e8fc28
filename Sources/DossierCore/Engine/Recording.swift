/// A script that is being recorded: each command is on the medium before the next prompt.
final class Recording {
    let path: String
    private let disk: any Disk
    private let descriptor: Int32

    init(path: String, disk: any Disk) throws(DiskFailure) {
        self.path = path
        self.disk = disk
        descriptor = try disk.open(path, .append)
    }

    func append(_ command: String) throws(DiskFailure) {
        var rest = Array((command + "\n").utf8)[...]
        while !rest.isEmpty { rest = rest.dropFirst(try disk.write(rest, to: descriptor, path: path)) }
        try disk.sync(descriptor, path: path)
    }

    func close() { disk.close(descriptor) }
}
