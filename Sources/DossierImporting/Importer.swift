import DossierAnalysis
import DossierLanguage
import DossierModel

/// A format from which records are taken over: a value that documents itself.
package protocol Importer: Sendable {
    /// Its name. Tables are searched by it, so that a definition is made only when it is read.
    static var name: String { get }

    /// The format as data.
    static var definition: ImporterDefinition { get }

    /// Begins to read a file.
    ///
    /// - Throws: a diagnostic where a setting does not make sense, or the file is not of the format from its beginning.
    static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent
}

/// A format as data.
package struct ImporterDefinition: Sendable {
    /// Its name.
    package let name: String
    /// What it is, in one sentence.
    package let summary: String
    /// What may be set with `name=value`, beside what is set for all formats.
    package let settings: [FieldDefinition]
    /// Whether it has rows, which become records of one kind.
    package let hasRows: Bool
    /// What rows become where `kind=` does not say it, from columns that have the names of its fields; nil where rows can be
    /// anything.
    package let kind: Kind?
    /// How the names of its files end.
    package let endings: [String]
    /// Whether a file that ends after one of its lines is one of the format all the same.
    package let isCutAtLines: Bool
    /// Examples, which run as tests.
    package let examples: [Example]

    init(
        _ name: String, _ summary: String, settings: [FieldDefinition] = [], hasRows: Bool = true, kind: Kind? = nil,
        endings: [String], isCutAtLines: Bool = true, examples: [Example]
    ) {
        self.examples = examples
        self.name = name
        self.endings = endings
        self.summary = summary
        self.settings = settings
        self.hasRows = hasRows
        self.kind = kind
        self.isCutAtLines = isCutAtLines
    }
}

extension Vocabulary {
    static let yesOrNo = Vocabulary("yes or no", ["yes": "", "no": ""])
}

/// What a file holds.
package enum ImportContent {
    /// Rows with named columns.
    case rows(any RowReader)
    /// The records of a session.
    case records(Session)
}

/// A file that is imported.
package struct ImportedFile: Sendable {
    /// Its path as it was typed, which errors name.
    package let path: Token
    /// Its path as errors name it: as it was typed; in a script, as it can be opened from where the person stands.
    package let name: String
    /// Its bytes.
    package let bytes: StateBytes
    /// The settings that are given, those of the format among them.
    package let settings: GivenFields

    package init(path: Token, name: String, bytes: StateBytes, settings: GivenFields) {
        self.path = path
        self.name = name
        self.bytes = bytes
        self.settings = settings
    }

    /// The value of a setting that was given last; nil where it was not.
    package func setting(_ name: String) -> Token.Value? { settings[name] }

    /// Whether a setting says yes.
    ///
    /// - Throws: a diagnostic where it says neither yes nor no.
    func isOn(_ setting: String, unlessGiven standard: Bool) throws(Diagnostic) -> Bool {
        guard let value = self.setting(setting) else { return standard }
        return try value.isYes()
    }

    /// The error of a fault in the file: at the path, with the line and the column in the file.
    package func diagnostic(_ fault: FileFault) -> Diagnostic { diagnostic(fault, at: place(of: fault.offset)) }

    /// The error of a fault at a place in the file.
    func diagnostic(_ fault: FileFault, at place: String) -> Diagnostic {
        Diagnostic(
            .malformedFile, "\(place): \(fault.problem)", at: path.place,
            expectation: fault.expectation, notes: fault.notes, exit: .badData)
    }

    /// A place in the file as errors name it: `events.csv:18:7`, line and column from 1, the column in code points.
    package func place(of offset: Int) -> String {
        let before = UnsafeBufferPointer(rebasing: bytes.buffer[..<min(offset, bytes.count)])
        let lineStart = before.lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
        let mark = lineStart == 0 && before.starts(with: ImportedFile.byteOrderMark) ? 3 : 0
        let column = before[lineStart...].dropFirst(mark).count { $0 & 0xC0 != 0x80 } + 1
        return "\(name):\(line(of: offset)):\(column)"
    }

    /// The line of the file, from 1, in which an offset lies.
    package func line(of offset: Int) -> Int {
        bytes.buffer[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    }

    /// The mark that some programs put before UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The offset of the first byte behind that mark.
    var start: Int { bytes.buffer.starts(with: ImportedFile.byteOrderMark) ? 3 : 0 }

    /// Checks that the file does not begin as one that is not text.
    func checkIsText() throws(Diagnostic) {
        if let (problem, remedy) = ForeignFile.problem(of: bytes.buffer) {
            throw Diagnostic(
                .malformedFile, "\(name): \(problem)", at: path.place,
                notes: [
                    remedy
                        ?? "'import xlsx' reads an XLSX; save the sheet of any other as CSV in UTF-8, then import that"
                ], exit: .badData)
        }
    }

    /// Checks that the file is UTF-8.
    ///
    /// - Throws: a diagnostic that names the line, the column and the byte where it is not.
    func checkEncoding() throws(Diagnostic) {
        try checkIsText()
        guard let offset = UTF8Check.firstFault(in: bytes.buffer, from: 0, to: bytes.count) else { return }
        let hex = String(bytes.buffer[offset], radix: 16, uppercase: true)
        throw Diagnostic(
            .notUTF8, "\(place(of: offset)): byte \(offset + 1), \(hex.count == 1 ? "0" + hex : hex), is not UTF-8",
            at: path.place, notes: ["'iconv -f ENCODING -t UTF-8' converts it"], exit: .badData)
    }
}

/// An error in a foreign file, with its offset.
package struct FileFault: Error, Sendable {
    /// What is wrong, as a sentence without a full stop.
    let problem: String
    /// What was expected.
    var expectation: String?
    /// The offset of the byte at fault.
    let offset: Int
    /// What else helps: one sentence a line.
    var notes: [String] = []
    /// Whether the next row can be read all the same.
    package var isOfOneRow = false

    init(_ problem: String, expectation: String? = nil, at offset: Int, notes: [String] = [], isOfOneRow: Bool = false)
    {
        self.problem = problem
        self.expectation = expectation
        self.offset = offset
        self.notes = notes
        self.isOfOneRow = isOfOneRow
    }
}
