/// Text in YAML 1.2 (section 7.3.1): between double quotes, where each character can stand and no other meaning is read into one.
enum YAMLText {
    /// The text in quotes; what YAML or its readers do not take as it is stands as an escape.
    static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted.append(contentsOf: "\\\(scalar)".unicodeScalars)
            case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
            case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
            case _ where isEscaped(scalar): quoted.append(contentsOf: escape(scalar).unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        return String(quoted) + "\""
    }

    /// A list of texts in quotes.
    static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

    /// Controls, line and paragraph separators, the byte order mark and noncharacters.
    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (letter, count) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: count - digits.utf8.count) + digits
    }
}
