import DossierAnalysis
import DossierLanguage
import DossierModel

/// Another session of Dossier, as it was saved.
package struct SessionImporter: Importer {
    package static let name = "session"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name, "another session's state, NAME.json: all its records, under their ids",
        settings: [
            FieldDefinition(
                FieldName("prefix"), .text, "prefix=a- is put before every imported id")
        ],
        hasRows: false, endings: ["json"],
        examples: [
            Example(
                "the records of a colleague, under ids of their own", "import session other.json prefix=b-",
                reading: Example.File(
                    "other.json",
                    #"{"dossier": {"format": 1}, "notes": [{"id": "n1", "title": "All figures come from one origin"}]}"#
                        + "\n"), answer: "imported 1 note from other.json")
        ])

    /// Reads the records.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        do throws(StateFault) {
            let work = Work("reading \(file.path.text)", .bytes, of: file.bytes.count, for: nil)
            return .records(try StateReader.session(of: file.bytes, as: work))
        } catch {
            throw file.diagnostic(FileFault.notASession(error, of: file))
        }
    }
}

extension FileFault {
    fileprivate static func notASession(_ fault: StateFault, of file: ImportedFile) -> FileFault {
        switch fault {
        case .json(let error): FileFault(error.problem, at: error.offset)
        case .content(let problem): FileFault("it is not a session: \(problem)", at: file.start)
        case .format(let number):
            FileFault("it is a session of format \(number), which needs a newer version", at: file.start)
        case .cancelled: FileFault("it was not read", at: file.start)
        }
    }
}
