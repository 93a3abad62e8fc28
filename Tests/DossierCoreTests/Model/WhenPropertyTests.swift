import TestSupport
import Testing

@testable import DossierTime

@Suite("Properties of times")
struct WhenPropertyTests {
    static let mutations = Effort.number(sampled: 20_000, full: 1_000_000)

    static func key(_ bound: Bound) -> Moment? {
        if case .moment(let moment) = bound { moment } else { nil }
    }

    @Test(
        "what is read is printed as it was, with bounds in order and a reading", arguments: [1, 2024, 77] as [UInt64])
    func identity(seed: UInt64) throws {
        var maker = EDTFMaker(random: SplitMix64(seed: seed))
        var count = 0
        for _ in 0..<5000 {
            let text = maker.text()
            guard let when = try? When(text) else { continue }
            count += 1
            #expect(when.description == text, "seed \(seed)")
            #expect(try When(when.description) == when, "seed \(seed)")
            #expect(0...2 ~= when.level && !when.reading.isEmpty, "seed \(seed): \(text)")
            if let earliest = Self.key(when.earliest), let latest = Self.key(when.latest) {
                #expect(earliest <= latest, "seed \(seed): \(text)")
            }
        }
        #expect(count > 3000, "most of what is made is EDTF")
    }

    @Test("a date and an interval have the same bounds with doubt as without", arguments: [9] as [UInt64])
    func doubtMovesNoBounds(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            let day = Day(number: random.pick(-700_000...2_900_000)).description
            let texts = [day, String(day.prefix(7)), String(day.prefix(4))].filter { !$0.hasPrefix("-") }
            for text in texts {
                let (plain, doubtful) = (try When(text), try When(text + "~"))
                #expect(plain.earliest == doubtful.earliest && plain.latest == doubtful.latest, "seed \(seed): \(text)")
                let (span, other) = (try When(text + "/9999"), try When(text + "/9999?"))
                #expect(span.earliest == other.earliest && span.latest == other.latest, "seed \(seed): \(text)")
                #expect((try? When("9999-12-31/" + text)) == nil || text.hasPrefix("9999"))
            }
        }
    }

    @Test("each end of a time is a day that it may be", arguments: [3, 4] as [UInt64])
    func bounds(seed: UInt64) throws {
        var maker = EDTFMaker(random: SplitMix64(seed: seed))
        for _ in 0..<3000 {
            let text = maker.text()
            guard let when = try? When(text), !text.hasPrefix("Y"), !text.contains("/Y"), !text.contains("T") else {
                continue
            }
            for end in [when.earliestDay, when.latestDay] where end.count <= 11 && end.contains("-") {
                guard let day = try? When(end) else { continue }
                #expect(when.falls(in: day) != .no, "seed \(seed): \(text) in \(end)")
            }
        }
    }

    @Test(
        "no mutation of a text crashes, and each suggestion of an error is right", arguments: [20_241_021] as [UInt64])
    func mutations(seed: UInt64) throws {
        var maker = EDTFMaker(random: SplitMix64(seed: seed))
        let words = WhenWords.rules.map(\.words)
        let asOf = try When("2024-10-24")
        let letters = Array("0123456789-X~?%/.,[]{}TZ:+YES 1e9\u{E9}\u{1F4CC}ab".unicodeScalars)
        for count in 0..<Self.mutations {
            let isWords = count % 10 == 0
            let source = isWords ? words[maker.random.pick(0...words.count - 1)] : maker.text()
            var scalars = Array(source.unicodeScalars)
            for _ in 0..<maker.random.pick(1...3) {
                let letter = letters[maker.random.pick(0...letters.count - 1)]
                let place = maker.random.pick(0...scalars.count)
                switch maker.random.pick(1...3) {
                case 1: scalars.insert(letter, at: place)
                case 2 where place < scalars.count: scalars[place] = letter
                case 3 where place < scalars.count: scalars.remove(at: place)
                default: scalars.append(letter)
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            do throws(ValueError) {
                let when = isWords ? try When.interpret(text, asOf: asOf) : try When(text)
                if when.description != text && !isWords { Issue.record("seed \(seed): \(text)") }
            } catch {
                let size = text.utf8.count
                if let range = error.range, range.lowerBound < 0 || range.upperBound > size {
                    Issue.record("seed \(seed): \(text): range \(range)")
                }
                if let suggestion = error.suggestion, !isWords, (try? When(suggestion)) == nil {
                    Issue.record("seed \(seed): \(text): suggests \(suggestion)")
                }
            }
        }
    }
}
