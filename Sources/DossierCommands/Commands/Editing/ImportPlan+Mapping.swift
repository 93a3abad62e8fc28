import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierModel

extension ImportPlan {
    /// Reads a call, with the mapping that it names; the path of one is read as that of the file is.
    ///
    /// - Throws: a diagnostic where a setting does not make sense, or the mapping cannot be read.
    package init(_ call: Call, in surroundings: Surroundings) throws(Diagnostic) {
        switch try MappingFile.name(in: call) {
        case nil: try self.init(call)
        case .ready(let mapping)?:
            let text = SourceText(mapping.text, name: mapping.name + ".mapping")
            try self.init(call, mapping: try MappingFile.fields(of: text))
        case .file(let path)?:
            let text = try SourceText(mapping: path, surroundings)
            try self.init(call, mapping: try MappingFile.fields(of: text))
        }
    }

    /// Where what was given is to be saved as a mapping; nil where it is not.
    ///
    /// - Throws: a diagnostic where a script may not write there.
    package func mappingDestination(in surroundings: Surroundings) throws(Diagnostic) -> Destination? {
        guard let path = setting("save-mapping")?.token else { return nil }
        return try Folder(surroundings).destination(path, overwrites: call.has(.overwrite))
    }
}

extension SourceText {
    /// The text of a saved mapping.
    fileprivate convenience init(mapping path: Token, _ surroundings: Surroundings) throws(Diagnostic) {
        let resolved = try Folder(surroundings).readable(path, mayBeAtHome: true)
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try surroundings.files.withoutLinks.read(resolved) } catch {
            throw .unreadable(error, at: path.place)
        }
        let name = surroundings.isScript ? surroundings.shown(resolved) : path.text
        if let offset = UTF8Check.firstFault(in: bytes) { throw .notUTF8(name, at: path.place, bytes, offset) }
        self.init(bytes: bytes, name: name)
    }
}
