import DossierModel
import DossierOutput

/// What the shell says of a session that it opens, so that a mistyped name is seen at once.
package enum OpeningText {
    /// One line: `dam: 2 sources, 21 claims, last change 2024-10-24 09:30 UTC`.
    package static func line(of engine: Engine) -> String? {
        guard let path = engine.path else { return nil }
        let name = PromptText.name(of: path)
        if engine.isNew { return "\(name): a new session, created at the first change" }
        let counts = Kind.listed.compactMap { kind in
            let count = engine.session.count(of: kind)
            return count == 0 ? nil : Kind.counted(count, of: kind)
        }
        let held = counts.isEmpty ? "no records" : counts.joined(separator: ", ")
        let time = engine.timeOfLastChange.map { ", last change " + shown($0) } ?? ""
        return "\(name): \(held)\(time)"
    }

    /// A time of the log to the minute; the clock of the log is UTC.
    private static func shown(_ time: String) -> String {
        guard time.hasSuffix("Z"), time.utf8.count >= 17 else { return time }
        return time.prefix(16).replacing("T", with: " ") + " UTC"
    }
}
