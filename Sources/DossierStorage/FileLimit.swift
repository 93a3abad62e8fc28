import DossierModel

/// How large a file may be that is read whole.
package enum FileLimit {
    /// A document: the text of a source, a script, a notebook, the settings.
    package static let document = 64 << 20
    /// Data: a session, its log, a file that is imported.
    package static let data = JSONLimits().bytes

    /// A number of bytes in words: `64 MiB`, `20.5 GiB`.
    static func text(of bytes: Int) -> String {
        let units = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        guard let (unit, size) = units.first(where: { bytes >= $0.1 }) else { return "\(bytes) bytes" }
        // Rounded up, so that what is over a limit does not look like it.
        let (whole, rest) = bytes.quotientAndRemainder(dividingBy: size)
        let tenths = whole * 10 + (rest * 10 + size - 1) / size
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + " " + unit
    }
}

extension DiskFailure {
    /// A file that the program does not read, or does not write to, for what it is.
    init(unfit path: String, _ reason: String) { self.init(path: path, code: 0, reason: reason) }

    /// A file that is larger than is read; its size where it is known.
    init(_ path: String, size: Int?, limit: Int) {
        let most = FileLimit.text(of: limit)
        self.init(
            unfit: path,
            (size.map { "it is " + FileLimit.text(of: $0) } ?? "it is larger") + "; the limit is \(most)")
    }
}
