import TestSupport
import Testing

@testable import DossierTime

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "a quantity is written back in its canonical form and said as people say it",
        arguments: [
            ("1500", "1500", "1,500"), ("~1500 soldiers", "~1500 soldiers", "about 1,500 soldiers"),
            ("1000..2000", "1000..2000", "1,000 to 2,000"),
            ("1000..1500..2000 soldiers", "1000..1500..2000 soldiers", "1,000 to 2,000 (best 1,500) soldiers"),
            ("..10000", "..10000", "up to 10,000"), ("1500..", "1500..", "at least 1,500"),
            ("10,000 soldiers", "10000 soldiers", "10,000 soldiers"),
            ("10 000 soldiers", "10000 soldiers", "10,000 soldiers"), ("10\u{A0}000", "10000", "10,000"),
            ("10\u{202F}000", "10000", "10,000"),
            ("10'000", "10000", "10,000"), ("1,234,567.50", "1234567.5", "1,234,567.5"),
            ("1.234.567,5", "1234567.5", "1,234,567.5"),
            ("12,34,567", "1234567", "1,234,567"), ("0.125", "0.125", "0.125"), ("1.1250", "1.1250", "1.125"),
            ("50%", "50%", "50%"),
            ("1.5 million barrels", "1500000 barrels", "1,500,000 barrels"),
            ("1..2 million barrels", "1000000..2000000 barrels", "1,000,000 to 2,000,000 barrels"),
            ("~1000..2000 men", "~1000..2000 men", "about 1,000 to 2,000 men"),
            ("-5 degrees", "-5 degrees", "-5 degrees"),
            ("..1500..2000", "..1500..2000", "up to 2,000 (best 1,500)"),
            ("1,000..2,000 main battle tanks", "1000..2000 main battle tanks", "1,000 to 2,000 main battle tanks"),
        ])
    func forms(text: String, canonical: String, reading: String) throws {
        let quantity = try Quantity(text)
        #expect(quantity.text == canonical)
        #expect(quantity.reading == reading)
        #expect(try Quantity(canonical) == quantity)
    }

    @Test(
        "what is no quantity is refused, with the typed form where one is near",
        arguments: [
            ("", nil), ("soldiers", nil), ("..", nil), ("1..2..3..4", nil), ("..5..", nil), ("3,1416", "3.1416"),
            ("1.500", nil), ("1,50,0", nil), ("10,000,00", nil), ("0 125", nil), ("0,125,000", nil),
            ("2000..1000 men", "1000..2000 men"), ("99999999999999999999999999999999999999999", nil),
            ("99999999999999999999999999999999999999 trillion", nil), ("1e400", nil), ("1e6people", nil),
            ("from 5", nil), ("2 to 3,000", "2000..3000"), ("between 5", nil), ("at least 5 to 6", nil),
            ("at least 5 or fewer", nil),
            ("10-man team", nil), ("100+50", nil), ("40++", nil), ("3:1", nil), ("1/2", nil), ("1.2.3.4", nil),
            ("2024-10-21", nil), ("12 155mm shells", "12155 mm shells"), ("90s", nil), ("2x", nil), ("4x4 trucks", nil),
            ("500 to 2 million", "500..2000000"), ("10k-12", "10000..12000"),
            ("5m-6m people", "5000000..6000000 people"),
            ("1500 soldiers and 20 tanks", nil), ("12 out of 40 tanks", nil), ("12 killed, one wounded", nil),
            ("nineteen eighty-four", nil), ("12 per 100,000 people", nil), ("5 km to 6 tanks", nil), ("$5 to €6", nil),
            ("no casualties", "0 casualties"), ("about tens of thousands of men", "20000.. men"), ("many", nil),
            ("hundreds of", nil), ("hundreds or so", nil), ("hundreds at most", nil), ("hundreds to thousands", nil),
            ("hundreds or thousands of men", nil), ("hundreds, if not thousands", nil), ("a hundreds", "200.."),
            ("some hundreds of men", "200.. men"), ("more than hundreds", "200.."), ("few thousand", "3000.."),
            ("dozens of thousands", "24000.."), ("thousands..2000", nil), ("1500 bis", nil), ("1500 до", nil),
            ("1500 до 2000", nil),
            ("1500 à", nil), ("5 km a 10", nil), ("5 A 10 V", nil), ("de 1500", nil), ("40 y 60", nil),
            ("2000 bis 1500", "1500..2000"), ("1500 à 2000 à 3000", nil), ("1500 и 2000", nil),
            ("two thirds of them", nil), ("12 of the 40", nil), ("5 mil", "5000000"), ("0b101", "5"),
        ])
    func refused(text: String, suggestion: String?) throws {
        let error = try #require(throws: ValueError.self) { try Quantity(text) }
        #expect(error.suggestion == suggestion)
    }

    @Test("each rule of the tables gives the quantity that it promises", arguments: QuantityRules.all)
    func rules(rule: QuantityRules.Rule) throws {
        let quantity = try Quantity(rule.written)
        #expect(quantity.text == rule.typed, "\(rule.name)")
        #expect(try Quantity(rule.typed) == quantity)
    }

    @Test("what is refused lists the figures to choose from, and each can be read", arguments: QuantityRules.refusals)
    func refusals(refusal: QuantityRules.Refusal) throws {
        let error = try #require(throws: ValueError.self) { try Quantity(refusal.written) }
        for reading in refusal.readings {
            let text = "\(error.problem) \(error.expectation ?? "") \(error.suggestion ?? "")"
            #expect(text.contains(reading), "\(error)")
            #expect(throws: Never.self) { try Quantity(reading) }
        }
    }

    @Test(
        "words that count in so many are at least two of them, and a range may be written in several languages",
        arguments: [
            ("hundreds", "200.."), ("Thousands", "2000.."), ("millions of dollars", "2000000.. dollars"),
            ("tens of people", "20.. people"), ("tens-of-thousands of men", "20000.. men"),
            ("hundreds of millions", "200000000.."), ("thousands or more", "2000.."), ("hundreds+", "200.."),
            ("billions", "2000000000.."), ("lakhs of people", "200000.. people"),
            ("at least 40+ people", "40.. people"),
            ("a total of hundreds of men", "200.. men"), ("hundreds of km", "200.. km"),
            ("от 1500 до 2000", "1500..2000"), ("1,5 bis 2 Mio", "1500000..2000000"), ("5 km bis 10 km", "5..10 km"),
            ("von 1500 bis 2000 Soldaten", "1500..2000 Soldaten"), ("de 1500 à 2000", "1500..2000"),
            ("1500 a\u{300} 2000", "1500..2000"), ("desde 1500 hasta 2000", "1500..2000"),
            ("da 1500 a 2000", "1500..2000"), ("zwischen 40 und 60", "40..60"), ("entre 40 et 60", "40..60"),
            ("\u{43C}\u{435}\u{436}\u{434}\u{443} 40 \u{438} 60", "40..60"), ("tra 40 e 60", "40..60"),
            ("od 10 do 20", "10..20"), ("van 10 tot 20", "10..20"), ("5 a day", "5 a day"), ("5 a", "5 a"),
        ])
    func inWords(text: String, typed: String) throws { #expect(try Quantity(text).text == typed) }

    @Test("only the typed form explains itself")
    func typed() throws {
        for text in [
            "1500", "~1500 soldiers", "10,000 men", "1..2 million barrels", "10k", "50%", "5 K", "5 mW", "..5",
        ] {
            #expect(try QuantityReader.read(text).isTyped, "\(text)")
        }
        for rule in QuantityRules.words { #expect(try !QuantityReader.read(rule.written).isTyped, "\(rule.written)") }
        for text in ["1,5", "1e6", "10K", "1½", "twelve", "2 mln", "\u{FF11}\u{FF12}"] {
            #expect(try !QuantityReader.read(text).isTyped, "\(text)")
        }
    }

    @Test(
        "what a record holds is read as it was written, whatever people write by it today",
        arguments: ["10 K soldiers", "5 m-6m people", "1.5 E+04", "5 millions", "10 percent", "1500 bis 2000", "5..%"])
    func stored(text: String) throws { #expect(try Quantity(stored: text).text == text) }

    @Test("what a record holds in another form than the canonical one is read as it is typed")
    func storedOtherwise() throws {
        #expect(try Quantity(stored: "10,000 men").text == "10000 men")
        #expect(try Quantity(stored: "1.5 million").text == "1500000")
        #expect(throws: ValueError.self) { try Quantity(stored: "2000..1000") }
        #expect(throws: ValueError.self) { try Quantity(stored: "..") }
    }

    @Test("a point that may group thousands is an error that names both readings")
    func ambiguous() throws {
        let error = try #require(throws: ValueError.self) { try Quantity("1.500 soldiers") }
        #expect(error.problem == "'1.500' can be read as 1.5 or as 1500")
    }

    @Test(
        "comparisons have three answers",
        arguments: [
            ("1500", Quantity.Comparison.greater, "1000", Certainty.certainly),
            ("1000..2000", .greater, "1500", .possibly),
            ("1000..2000", .greater, "2000", .no), ("1000..2000", .greaterOrEqual, "2000", .possibly),
            ("1000..2000", .lessOrEqual, "2000", .certainly),
            ("..10000", .less, "20000", .certainly), ("..10000", .greater, "1", .possibly),
            ("1500..", .greaterOrEqual, "1500", .certainly),
            ("1500", .equal, "1,500.0", .certainly), ("1000..2000", .equal, "1500", .possibly),
            ("1000..2000", .equal, "1000..2000", .possibly),
            ("1", .equal, "2", .no), ("~1500", .greater, "1400", .possibly), ("~1500", .greater, "1000", .certainly),
            ("~1500", .greater, "1900", .no),
            ("~1500", .equal, "1500", .possibly), ("~1500", .equal, "1500..1600", .possibly),
            ("~0", .equal, "0", .possibly), ("~-100", .less, "-70", .certainly),
            ("~-100", .less, "-80", .possibly), ("0.1", .equal, "0.10", .certainly),
            ("1200..1300", .overlaps, "1000..2000", .certainly), ("500..1300", .overlaps, "1000..2000", .possibly),
            ("5", .overlaps, "1000..2000", .no),
            ("~1100", .overlaps, "1000..2000", .possibly), ("1500", .overlaps, "~1500", .certainly),
            ("1600", .overlaps, "~1500", .possibly),
            ("10 percent", .greater, "5%", .certainly), ("10 per cent of GDP", .greater, "5% of GDP", .certainly),
            ("1500 soldiers", .greater, "1000", .certainly), ("1500 soldiers", .greater, "1000 Soldier", .certainly),
        ])
    func comparisons(left: String, comparison: Quantity.Comparison, right: String, answer: Certainty) throws {
        #expect(try Quantity(left).compare(comparison, Quantity(right)) == answer)
    }

    @Test("unlike units are an error that names both")
    func units() throws {
        let error = try #require(throws: ValueError.self) {
            try Quantity("5 tanks").compare(.less, Quantity("6 soldiers"))
        }
        #expect(error.problem == "'tanks' and 'soldiers' cannot be compared")
        #expect(throws: ValueError.self) { try Quantity("5 m").compare(.less, Quantity("6 ms")) }
        #expect(throws: ValueError.self) { try Quantity("5 mW").compare(.less, Quantity("6 MW")) }
    }

    @Test("comparisons agree with brute force over all whole numbers of small ranges", arguments: [5, 6] as [UInt64])
    func bruteForce(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            func range() -> ClosedRange<Int> {
                let low = random.pick(-6...12)
                return low...low + random.pick(0...5)
            }
            let (left, right) = (range(), range())
            func text(_ range: ClosedRange<Int>) -> String {
                range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
            }
            let (one, other) = (try Quantity(text(left)), try Quantity(text(right)))
            let checks: [(Quantity.Comparison, (Int, Int) -> Bool)] = [
                (.equal, { $0 == $1 }), (.less, { $0 < $1 }), (.lessOrEqual, { $0 <= $1 }), (.greater, { $0 > $1 }),
                (.greaterOrEqual, { $0 >= $1 }),
            ]
            for (comparison, holds) in checks {
                let answers = Set(left.flatMap { number in right.map { holds(number, $0) } })
                let expected: Certainty = answers.count == 2 ? .possibly : Certainty(answers == [true])
                #expect(try one.compare(comparison, other) == expected, "seed \(seed): \(one) \(comparison) \(other)")
            }
            let isInside = right.contains(left.lowerBound) && right.contains(left.upperBound)
            let expected: Certainty = isInside ? .certainly : left.overlaps(right) ? .possibly : .no
            #expect(try one.compare(.overlaps, other) == expected, "seed \(seed): \(one) overlaps \(other)")
        }
    }

    @Test("no mutation of a text crashes, and what is read is read again the same", arguments: [8] as [UInt64])
    func mutations(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let sources = [
            "~1500 soldiers", "1000..1500..2000 men", "..10,000", "1.234.567,5 km", "10 000", "up to 50%",
            "1.5 million barrels", "between 40 and 60 people", "two hundred and fifty thousand", "\u{20AC}1.5m",
            "2 crore 50 lakh",
            "more than 1,000 km", "40+ people", "5 km to 10 km", "1.5E+04", "100 \u{B1} 10 kg", "dozens of men",
        ]
        let letters = Array("0123456789.,' ~-+%akemoé\u{A0}\u{2013}".unicodeScalars)
        for _ in 0..<WhenPropertyTests.mutations / 5 {
            var scalars = Array(sources[random.pick(0...sources.count - 1)].unicodeScalars)
            for _ in 0..<random.pick(1...3) {
                let place = random.pick(0...scalars.count - 1)
                scalars[place] = letters[random.pick(0...letters.count - 1)]
                if random.oneIn(3) { scalars.insert(letters[random.pick(0...letters.count - 1)], at: place) }
            }
            let text = String(String.UnicodeScalarView(scalars))
            let quantity: Quantity
            do throws(ValueError) {
                quantity = try Quantity(text)
            } catch {
                if let advice = error.suggestion, (try? Quantity(advice)) == nil {
                    Issue.record("seed \(seed): of '\(text)' the advice '\(advice)' cannot be read")
                }
                continue
            }
            if (try? Quantity(quantity.text)) != quantity { Issue.record("seed \(seed): '\(text)' is '\(quantity)'") }
        }
    }

    @Test(
        "what a number in words would swallow once it is written in digits is no unit, and a tolerance has no sign",
        arguments: [
            "two hundred and fifty k+housand", "two hundred mn7 fifty1thousand",
            "two hundred and \u{2013}fifty thousand",
            "100 \u{B1} -10 kg", "100 +/- -3 kg", "100 \u{B1}-1m kg", "10 %-0",
        ])
    func noUnits(text: String) throws {
        #expect(throws: ValueError.self) { try Quantity(text) }
    }

    @Test("a dash behind a sign joins two numbers", arguments: ["10 %\u{2013}60 %", "10 %-60", "10%-60%"])
    func signs(text: String) throws {
        #expect(try Quantity(text).text == "10..60%")
    }

    @Test(
        "a bound steps over to the next whole number only where it is exact, and a comma after other marks is no hint",
        arguments: [
            ("more than 100 soldiers", "101.. soldiers"), ("more than about 100 soldiers", "~100.. soldiers"),
            ("12 345,678 men", "12345.678 men"), ("0,125 men", "0.125 men"),
        ])
    func bounds(text: String, typed: String) throws {
        #expect(try QuantityReader.read(text).quantity.text == typed)
    }
}
