import DossierLanguage
import DossierModel

/// The list in a JSON file whose elements become rows.
struct JSONList: Sendable {
    /// The offset at which each element begins.
    private(set) var elements: [Int] = []
    /// The paths of what stands outside of the list, each once.
    private(set) var outside: [String] = []
    /// The path of the list, as `at=` names it; nothing where it is the whole file.
    let path: String
    private var wasFound = false
    private var seen: Set<String> = []

    /// How deep keys are looked at, and how many lists errors name.
    private static let (shownDepth, shownLists) = (3, 12)

    /// Finds the list at a path: keys with points between them; lists on the way are gone through.
    ///
    /// - Throws: what is wrong with the JSON, of which every byte is read.
    private init(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, at path: String) throws(JSONError) {
        self.path = path
        var scanner = JSONScanner(bytes, from: start)
        try walk(
            &scanner, to: path.isEmpty ? [] : path.split(separator: ".", omittingEmptySubsequences: false)[...], "")
        try scanner.finish()
    }

    /// Finds the list that `at=` names, else the one at a standard path, else the file itself.
    ///
    /// - Throws: a diagnostic where the file is not JSON, or the path leads to no list.
    init(in file: ImportedFile, standard: String = "") throws(Diagnostic) {
        try file.checkEncoding()
        let given = file.setting("at")
        let bytes = file.bytes.buffer
        let others: [String]
        do throws(JSONError) {
            self = try JSONList(in: bytes, from: file.start, at: given?.text ?? standard)
            others = wasFound ? [] : try JSONList.lists(in: bytes, from: file.start)
        } catch { throw file.diagnostic(FileFault(error.problem, at: error.offset)) }
        if !wasFound { throw .noList(path, in: file, others, at: given?.place ?? file.path.place) }
    }

    /// The one object that the file is, as a list of one.
    init(whole file: ImportedFile) {
        path = ""
        elements = [file.start]
    }

    /// The values of some keys of the object that the file is; none where it is another value.
    ///
    /// - Throws: a diagnostic where the file is not JSON.
    static func members(_ keys: [String], of file: ImportedFile) throws(Diagnostic) -> JSONObject {
        var found = JSONObject()
        var scanner = JSONScanner(file.bytes.buffer, from: file.start)
        do throws(JSONError) {
            guard try scanner.nextKind() == .object else {
                try scanner.skipValue()
                try scanner.finish()
                return found
            }
            try scanner.enterObject()
            while let raw = try scanner.nextKey() {
                let key = scanner.text(of: raw)
                if keys.contains(key) {
                    found[key] = try JSONReader.read(at: &scanner)
                } else {
                    try scanner.skipValue()
                }
            }
            try scanner.finish()
        } catch { throw file.diagnostic(FileFault(error.problem, at: error.offset)) }
        return found
    }

    /// Goes through a value on the way to the list.
    private mutating func walk(_ scanner: inout JSONScanner, to keys: ArraySlice<Substring>, _ name: String)
        throws(JSONError)
    {
        switch try scanner.nextKind() {
        case .array:
            wasFound = wasFound || keys.isEmpty
            try scanner.enterArray()
            while try scanner.nextElement() {
                scanner.skipWhiteSpace()
                if keys.isEmpty {
                    elements.append(scanner.offset)
                    try scanner.skipValue()
                } else {
                    try walk(&scanner, to: keys, name)
                }
            }
        case .object where keys.isEmpty && !path.isEmpty:
            // What stands alone where a list was named is a list of one.
            wasFound = true
            elements.append(scanner.offset)
            try scanner.skipValue()
        case .object:
            try scanner.enterObject()
            while let raw = try scanner.nextKey() {
                let key = scanner.text(of: raw)
                let inner = name.isEmpty ? key : name + "." + key
                if let first = keys.first, first == key {
                    try walk(&scanner, to: keys.dropFirst(), inner)
                } else {
                    if seen.insert(inner).inserted { outside.append(inner) }
                    try scanner.skipValue()
                }
            }
        default:
            if !name.isEmpty, seen.insert(name).inserted { outside.append(name) }
            try scanner.skipValue()
        }
    }

    /// The paths of the first lists of objects in a file.
    private static func lists(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONError) -> [String] {
        var found: [String] = []
        func walk(_ scanner: inout JSONScanner, _ name: String, _ depth: Int) throws(JSONError) {
            let kind = try scanner.nextKind()
            if kind == .array {
                try scanner.enterArray()
                while try scanner.nextElement() {
                    if try scanner.nextKind() == .object, !name.isEmpty, !found.contains(name) { found.append(name) }
                    try walk(&scanner, name, depth)
                }
            } else if kind == .object, depth < shownDepth {
                try scanner.enterObject()
                while let raw = try scanner.nextKey() {
                    let key = scanner.text(of: raw)
                    try walk(&scanner, name.isEmpty ? key : name + "." + key, depth + 1)
                }
            } else {
                try scanner.skipValue()
            }
        }
        var scanner = JSONScanner(bytes, from: start)
        try walk(&scanner, "", 0)
        return Array(found.prefix(shownLists))
    }
}

extension Diagnostic {
    fileprivate static func noList(_ path: String, in file: ImportedFile, _ lists: [String], at place: Place)
        -> Diagnostic
    {
        let problem =
            path.isEmpty
            ? "\(file.name): the file is not a list, and 'at=' does not name a list in it"
            : "\(file.name): there is no list at '\(path)'"
        return Diagnostic(
            .malformedFile, problem, at: place,
            expectation: lists.isEmpty
                ? "a list of objects" : "one of " + lists.map { "at=" + $0 }.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: path, among: lists), exit: .badData)
    }
}
