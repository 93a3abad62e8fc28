/// One input of the gallery of errors, and the message that it must have.
///
/// A file under `Gallery` is named after its rule and holds one entry or more, with a line `===` between two. An entry is
/// made of sections and, after a line `---`, the message:
///
///     @file NAME       the lines that follow are a file in the folder `/work`
///     @bytes NAME      the same, its bytes as hexadecimal numbers
///     @cancelled       the user wants what runs after the setup to end
///     @setup           the lines that follow are commands that run before
///     @script NAME     the lines that follow are a script, which is replayed
///     @input           the lines that follow are what is typed; `@script` and `@input` may stand together, then only
///                      what is typed runs
///     ---
///     error: …
struct GalleryEntry {
    /// All of it before the message, as it is written.
    private var head = ""
    var files: [String: [UInt8]] = [:]
    var setup = ""
    var script: String?
    var input: String?
    var isCancelled = false
    var message = ""

    /// The entries of a file's text.
    static func entries(of text: String) -> [GalleryEntry] {
        var entries = [GalleryEntry()]
        var section = Section.message
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line == "===" {
                entries.append(GalleryEntry())
                continue
            }
            if let next = Section(line) { section = next }
            entries[entries.count - 1].take(String(line) + "\n", in: section, isHead: Section(line) != nil)
        }
        return entries
    }

    /// The entry with another message.
    func text(with message: String) -> String {
        (head.hasSuffix("---\n") ? head : head + "---\n") + message
    }

    private enum Section {
        case file(String), bytes(String), cancelled, setup, script(String), input, message

        init?(_ line: Substring) {
            let words = line.split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("@file", 2): self = .file(words[1])
            case ("@bytes", 2): self = .bytes(words[1])
            case ("@cancelled", 1): self = .cancelled
            case ("@setup", 1): self = .setup
            case ("@script", 2): self = .script(words[1])
            case ("@input", 1): self = .input
            case ("---", 1): self = .message
            default: return nil
            }
        }
    }

    private mutating func take(_ line: String, in section: Section, isHead: Bool) {
        switch section {
        case .file(let name): files[name, default: []] += isHead ? [] : Array(line.utf8)
        case .bytes(let name):
            let numbers = isHead ? [] : line.split { $0 == " " || $0 == "\n" }.compactMap { UInt8($0, radix: 16) }
            files[name, default: []] += numbers
        case .cancelled: isCancelled = true
        case .setup: setup += isHead ? "" : line
        case .script(let name):
            script = name
            files[name, default: []] += isHead ? [] : Array(line.utf8)
        case .input: input = (input ?? "") + (isHead ? "" : line)
        case .message:
            message += isHead ? "" : line
            if !isHead { return }
        }
        head += line
    }
}
