import Testing

@testable import DossierModel
@testable import DossierText

/// All texts and numbers of an export, as its reader gets them.
struct ExportedText {
    private var texts = ""
    private let format: String

    /// Reads an export.
    init(_ text: String, of format: String) throws {
        self.format = format
        switch format {
        case "ics": texts = ExportedText.withoutControls(try ExportedText.calendar(text))
        case "ftm": for line in text.utf8.split(separator: 0x0A) { take(try ExportedText.json(Array(line))) }
        default: take(try ExportedText.json(Array(text.utf8)))
        }
    }

    private static func json(_ bytes: [UInt8]) throws -> JSONValue {
        try JSONReader.read(bytes, duplicateKeys: .refused)
    }

    /// Whether a text stands in it, also as an element of a list, in which quotation marks are doubled.
    func contains(_ text: String) -> Bool {
        let text = format == "ics" ? ExportedText.withoutControls(text) : text
        return texts.utf8Contains(text) || texts.utf8Contains(text.replacing("\"", with: "\"\""))
    }

    private mutating func take(_ value: JSONValue) {
        switch value {
        case .string(let text): texts += (format == "timelinejs" ? ExportedText.shown(text) : text) + "\u{0}"
        case .number(let number): texts += number.text + "\u{0}"
        case .array(let elements): for element in elements { take(element) }
        case .object(let object): for member in object.members { take(member.value) }
        case .null, .bool: return
        }
    }

    /// What a browser shows for HTML.
    private static func shown(_ html: String) -> String {
        [("<br>", "\n"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(html) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    /// The values of a calendar, unfolded and with their escapes resolved.
    private static func calendar(_ text: String) throws -> String {
        var scalars = String.UnicodeScalarView()
        var isEscaped = false
        let unfolded = Array(text.unicodeScalars)
        var index = 0
        while index < unfolded.count {
            let scalar = unfolded[index]
            if scalar == "\r" {
                #expect(index + 1 < unfolded.count && unfolded[index + 1] == "\n")
                index += index + 2 < unfolded.count && unfolded[index + 2] == " " ? 3 : 1
                continue
            }
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                scalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
                isEscaped = false
            }
            index += 1
        }
        return String(scalars)
    }

    /// A text as a calendar can hold it.
    private static func withoutControls(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isControl =
                scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r" || scalar.value == 0x7F
            if scalar == "\r" || scalar == "\n" && last != "\r" { scalars.append("\n") }
            if !isControl, scalar != "\r", scalar != "\n" { scalars.append(scalar) }
            last = scalar
        }
        return String(scalars)
    }
}
