@testable import DossierCore

extension MemoryDisk {
    /// The same files as a process finds them that comes after a crash: nothing is open, nothing locked.
    var unlocked: MemoryDisk {
        let copy = MemoryDisk()
        for name in ["a.json", "a.log", "a.json.new", "a.log.new", "a.log.1", "a.log.2"].map({ "/work/" + $0 }) {
            if let bytes = self[name] { copy[name] = bytes }
        }
        return copy
    }
}
