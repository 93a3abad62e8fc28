import Glibc
import TestSupport

/// A file system of a few kilobytes, gone with the value that stands for it; only root can have one.
final class SmallDisk {
    private let folder: TemporaryFolder

    /// Mounts it; nil where the system does not allow it.
    init?(kilobytes: Int) {
        guard let folder = try? TemporaryFolder() else { return nil }
        self.folder = folder
        let words = ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "dossier", folder.path]
        if !SmallDisk.run("/bin/mount", words) { return nil }
    }

    deinit { _ = SmallDisk.run("/bin/umount", ["-l", folder.path]) }

    /// Whether the system allows it.
    static let isPossible = SmallDisk(kilobytes: 16) != nil

    /// The path of a file on it.
    func file(_ name: String) -> String { folder.file(name) }

    /// What stands on it, in order.
    var names: [String] { folder.names }

    /// Takes kilobytes of it up with a file.
    func fill(_ name: String, kilobytes: Int) throws {
        try folder.write(Array(repeating: 0, count: kilobytes * 1_024), to: name)
    }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var id = pid_t()
        var status: Int32 = 0
        guard Dossier.spawning.withLock({ _ in posix_spawn(&id, program, &actions, nil, &words, environ) }) == 0 else {
            return false
        }
        return waitpid(id, &status, 0) == id && status == 0
    }
}
