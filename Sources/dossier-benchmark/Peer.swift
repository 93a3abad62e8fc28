import Glibc

/// Another tool, run as its users would, which prints the seconds of each of its runs.
enum Peer {
    /// Runs a Python program; nil where Python or what it imports is not installed.
    static func python(_ program: String, input: String) -> [Double]? {
        let files = TemporaryFiles(["program.py": program, "input": input])
        return seconds(of: "python3 '\(files.path)/program.py' < '\(files.path)/input' 2>/dev/null")
    }

    /// Runs a query of SQLite six times over rows of a table in memory, the first not counted; nil where it is not installed.
    static func sqlite(rows: [String], query: String) -> [Double]? {
        var script = "create table events (id integer, earliest text, latest text);\n.separator |\n"
        let files = TemporaryFiles(["rows": rows.joined(separator: "\n") + "\n"])
        script += ".import '\(files.path)/rows' events\n.timer on\n"
        script += String(repeating: query + ";\n", count: 6)
        let input = TemporaryFiles(["script.sql": script])
        let lines = output(of: "sqlite3 :memory: < '\(input.path)/script.sql' 2>/dev/null")
        let times = lines.compactMap { line -> Double? in
            let words = line.split(separator: " ")
            guard words.count > 3, words[0] == "Run", words[2] == "real" else { return nil }
            return Double(words[3])
        }
        return times.count > 1 ? Array(times.dropFirst()) : nil
    }

    private static func seconds(of command: String) -> [Double]? {
        let seconds = output(of: command).compactMap { Double($0) }
        return seconds.isEmpty ? nil : seconds
    }

    private static func output(of command: String) -> [Substring] {
        guard let pipe = popen(command, "r") else { return [] }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 { bytes += chunk[..<count] }
        pclose(pipe)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}

/// Files that are there as long as the value that stands for them.
final class TemporaryFiles {
    let path: String
    private let names: [String]

    init(_ files: [String: String]) {
        var template = Array("/tmp/dossier-benchmark-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        path = made ?? "/tmp"
        names = Array(files.keys)
        for (name, text) in files {
            guard let file = fopen(path + "/" + name, "w") else { continue }
            fputs(text, file)
            fclose(file)
        }
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
