import Glibc
import Synchronization
import TestSupport
import Testing

/// What tests expect and files of the package hold. A run compares it, or records it anew where the environment has
/// `DOSSIER_RECORD=1`; a run that records always fails, so that no recording is taken for a pass.
enum Recording {
    /// Whether this run records.
    static let isOn = getenv("DOSSIER_RECORD").map { String(cString: $0) } == "1"

    /// Held while a file is read and written: tests run at the same time, and several may record parts of one file.
    private static let files = Mutex(())

    /// Told once in a run that records, by the first test that would have compared something.
    private static let reminder: Void = report("DOSSIER_RECORD=1: this run records and proves nothing", nil)

    /// Writes a file anew where its text changes, and tells that.
    static func record<Failure>(
        _ path: String, at place: SourceLocation, _ renewed: (String) throws(Failure) -> String
    ) throws(Failure) {
        _ = reminder
        let change = try files.withLock { (_) throws(Failure) -> Change in
            let recorded = PackageFiles.text(path)
            let now = try renewed(recorded)
            if now.utf8.elementsEqual(recorded.utf8) { return Change.none }
            return write(now, to: path) ? .written : .refused
        }
        switch change {
        case .none: break
        case .written: report("recorded anew: \(path)", place)
        case .refused: report("\(path) cannot be written", place)
        }
    }

    private enum Change { case none, written, refused }

    private static func write(_ text: String, to path: String) -> Bool {
        guard let file = fopen(PackageFiles.root + "/" + path, "we") else { return false }
        let bytes = Array(text.utf8)
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }

    /// Fails where a text is another than the recorded one, with what differs.
    static func compare(_ text: String, with recorded: String, named name: String, at place: SourceLocation) {
        if text.utf8.elementsEqual(recorded.utf8) { return }
        let difference = TextDifference(from: recorded, to: text).text
        report("\(name): - recorded, + now ('DOSSIER_RECORD=1 swift test' records it anew)\n\(difference)", place)
    }

    private static func report(_ problem: String, _ place: SourceLocation?) {
        if let place {
            Issue.record(Comment(rawValue: problem), sourceLocation: place)
        } else {
            Issue.record(Comment(rawValue: problem))
        }
    }
}

/// Expects a file of the package to hold a text, and records it there where this run records.
public func expectRecorded(
    _ text: String, at path: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
) {
    expectRecorded(at: path, fileID: fileID, filePath: filePath, line: line, column: column) { _ in text }
}

/// Expects a file of the package to hold what is made from its own text, such as answers between the commands of a page.
///
/// - Parameter renewed: the text that the file should have, made from the one that it has.
public func expectRecorded<Failure>(
    at path: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
    renewed: (String) throws(Failure) -> String
) throws(Failure) {
    let place = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    if Recording.isOn { return try Recording.record(path, at: place, renewed) }
    let recorded = PackageFiles.text(path)
    Recording.compare(try renewed(recorded), with: recorded, named: path, at: place)
}

/// Expects the text that a literal in the sources gives, and records it there where this run records.
///
/// - Parameters:
///   - label: the label of the argument that the literal is, such as `answer`.
///   - anchor: a text in a literal before it, in the same call, by which the call is known.
///   - call: the function of the call, such as `Example`.
public func expectRecorded(
    _ text: String, literal recorded: String, label: String, of call: String, with anchor: String,
    below folder: String = "Sources", fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
) {
    let place = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    if !Recording.isOn || text == recorded {
        return Recording.compare(text, with: recorded, named: "\(label) of \(anchor)", at: place)
    }
    let literal = RecordedLiteral(call: call, label: label, anchor: anchor, text: recorded)
    for name in PackageFiles.paths(below: folder) where name.hasSuffix(".swift") {
        let path = folder + "/" + name
        if literal.renewed(in: PackageFiles.text(path), as: text) == nil { continue }
        return Recording.record(path, at: place) { literal.renewed(in: $0, as: text) ?? $0 }
    }
    Recording.compare(text, with: recorded, named: "\(label) of \(anchor), in no source below \(folder)", at: place)
}
