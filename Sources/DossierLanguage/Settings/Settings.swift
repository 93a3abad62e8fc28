import DossierModel
import DossierTime

/// What the user decided about the shell, and where.
///
/// It stands outside the session: no file of a session and no log holds it.
public struct Settings: Sendable {
    private var given: [Setting: (value: String, origin: String)] = [:]

    /// Begins with the standards.
    public init() {}

    /// The value of a setting.
    public subscript(_ setting: Setting) -> String { given[setting]?.value ?? setting.standard }

    /// Whether a setting is `on`.
    public func isOn(_ setting: Setting) -> Bool { self[setting] == "on" }

    /// Whether all is said in words, for a screen reader.
    public var isPlain: Bool { self[.plain] == "yes" }

    /// How many entries the history keeps.
    public var historyLimit: Int { Int(self[.history]) ?? 0 }

    /// Where a value comes from: `standard`, `typed`, or a file with the line.
    public func origin(of setting: Setting) -> String { given[setting]?.origin ?? "standard" }

    /// Gives a setting a value; nil gives it its standard again.
    ///
    /// - Throws: why the value is none.
    public mutating func set(_ setting: Setting, to value: String?, from origin: String) throws(ValueError) {
        given[setting] = try value.map { text throws(ValueError) in (try setting.read(text), origin) }
    }

    /// Reads a file of lines `name = value`, in which `#` and a space begin a comment.
    ///
    /// - Returns: what is wrong in it, one sentence a line at fault; all other lines hold.
    public mutating func read(_ text: String, from path: String) -> [String] {
        var problems: [String] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let origin = "\(path):\(index + 1)"
            do {
                if let notice = try read(Settings.withoutComment(line), from: origin) {
                    problems.append("\(origin): \(notice)")
                }
            } catch {
                let help =
                    error.suggestion.map { "; did you mean '\($0)'?" } ?? error.expectation.map { "; expected: " + $0 }
                problems.append("\(origin): \(error.problem)\(help ?? "")")
            }
        }
        return problems
    }

    /// Reads a line; gives what should be known of a value that holds all the same.
    private mutating func read(_ line: Substring, from origin: String) throws(ValueError) -> String? {
        if line.isEmpty { return nil }
        guard let equal = line.firstIndex(of: "=") else {
            throw ValueError("'\(line)' is not a setting", expectation: "NAME = VALUE")
        }
        let name = String(Settings.trimmed(line[..<equal]))
        guard let setting = Setting(rawValue: name) else { throw Setting.unknown(name) }
        try set(setting, to: String(Settings.trimmed(line[line.index(after: equal)...])), from: origin)
        return setting.doubt(about: self[setting])
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        var isAfterBlank = true
        for index in line.indices {
            if line[index] == "#", isAfterBlank {
                let next = line.index(after: index)
                let isComment = index == trimmed(line).startIndex || next == line.endIndex || line[next].isWhitespace
                if isComment { return trimmed(line[..<index]) }
            }
            isAfterBlank = line[index].isWhitespace
        }
        return trimmed(line)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

extension Setting {
    /// The error of a name that no setting has.
    public static func unknown(_ name: String) -> ValueError {
        let names = allCases.map(\.rawValue)
        let nearest = Suggestion.nearest(to: name, among: names)
        return ValueError(
            "there is no setting '\(name)'",
            expectation: nearest == nil ? "one of " + names.joined(separator: ", ") : nil, suggestion: nearest)
    }
}
