import DossierModel

/// A component of a calendar (RFC 5545, section 3.6): its properties, and the components in it.
struct CalendarComponent: Sendable {
    let name: String
    /// The offset of its first line.
    let offset: Int
    var properties: [CalendarProperty] = []
    var components: [CalendarComponent] = []

    /// The first property of a name.
    subscript(name: String) -> CalendarProperty? { properties.first { $0.name == name } }
}

/// A property: its name in capitals, its parameters, and its value as it was written.
struct CalendarProperty: Sendable {
    let name: String
    let parameters: [(name: String, value: String)]
    let value: String
    let offset: Int

    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// The value of a text (3.3.11), its escapes resolved: one, or where commas separate them several.
    func texts(isList: Bool = false) -> [String] {
        var texts = [""]
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                texts[texts.count - 1].unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == ",", isList {
                texts.append("")
            } else {
                texts[texts.count - 1].unicodeScalars.append(scalar)
            }
        }
        return texts
    }

    /// The value of a text.
    var text: String { texts()[0] }
}

/// Reads the lines of a calendar (RFC 5545, section 3.1) into its components.
struct CalendarReader {
    /// How many components may stand inside each other: a calendar, an event, an alarm, and some room.
    private static let depth = 8

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset: Int
    private var open: [CalendarComponent] = []
    private var closed: [CalendarComponent] = []

    /// Reads all calendars of a file.
    ///
    /// - Throws: what is wrong with the first line at fault.
    static func calendars(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(FileFault)
        -> [CalendarComponent]
    {
        var reader = CalendarReader(bytes: bytes, offset: start)
        while let (line, start) = reader.nextLine() {
            if let fault = UTF8Check.firstFault(in: line) {
                throw FileFault("a line is not UTF-8 from its byte \(fault + 1)", at: start)
            }
            if !line.isEmpty { try reader.take(try property(String(decoding: line, as: UTF8.self), at: start)) }
        }
        if let last = reader.open.last {
            throw FileFault("'BEGIN:\(last.name)' has no end", expectation: "END:\(last.name)", at: last.offset)
        }
        if reader.closed.isEmpty { throw .noCalendar(at: start) }
        return reader.closed
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next line, with those that are folded onto it: what follows a line end and a blank belongs to it, even within
    /// one character.
    private mutating func nextLine() -> (line: [UInt8], start: Int)? {
        guard offset < bytes.count else { return nil }
        let start = offset
        var line: [UInt8] = []
        while true {
            var end = offset
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
            line += bytes[offset..<end]
            offset = end
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
            guard offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 else { return (line, start) }
            offset += 1
        }
    }

    private mutating func take(_ property: CalendarProperty) throws(FileFault) {
        switch property.name {
        case "BEGIN":
            let name = property.value.uppercased()
            if open.isEmpty, name != "VCALENDAR" { throw .noCalendar(at: property.offset) }
            if open.count == CalendarReader.depth {
                throw FileFault("components are nested more than \(CalendarReader.depth) deep", at: property.offset)
            }
            open.append(CalendarComponent(name: name, offset: property.offset))
        case "END":
            guard let component = open.popLast(), component.name == property.value.uppercased() else {
                throw FileFault("'END:\(property.value)' ends nothing that is open", at: property.offset)
            }
            if open.isEmpty { closed.append(component) } else { open[open.count - 1].components.append(component) }
        default:
            if open.isEmpty { throw .noCalendar(at: property.offset) }
            open[open.count - 1].properties.append(property)
        }
    }

    /// `NAME;PARAMETER=VALUE;PARAMETER="VALUE":VALUE`.
    private static func property(_ line: String, at start: Int) throws(FileFault) -> CalendarProperty {
        var isQuoted = false
        var parts = [""]
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == ":", !isQuoted {
                let parameters = parts.dropFirst().map { part -> (name: String, value: String) in
                    let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    let value = pair.count == 2 ? pair[1].replacing("\"", with: "") : ""
                    return (name: pair[0].uppercased(), value: String(value))
                }
                let name = parts[0].uppercased()
                if name.isEmpty { break }
                return CalendarProperty(name: name, parameters: parameters, value: String(rest), offset: start)
            }
            if scalar == ";", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        throw FileFault("the line is not a property", expectation: "NAME:VALUE", at: start)
    }
}

extension FileFault {
    fileprivate static func noCalendar(at offset: Int) -> FileFault {
        FileFault("the file is not a calendar", expectation: "BEGIN:VCALENDAR", at: offset)
    }
}
