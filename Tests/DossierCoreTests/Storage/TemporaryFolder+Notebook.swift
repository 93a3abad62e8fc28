import TestSupport

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierStorage

extension TemporaryFolder {
    /// A notebook with this folder as its own, over the real disk.
    func notebook(_ name: String = "a.json", readOnly: Bool = false) throws(StorageError) -> Notebook {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: path, files: DiskFiles(PosixDisk()))
        return try Notebook(
            opening: path + "/" + name, surroundings: surroundings, disk: PosixDisk(),
            access: readOnly ? .reader : .person(waiting: 0))
    }
}

extension Notebook {
    /// Runs commands, their answers left aside.
    func run(_ text: String) throws(Diagnostic) { try run(SourceText(text)) { _ in } }
}
