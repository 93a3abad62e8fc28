import CExpat

/// Takes what the parser meets in a part of a workbook.
protocol XMLHandler: AnyObject {
    /// An element begins; the prefix of its name is left out, as it is of those of attributes.
    func begin(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault)
    /// An element ends.
    func end(_ name: String) throws(WorkbookFault)
    /// Characters in the innermost element; a text may come in several pieces.
    func take(_ text: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
    func end(_ name: String) throws(WorkbookFault) {}
    func take(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The attributes of an element while it begins.
struct XMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute, its prefix left out; nil where it is not given.
    subscript(name: String) -> String? {
        guard var next = list else { return nil }
        while let key = next[0], let value = next[1] {
            if XMLPart.local(key) == name { return String(cString: value) }
            next += 2
        }
        return nil
    }
}

/// Reads a part of a workbook by expat: no declaration of a document's type, and so no entities beside those of XML itself.
final class XMLPart {
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private let limits: WorkbookLimits
    private var depth = 0
    private var fault: WorkbookFault?

    /// Reads all of a part.
    ///
    /// - Throws: where it is not well-formed, or the handler refuses something.
    static func read(_ bytes: [UInt8], named name: String, _ limits: WorkbookLimits, to handler: any XMLHandler)
        throws(WorkbookFault)
    {
        guard let parser = XML_ParserCreate(nil) else { throw WorkbookFault("there is no memory for the workbook") }
        defer { XML_ParserFree(parser) }
        let part = XMLPart(handler, parser, limits)
        try withExtendedLifetime(part) { () throws(WorkbookFault) in try part.read(bytes, named: name) }
    }

    private init(_ handler: any XMLHandler, _ parser: XML_Parser, _ limits: WorkbookLimits) {
        self.handler = handler
        self.parser = parser
        self.limits = limits
    }

    private func read(_ bytes: [UInt8], named name: String) throws(WorkbookFault) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { XMLPart.at($0)?.begin($1, XMLAttributes(list: $2)) }, { XMLPart.at($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let text, let part = XMLPart.at(data), part.fault == nil else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                part.handler.take(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLPart.at(data)?.stop(
                WorkbookFault("a part of the workbook declares a document type, which no workbook has"))
        }
        let step = 1 << 20
        var start = 0
        repeat {
            let end = min(start + step, bytes.count)
            let status = bytes[start..<end].withUnsafeBytes { piece in
                XML_Parse(
                    parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
                    end == bytes.count ? 1 : 0)
            }
            if let fault { throw fault }
            if status != XML_STATUS_OK {
                let problem = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is not XML"
                let line = XML_GetCurrentLineNumber(parser)
                throw WorkbookFault("the workbook is damaged: line \(line) of its part '\(name)': \(problem)")
            }
            start = end
        } while start < bytes.count
    }

    private func begin(_ name: UnsafePointer<CChar>?, _ attributes: XMLAttributes) {
        depth += 1
        if depth > limits.depth {
            stop(WorkbookFault("a part of the workbook is nested more than \(limits.depth) deep"))
        }
        guard fault == nil, let name else { return }
        do throws(WorkbookFault) { try handler.begin(XMLPart.local(name), attributes) } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        guard fault == nil, let name else { return }
        do throws(WorkbookFault) { try handler.end(XMLPart.local(name)) } catch { stop(error) }
    }

    private func stop(_ fault: WorkbookFault) {
        self.fault = self.fault ?? fault
        _ = XML_StopParser(parser, 0)
    }

    /// A name without its prefix.
    fileprivate static func local(_ name: UnsafePointer<CChar>) -> String {
        var start = name
        var next = name
        while next.pointee != 0 {
            if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = next + 1 }
            next += 1
        }
        return String(cString: start)
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLPart? {
        pointer.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }
}
