/// XML 1.0 (fifth edition), written element by element, each on a line of its own.
struct XMLWriter {
    /// What was written so far.
    private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    private var depth = 0

    /// A name with a value, as in a start tag.
    typealias Attribute = (name: String, value: String)

    /// An element with other elements in it.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], _ content: (inout XMLWriter) -> Void) {
        open(name, attributes, ">\n")
        depth += 1
        content(&self)
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// An element with text in it.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text content: String) {
        open(name, attributes, ">")
        text += XMLText.escaped(content) + "</\(name)>\n"
    }

    /// An element with nothing in it.
    mutating func element(_ name: String, _ attributes: [Attribute]) { open(name, attributes, "/>\n") }

    private mutating func open(_ name: String, _ attributes: [Attribute], _ end: String) {
        indent()
        text += "<" + name
        for attribute in attributes { text += " \(attribute.name)=\"\(XMLText.escaped(attribute.value))\"" }
        text += end
    }

    private mutating func indent() { text += String(repeating: "  ", count: depth) }
}

/// Text in XML 1.0.
enum XMLText {
    /// Whether XML can carry a text: its section 2.2 leaves out most controls and two noncharacters, also as references.
    static func carries(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isCharacter) }

    /// The text for an element or for an attribute between double quotes. Line ends and tabs are references, since readers make
    /// other white space of them; U+FFFD stands for what XML cannot carry.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            default: escaped.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
