import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierText
@testable import DossierTime

/// No data can drive the terminal, whatever it holds and by whichever way it comes out.
@Suite struct HostileTerminalTests {
    /// All controls of ASCII and of C1, those that reorder or hide text, and what ends a line elsewhere.
    private static let controls: [Unicode.Scalar] =
        (Array(0x00...0x1F) + Array(0x7F...0x9F)
        + [0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFF9, 0xE0001]
        + Array(0x202A...0x202E) + Array(0x2066...0x2069)).compactMap { Unicode.Scalar($0 as UInt32) }

    /// What terminals obey: sequences that clear, move, name the window, answer back, and end a colour.
    private static let sequences = [
        "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{7}", "\u{1B}[6n", "\u{9B}31m", "\u{1B}c", "\r\u{1B}[K",
        "\u{1B}P+q544e\u{1B}\\",
    ]

    /// A session in which every field of every kind holds a text, wherever a text may stand.
    private func session(of text: String) -> Session {
        var session = Session()
        var header = Record(.session, .session)
        fill(&header, with: text)
        session.apply(Change(old: session.header, new: header))
        for kind in Kind.listed {
            for number in 1...2 {
                var record = Record(kind, id(kind, number))
                fill(&record, with: text)
                session.apply(Change(old: nil, new: record))
            }
        }
        return session
    }

    private func id(_ kind: Kind, _ number: Int) -> Identifier {
        kind == .entity ? Identifier(known: "entity-\(number)") : Identifier(kind, number: number)
    }

    private func fill(_ record: inout Record, with text: String) {
        for field in record.kind.definition.fields {
            if let value = value(of: field, text) { record[field.name] = [value] }
        }
        record[FieldName("x.own")] = [.text(text)]
        record.append(FieldName(text), .unknown(.string(text)))
        record.append(FieldName("later"), .unknown(.object(JSONObject([(text, .string(text))]))))
    }

    private func value(of field: FieldDefinition, _ text: String) -> FieldValue? {
        switch field.type {
        case .text, .word, .tag, .digest, .zone: return .text(text)
        case .relation: return .text(field.name == .relation ? "supports" : text)
        case .when: return (try? When("2024-10-2X")).map { .when($0) }
        case .quantity:
            return .quantity(
                Quantity(low: Decimal(5), best: Decimal(5), high: Decimal(5), unit: text, isApproximate: true))
        case .grade: return (try? Grade("B2")).map { .grade($0) }
        case .reliability: return .reliability(.b)
        case .likelihood: return (try? Likelihood("likely")).map { .likelihood($0) }
        case .reference(let kinds, _): return kinds.first.map { .reference(id($0, field.name == .to ? 2 : 1)) }
        case .quote:
            return .quote(TextQuoteSelector(source: id(.source, 1), exact: text, prefix: text, suffix: text))
        case .coordinates, .relationDeclaration: return nil
        }
    }

    /// All that may be asked: kinds, records, views, checks, exports, and errors that repeat what was typed.
    private func commands(_ text: String) -> [String] {
        let typed = Typed.escaped(text)
        let ids = Kind.listed.map { id($0, 1).text }
        var commands = Kind.listed.flatMap { kind -> [String] in
            let fields = kind.definition.fields.map(\.name.text).joined(separator: ",")
            return ["show \(kind.plural)", "show \(kind.plural) with id,\(fields)"]
                + kind.definition.fields.flatMap { field in
                    ["show \(kind.plural) count by \(field.name)", "show \(kind.plural) by \(field.name)"]
                }
        }
        commands += ids.map { "show \($0)" }
        for view in ViewTable.all where view.definition.name != "date" {
            commands += ["show \(view.definition.name)"] + ids.map { "show \(view.definition.name) \($0)" }
        }
        commands += ["show path e1 to entity-1", "check", "check --storage", "log verify"]
        commands += ExporterTable.all.map { "export \($0.definition.name) tlp=red" }
        commands += ["csv", "json", "markdown"].map { "show events as \($0)" }
        return commands + [
            "add event \(typed)", "annotate e1 -- \(text.replacing("\n", with: " "))", "add entity \(typed)",
            "set e1 title=\(typed) status=\(typed)", "set e1 \(typed)", "link e1 \(typed) e2", "show \(typed)",
            "show title:\(typed)", "show date \(typed)", "add event e9 when=\(typed)", typed, "help \(typed)",
            "undo", "open \(typed)", "replay \(typed)", "export \(typed)", "add event \"A\" place=\(typed)",
            "drop e1 \(typed)",
        ]
    }

    /// What a command shows on a terminal, in colour.
    private func shown(_ command: String, in engine: Engine, width: Int?) -> String {
        let palette = Palette(isColoured: true)
        var text = ""
        do throws(Diagnostic) {
            let renderer = Renderer(width: width, palette: palette, isTerminal: true)
            try engine.run(SourceText(command)) { reply in
                text += renderer.text(of: reply.answer)
                for notice in reply.notices { text += palette.render(StyledText(notice)) + "\n" }
            }
        } catch {
            for line in DiagnosticText(width: width).lines(of: error) { text += palette.render(line) + "\n" }
        }
        return text
    }

    /// The first scalar in a text that a terminal obeys, our own colours and ends of lines left out.
    private func fault(in text: String) -> Unicode.Scalar? {
        var scalars = Array(text.unicodeScalars)[...]
        let hostile = Set(HostileTerminalTests.controls).subtracting(["\n"])
        while let scalar = scalars.popFirst() {
            if scalar == "\u{1B}", scalars.first == "[" {
                let end = scalars.dropFirst().firstIndex { !("0"..."9" ~= $0 || $0 == ";") }
                guard let end, scalars[end] == "m" else { return scalar }
                scalars = scalars[(end + 1)...]
            } else if hostile.contains(scalar) {
                return scalar
            }
        }
        return nil
    }

    private func proveHarmless(_ text: String, width: Int?) {
        for command in commands(text) {
            let engine = TestEngine(holding: session(of: text)).engine
            let answer = shown(command, in: engine, width: width)
            let fault = fault(in: answer)
            #expect(fault == nil, "\(command.debugDescription) shows \(answer.debugDescription)")
            if fault != nil { return }
        }
    }

    @Test("every control character in every field, by every way out")
    func everyControl() {
        // A table shows the first line of a text, so those that end a line come last.
        let controls = HostileTerminalTests.controls
        let ordered = controls.filter { !Character($0).isNewline } + controls.filter { Character($0).isNewline }
        let text = "a" + ordered.map { String($0) + "b" }.joined()
        proveHarmless(text, width: nil)
        let engine = TestEngine(holding: session(of: text)).engine
        for command in ["show e1", "show events", "show n1", "export markdown tlp=red", "show \(Typed.escaped(text))"] {
            #expect(shown(command, in: engine, width: nil).contains("b^[b"), "\(command) shows what stands there")
        }
    }

    @Test("what terminals obey, also where it is cut to the width", arguments: [nil, 20, 80])
    func sequences(width: Int?) {
        for sequence in Effort.cases(Self.sequences, sampled: 1) { proveHarmless("a" + sequence + "b", width: width) }
    }

    @Test("every one of many hostile texts that hides something, in records and tables")
    func manyHostileTexts() {
        let hiding = HostileText.many.filter { $0.unicodeScalars.contains(where: HiddenScalars.contains) }
        for text in Effort.cases(hiding, sampled: 60) {
            let engine = TestEngine(holding: session(of: text)).engine
            for command in [
                "show events", "show e1", "show claims", "show entity-1", "check", "export markdown tlp=red",
            ] {
                let answer = shown(command, in: engine, width: 80)
                #expect(fault(in: answer) == nil, "\(command) of \(text.debugDescription)")
            }
        }
    }
}
