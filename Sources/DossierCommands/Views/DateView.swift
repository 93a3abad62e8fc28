import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show date WHEN`: how a date is read.
package struct DateView: View {
    private let words: Token
    private let asOf: Token?

    package static let name = "date"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "WHEN [as-of DATE]",
        "how a date or words are read: EDTF, level, earliest and latest day, and words",
        reads: .nothing,
        examples: [
            Example(
                "one of several days", "show date [2024-10-08..2024-10-13]",
                answer: """
                    [2024-10-08..2024-10-13]
                      reading   between 8 and 13 October 2024
                      level     2
                      earliest  2024-10-08
                      latest    2024-10-13
                    """),
            Example(
                "words, as of a day", #"show date "last June" as-of 2024-10-22"#,
                answer: """
                    2024-06
                      reading   June 2024
                      level     0
                      earliest  2024-06-01
                      latest    2024-06-30
                    """),
        ])

    /// Reads the words and the day that they are read against.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        var rest = request.arguments
        var asOf: Token?
        if rest.count >= 2, rest[rest.endIndex - 2].isWord("as-of") {
            asOf = rest.popLast()
            rest.removeLast()
        }
        guard let first = rest.first, let last = rest.last else { throw .missingWord("a date", after: request.name) }
        let place = first.place.through(last.place)
        words = rest.count == 1 ? first : Token(wordAt: place)
        self.asOf = asOf
    }

    /// Explains the date.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        var day: When?
        if let asOf { do { day = try When(asOf.text) } catch { throw asOf.invalid(error) } }
        let when: When
        do { when = try When.interpret(words.text, asOf: day) } catch { throw words.invalid(error) }
        let (earliest, latest) = (
            when.earliest.text(hasTime: when.hasTimeOfDay), when.latest.text(hasTime: when.hasTimeOfDay)
        )
        let fields = [
            ("reading", when.reading), ("level", when.levelText), ("earliest", earliest), ("latest", latest),
        ]
        let json = JSONValue.object([
            "edtf": .string(when.text),
            "level": when.level == When.levelOfISO ? .string(when.levelText) : .number(JSONNumber(when.level)),
            "earliest": .string(earliest), "latest": .string(latest), "reading": .string(when.reading),
        ])
        return Answer(
            [
                .heading(StyledText(when.text)),
                .fields(fields.map { Block.Labelled(label: $0.0, text: StyledText($0.1)) }),
            ], json: json)
    }
}
