import Testing

/// An element of XML as it is read: by the rules of XML 1.0 for what the program writes, and strict in what those forbid.
struct ReadXML {
    let name: String
    let attributes: [String: String]
    private(set) var children: [ReadXML] = []
    private(set) var text = ""

    /// The elements of a name, below this one.
    func all(_ name: String) -> [ReadXML] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// Reads a document.
    init(_ document: String) throws {
        let head = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        try #require(document.utf8.starts(with: head.utf8))
        var rest = Array(document.unicodeScalars.dropFirst(head.unicodeScalars.count))[...]
        self = try #require(try ReadXML.element(&rest))
        #expect(rest.elementsEqual("\n".unicodeScalars))
    }

    private init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    private typealias Scalars = ArraySlice<Unicode.Scalar>

    private static func element(_ rest: inout Scalars) throws -> ReadXML? {
        guard rest.first == "<", rest.dropFirst().first != "/" else { return nil }
        rest.removeFirst()
        let name = taken(&rest) { " />".unicodeScalars.contains($0) }
        var attributes: [String: String] = [:]
        while rest.first == " " {
            rest.removeFirst()
            let attribute = taken(&rest) { $0 == "=" }
            try #require(rest.starts(with: "=\"".unicodeScalars))
            rest.removeFirst(2)
            let value = taken(&rest) { $0 == "\"" || $0 == "<" }
            try #require(rest.popFirst() == "\"" && attributes[attribute] == nil)
            attributes[attribute] = try unescaped(value)
        }
        var element = ReadXML(name: name, attributes: attributes)
        if rest.starts(with: "/>".unicodeScalars) {
            rest.removeFirst(2)
            return element
        }
        try #require(rest.popFirst() == ">")
        while true {
            let text = taken(&rest) { $0 == "<" }
            element.text += try unescaped(text)
            guard let child = try ReadXML.element(&rest) else { break }
            element.children.append(child)
        }
        let end = "</\(name)>".unicodeScalars
        try #require(rest.starts(with: end))
        rest.removeFirst(end.count)
        return element
    }

    private static func taken(_ rest: inout Scalars, until isEnd: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix { !isEnd($0) }
        rest = rest[taken.endIndex...]
        return String(String.UnicodeScalarView(taken))
    }

    private static func unescaped(_ text: String) throws -> String {
        var unescaped = String.UnicodeScalarView()
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: break
            default: Issue.record("U+\(String(scalar.value, radix: 16)) is not a character of XML")
            }
            if scalar != "&" {
                unescaped.append(scalar)
                continue
            }
            let reference = taken(&rest) { $0 == ";" }
            try #require(rest.popFirst() == ";")
            let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
            let number = UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init)
            unescaped.append(try #require(named[reference] ?? number))
        }
        return String(unescaped)
    }
}
