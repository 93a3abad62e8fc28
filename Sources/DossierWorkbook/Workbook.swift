/// A workbook of Office Open XML (ECMA-376, ISO/IEC 29500), `.xlsx` or `.xlsm`: its sheets, and of one of them the cells.
public struct Workbook {
    /// A sheet as the workbook lists it.
    public struct SheetName: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Whether it is hidden.
        public let isHidden: Bool
        /// Whether it has cells; a chart has none.
        public let hasCells: Bool
        let part: String
    }

    /// The sheets, in their order.
    public let sheets: [SheetName]
    /// Whether programs stand in it, which are never read.
    public let hasMacros: Bool
    private let archive: Archive
    private let limits: WorkbookLimits
    private let is1904: Bool
    private let stylesPart: String?
    private let stringsPart: String?

    /// Opens a workbook, whose bytes must outlive it.
    ///
    /// - Throws: what keeps it from being read: encryption, another format, damage.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFault) {
        if let fault = WorkbookFault.otherFormat(bytes) { throw fault }
        let archive = try Archive(bytes, limits)
        guard let main = try Workbook.mainPart(of: archive, limits) else { throw .otherArchive(archive) }
        let list = WorkbookList()
        try XMLPart.read(try archive.bytes(of: main), named: main, limits, to: list)
        let relations = try Relations(of: main, in: archive, limits)
        self.archive = archive
        self.limits = limits
        is1904 = list.is1904
        sheets = list.sheets.compactMap { sheet in
            guard let target = relations.targets[sheet.relation] else { return nil }
            return SheetName(
                name: sheet.name, isHidden: sheet.isHidden, hasCells: target.type == "worksheet", part: target.part)
        }
        stylesPart = relations.part(of: "styles")
        stringsPart = relations.part(of: "sharedStrings")
        hasMacros = archive.contains("xl/vbaProject.bin")
    }

    /// Reads the cells of a sheet.
    public func cells(of sheet: SheetName) throws(WorkbookFault) -> Sheet {
        let styles = CellStyles()
        if let part = stylesPart { try XMLPart.read(try archive.bytes(of: part), named: part, limits, to: styles) }
        let strings = SharedStrings()
        if let part = stringsPart { try XMLPart.read(try archive.bytes(of: part), named: part, limits, to: strings) }
        let reader = SheetReader(styles.formats, strings.texts, DateSystem(is1904: is1904), limits)
        try XMLPart.read(try archive.bytes(of: sheet.part), named: sheet.part, limits, to: reader)
        var result = reader.sheet
        result.relatedParts = try Relations(of: sheet.part, in: archive, limits).targets.values.map(\.type).sorted()
        return result
    }

    /// The part that the archive names as its document, where it is a workbook.
    private static func mainPart(of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookFault) -> String? {
        guard archive.contains("_rels/.rels") else { return nil }
        let part = try Relations(of: "", in: archive, limits).part(of: "officeDocument")
        return part.flatMap { $0.hasSuffix(".xml") && $0.lowercased().contains("workbook") ? $0 : nil }
    }
}

extension WorkbookFault {
    /// What a file is that is no ZIP archive; nil where it may be one.
    fileprivate static func otherFormat(_ bytes: UnsafeBufferPointer<UInt8>) -> WorkbookFault? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // Such a file names its streams in UTF-16; an encrypted workbook is one of them.
            let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
            let (size, step) = (name.count, 2)
            let isEncrypted = stride(from: 0, to: max(0, bytes.count - size), by: step).contains { start in
                bytes[start] == name[0] && bytes[start..<(start + size)].elementsEqual(name)
            }
            return isEncrypted
                ? .encrypted
                : WorkbookFault(
                    "it is an old workbook (XLS), not XLSX", notes: ["save it as XLSX or CSV, then import that"])
        }
        if !bytes.starts(with: [0x50, 0x4B]) {
            return WorkbookFault("the file is not a workbook (XLSX)", notes: ["'import csv' reads a table of text"])
        }
        return nil
    }

    /// What an archive is that holds no workbook of XML.
    fileprivate static func otherArchive(_ archive: Archive) -> WorkbookFault {
        if archive.contains("xl/workbook.bin") {
            return WorkbookFault(
                "it is a binary workbook (XLSB), not XLSX", notes: ["save it as XLSX, then import that"])
        }
        if archive.contains("content.xml"), archive.contains("mimetype") {
            return WorkbookFault(
                "it is an OpenDocument file (ODS), not XLSX", notes: ["save it as XLSX or CSV, then import that"])
        }
        return WorkbookFault("the archive does not hold a workbook (XLSX)")
    }
}

/// The list of sheets.
private final class WorkbookList: XMLHandler {
    private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
    private(set) var is1904 = false

    func begin(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            sheets.append(
                (attributes["name"] ?? "", attributes["state"] ?? "visible" != "visible", attributes["id"] ?? ""))
        default: break
        }
    }
}

/// The parts that a part names.
private final class Relations: XMLHandler {
    private(set) var targets: [String: (type: String, part: String)] = [:]
    private let folder: [Substring]

    init(of part: String, in archive: Archive, _ limits: WorkbookLimits) throws(WorkbookFault) {
        let path = part.split(separator: "/")
        folder = path.dropLast()
        let list = (folder + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
        if archive.contains(list) { try XMLPart.read(try archive.bytes(of: list), named: list, limits, to: self) }
    }

    func begin(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        targets[id] = (type, attributes["TargetMode"] == "External" ? "" : path(of: target))
    }

    /// The part of a type, the first by name.
    func part(of type: String) -> String? { targets.values.filter { $0.type == type }.map(\.part).min() }

    /// A path as the archive has it: below its root, or beside the part that names it.
    private func path(of target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for name in target.split(separator: "/") where name != "." {
            if name == ".." { _ = path.popLast() } else { path.append(name) }
        }
        return path.joined(separator: "/")
    }
}

/// The formats of cells, by their number.
private final class CellStyles: XMLHandler {
    private(set) var formats: [CellFormat] = []
    private var codes: [Int: CellFormat] = [:]
    private var isInCells = false

    func begin(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                codes[id] = CellFormat(code: code)
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? CellFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
}

/// The texts that cells share.
private final class SharedStrings: XMLHandler {
    private(set) var texts: [String] = []
    private var text = CellText()

    func begin(_ name: String, _ attributes: XMLAttributes) {
        if name == "si" { text = CellText() }
        text.begin(name)
    }

    func end(_ name: String) {
        text.end(name)
        if name == "si" { texts.append(text.string) }
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) { text.take(bytes) }
}

/// A text of a cell, made of runs; how it is spoken, which East Asian programs put beside it, is not part of it.
struct CellText {
    private var bytes: [UInt8] = []
    private var isOpen = false
    private var isPhonetic = false

    mutating func begin(_ name: String) {
        if name == "rPh" { isPhonetic = true }
        if name == "t" { isOpen = !isPhonetic }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { isPhonetic = false }
        if name == "t" { isOpen = false }
    }

    mutating func take(_ text: UnsafeBufferPointer<UInt8>) { if isOpen { bytes += text } }

    /// The text, in which `_x000D_` and the like stand for characters that XML does not have (ECMA-376 part 1, 22.4.2.4).
    var string: String { CellText.unescaped(bytes) }

    static func unescaped(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var index = 0
        let size = 7
        while index < bytes.count {
            let part = bytes[index..<min(index + size, bytes.count)]
            if let scalar = scalar(part) {
                result += String(Character(scalar)).utf8
                index += size
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character for which `_x000D_` stands; nil where these bytes stand for themselves.
    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard bytes.count == 7, bytes.first == UInt8(ascii: "_"), bytes.last == UInt8(ascii: "_"),
            bytes[bytes.startIndex + 1] == UInt8(ascii: "x")
        else { return nil }
        let digits = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
        return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) : nil
    }
}
