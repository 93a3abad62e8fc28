import DossierAnalysis
import DossierEngine
import DossierLanguage
import DossierStorage

/// The file in which the user's settings stand.
enum Configuration {
    /// `$XDG_CONFIG_HOME/dossier/config`, else `~/.config/dossier/config` (XDG Base Directory Specification); nil where
    /// there is no home.
    private static var path: String? {
        let folder = environment("XDG_CONFIG_HOME")
        if folder.hasPrefix("/") { return folder + "/dossier/config" }
        let home = environment("HOME")
        return home.isEmpty ? nil : home + "/.config/dossier/config"
    }

    /// The settings, and what is wrong in the file; a file that is not there says nothing.
    static func read() -> (settings: Settings, problems: [String]) {
        var settings = Settings()
        guard let path else { return (settings, []) }
        do throws(FileFailure) {
            let bytes = try DiskFiles(PosixDisk()).read(path)
            guard let text = String(validating: bytes, as: UTF8.self) else { return (settings, ["\(path): not UTF-8"]) }
            let problems = settings.read(text, from: path)
            return (settings, problems)
        } catch {
            return (settings, error.exit == .noInput ? [] : ["'\(path)' cannot be read: \(error.reason)"])
        }
    }
}
