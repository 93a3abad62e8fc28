import TestSupport

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierStorage

extension TemporaryFolder {
    /// A notebook with this folder as its own, over the real disk.
    func engine(_ name: String = "a.json", readOnly: Bool = false) throws(StorageError) -> Engine {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: path, files: DiskFiles(PosixDisk()))
        return try Engine(
            opening: path + "/" + name, surroundings: surroundings, disk: PosixDisk(),
            access: readOnly ? .reader : .person(waiting: 0))
    }
}

extension Engine {
    /// Runs commands, their answers left aside.
    func run(_ text: String) throws(Diagnostic) { try run(SourceText(text)) { _ in } }
}
