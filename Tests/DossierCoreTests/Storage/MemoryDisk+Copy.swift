@testable import DossierCore

extension MemoryDisk {
    /// The same files as a process finds them that comes after a crash: nothing is open, nothing locked.
    var unlocked: MemoryDisk {
        let copy = MemoryDisk()
        for name in ["/work/a.json", "/work/a.log", "/work/a.json.new"] {
            if let bytes = self[name] { copy[name] = bytes }
        }
        return copy
    }
}
