/// The lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11).
struct ICSText {
    private var scalars = String.UnicodeScalarView()
    /// Whether control characters were left out, which a calendar cannot hold.
    private(set) var lacksControls = false

    /// The greatest length of a line in octets, without its end.
    private static let greatestLength = 75

    /// What was written.
    var text: String { String(scalars) }

    /// Writes a property whose value is no text.
    mutating func write(_ name: String, _ value: String) { fold(name + ":" + value) }

    /// Writes a property that is a text.
    mutating func write(_ name: String, text: String) { write(name, texts: [text]) }

    /// Writes a property that is a list of texts.
    mutating func write(_ name: String, texts: [String]) {
        fold(name + ":" + texts.map { escaped($0) }.joined(separator: ","))
    }

    /// Breaks a line where the next character would be too much; what follows begins with a space.
    private mutating func fold(_ line: String) {
        var length = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if length + width > ICSText.greatestLength {
                scalars.append(contentsOf: "\r\n ".unicodeScalars)
                length = 1
            }
            scalars.append(scalar)
            length += width
        }
        scalars.append(contentsOf: "\r\n".unicodeScalars)
    }

    private mutating func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n" where last == "\r": break
            case "\n", "\r": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\t": escaped.append(scalar)
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    lacksControls = true
                } else {
                    escaped.append(scalar)
                }
            }
            last = scalar
        }
        return String(escaped)
    }
}
