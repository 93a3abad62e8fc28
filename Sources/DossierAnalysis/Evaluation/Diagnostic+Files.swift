import DossierLanguage

extension Diagnostic {
    /// A file cannot be read.
    package static func unreadable(_ failure: FileFailure, at place: Place) -> Diagnostic {
        Diagnostic(
            .unreadableFile, "'\(failure.path)' cannot be read: \(failure.reason)", at: place, exit: failure.exit)
    }

    /// The bytes of a file are not UTF-8, from an offset on.
    package static func notUTF8(_ path: String, at place: Place, _ bytes: [UInt8], _ offset: Int) -> Diagnostic {
        let hex = String(bytes[offset], radix: 16, uppercase: true)
        let byte = hex.count == 1 ? "0" + hex : hex
        return Diagnostic(
            .notUTF8, "'\(path)' is not UTF-8: byte \(offset + 1) is \(byte)", at: place,
            notes: ["'iconv -f ENCODING -t UTF-8' converts it"], exit: .badData)
    }
}
