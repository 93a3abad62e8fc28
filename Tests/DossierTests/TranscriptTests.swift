import Recording
import TestSupport
import Testing

/// A transcript: what was typed to the program, and every line and code that it gave back.
///
///     # a remark
///     > a.txt                     a file is made, of the lines after `| `
///     | its first line
///     $ dossier a.json -c 'foo'   a run; `'…'` keeps a word together
///     < add note "a"              a line of its standard input
///       n1  note  a               a line of its output
///     ! error: …                  a line of its errors
///     = 1                         its exit code
struct Transcript: CustomTestStringConvertible {
    let name: String

    private static let folder = "Tests/DossierTests/Transcripts/"

    static let all = PackageFiles.paths(below: folder).map { Transcript(name: $0) }

    /// The path of its file in the package.
    var path: String { Transcript.folder + name }

    var testDescription: String { name }

    /// Plays it again and gives it back as it went; the folder's name is written `FOLDER`.
    func replayed(_ text: String) throws -> String {
        let folder = try TemporaryFolder()
        var again: [String] = []
        let lines = text.split(separator: "\n").map(String.init)
        var index = 0
        func following(_ mark: String) -> [String] {
            let found = lines[index...].prefix { $0.hasPrefix(mark) }
            index += found.count
            return found.map { String($0.dropFirst(mark.count)) }
        }
        while index < lines.count {
            let line = lines[index]
            index += 1
            switch line.prefix(2) {
            case "> ":
                let content = following("| ")
                try folder.write(Array(content.map { $0 + "\n" }.joined().utf8), to: String(line.dropFirst(2)))
                again += [line] + content.map { "| " + $0 }
            case "$ ":
                let input = following("< ")
                let run = try Dossier(folder).run(
                    Transcript.words(of: line.dropFirst("$ dossier ".count)),
                    input: Array(input.map { $0 + "\n" }.joined().utf8))
                again += [line] + input.map { "< " + $0 }
                again +=
                    Transcript.lines(run.output, "  ", folder) + Transcript.lines(run.errors, "! ", folder) + [
                        "= \(run.code)"
                    ]
            case "# ": again.append(line)
            default: continue
            }
        }
        return again.map { $0 + "\n" }.joined()
    }

    private static func lines(_ text: String, _ mark: String, _ folder: TemporaryFolder) -> [String] {
        text.replacing(folder.path, with: "FOLDER").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { mark + $0 }
    }

    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        var isQuoted = false
        var hasWord = false
        for character in line {
            switch character {
            case "'":
                isQuoted.toggle()
                if !hasWord { words.append("") }
                hasWord = true
            case " " where !isQuoted: hasWord = false
            default:
                if !hasWord { words.append("") }
                hasWord = true
                words[words.count - 1].append(character)
            }
        }
        return words
    }
}

@Suite struct TranscriptTests {
    @Test("the program answers as the transcript says, line for line", arguments: Transcript.all)
    func answers(transcript: Transcript) throws {
        try expectRecorded(at: transcript.path) { try transcript.replayed($0) }
    }
}
