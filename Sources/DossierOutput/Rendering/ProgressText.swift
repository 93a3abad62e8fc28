import DossierLanguage
import DossierModel

/// How far long work has come, in one line: `replaying march.dossier  45%  1.2 of 2.6 MB  0.4 MB/s  4 s left`.
package struct ProgressText: Sendable {
    /// How far it is.
    package let progress: Progress
    /// How long it has taken so far.
    package let seconds: Double

    /// Makes a line from its parts.
    package init(_ progress: Progress, seconds: Double) {
        self.progress = progress
        self.seconds = seconds
    }

    /// The line.
    package var text: StyledText {
        let (done, total) = (progress.done, progress.total)
        var parts = [StyledText(progress.title)]
        if total > 0 { parts.append(StyledText("\(min(100, Int(Double(done) / Double(total) * 100)))%", .strong)) }
        let scale = Scale(progress.unit, total)
        parts.append(StyledText("\(scale.number(done)) of \(scale.number(total)) \(scale.word)", .faint))
        if done > 0, seconds > 0 {
            let rate = Double(done) / seconds
            let perSecond = Scale(progress.unit, Int(min(rate, 1e15)))
            let word = perSecond.isScaled ? " " + perSecond.word : ""
            parts.append(StyledText("\(perSecond.number(rate))\(word)/s", .faint))
            if done < total { parts.append(StyledText(ProgressText.remaining(Double(total - done) / rate), .faint)) }
        }
        return parts.joined(separator: "  ")
    }

    /// A time that is left: seconds rounded up, from two minutes on minutes, from two hours on hours.
    private static func remaining(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded(.up))
        if whole < 120 { return "\(max(whole, 1)) s left" }
        if whole < 7_200 { return "\((whole + 59) / 60) min left" }
        return "\((whole + 3_599) / 3_600) h left"
    }

    /// In what a count is told: bytes in thousands or millions of them, all else as it is.
    private struct Scale {
        let word: String
        private let divisor: Double
        var isScaled: Bool { word.hasSuffix("B") }

        init(_ unit: Progress.Unit, _ count: Int) {
            switch (unit, count) {
            case (.bytes, 1_000_000...): (word, divisor) = ("MB", 1e6)
            case (.bytes, 1_000...): (word, divisor) = ("kB", 1e3)
            case (.bytes, _): (word, divisor) = ("B", 1)
            default: (word, divisor) = (unit.rawValue, 1)
            }
        }

        func number(_ count: Int) -> String { number(Double(count)) }

        func number(_ count: Double) -> String {
            let scaled = count / divisor
            if divisor > 1 || (scaled < 10 && scaled != scaled.rounded()) { return scaled.text(decimals: 1) }
            let digits = Array(String(Int(scaled)))
            return digits.indices.map { index in
                let isGroup = index > 0 && (digits.count - index) % 3 == 0
                return (isGroup ? "," : "") + String(digits[index])
            }.joined()
        }
    }
}
