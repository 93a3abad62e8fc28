import TestSupport

@testable import DossierModel

/// A text, and whether it is EDTF; where it is, its level and its bounds as far as they are stated.
struct EDTFCase {
    let input: String
    let valid: Bool
    let level: Int?
    let earliest: String?
    let latest: String?

    /// The cases on which public implementations agree, of `edtf.json`; none where it is absent.
    static let others: [EDTFCase] = (SharedData.json("edtf.json")?.array ?? []).compactMap { json in
        guard case .object(let object) = json, let input = object["input"]?.string, let valid = object["valid"]?.bool
        else {
            return nil
        }
        return EDTFCase(
            input: input, valid: valid, level: object["level"]?.integer, earliest: object["earliest"]?.string,
            latest: object["latest"]?.string)
    }
}
