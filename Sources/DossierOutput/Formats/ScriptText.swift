import DossierModel
import DossierText

/// Values as they are typed in a script.
package enum ScriptText {
    /// A value: bare where it reads as one word, else in quotation marks; a reference is always bare.
    package static func word(_ value: FieldValue) -> String {
        let text = value.typed
        if case .reference = value { return text }
        return isBare(text) ? text : quoted(text)
    }

    /// A text in quotation marks; over several lines where that reads better and says the same.
    package static func quoted(_ text: String) -> String {
        let isPlainLines =
            text.utf8.contains(0x0A) && !text.utf8.contains(0x0D) && !text.utf8Contains("\"\"\"")
            && text.utf8.last != UInt8(ascii: "\"")
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
        if isPlainLines { return "\"\"\"\n" + text + "\"\"\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                    quoted += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }

    private static func isBare(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'") else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                ? scalar.value > 0x20 && scalar.value < 0x7F && scalar != "\\" : scalar.properties.isAlphabetic
        }
    }
}
