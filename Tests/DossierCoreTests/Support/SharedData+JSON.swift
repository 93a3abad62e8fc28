import TestSupport

@testable import DossierModel

extension SharedData {
    /// A file of JSON; nil where it is absent.
    static func json(_ name: String) -> JSONValue? {
        exists(name) ? try? JSONReader.read(bytes(of: name)) : nil
    }

    /// The strings of a file that is a list of them; nil where it is absent.
    static func strings(_ name: String) -> [String]? { json(name)?.array?.compactMap(\.string) }
}
