import TestSupport

@testable import DossierModel

/// One text on which public implementations of EDTF agree.
struct EDTFCase {
    let input: String
    let valid: Bool
    let level: Int?
    let earliest: String?
    let latest: String?

    /// The cases of `edtf.json`; nil where it is absent.
    static let all: [EDTFCase]? = SharedData.json("edtf.json")?.array?.compactMap { json in
        guard case .object(let object) = json, let input = object["input"]?.string, let valid = object["valid"]?.bool
        else {
            return nil
        }
        return EDTFCase(
            input: input, valid: valid, level: object["level"]?.integer, earliest: object["earliest"]?.string,
            latest: object["latest"]?.string)
    }
}
