import TestSupport

@testable import DossierModel

/// Random JSON values, and damage to their texts.
enum SampleJSON {
    static func value(depth: Int, using generator: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 8 : 5), using: &generator) {
        case 0: .null
        case 1: .bool(Bool.random(using: &generator))
        case 2: .number(JSONNumber(Int.random(in: -100_000...100_000, using: &generator)))
        case 3: number(using: &generator)
        case 4, 5: .string(string(using: &generator))
        case 6: .array(elements(depth: depth, using: &generator))
        default:
            .object(
                JSONObject(
                    elements(depth: depth, using: &generator).map { (string(using: &generator), $0) }))
        }
    }

    /// Changes, removes, repeats or inserts a byte, or cuts the text.
    static func damage(_ bytes: inout [UInt8], using generator: inout SplitMix64) {
        guard let index = bytes.indices.randomElement(using: &generator) else { return }
        let marks = Array("{}[]\",:\\u0-+.eE \n\u{0}tfn".utf8) + [0x80, 0xC3, 0xED, 0xF0, 0xFF]
        let mark = marks.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0...4, using: &generator) {
        case 0: bytes[index] = mark
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(mark, at: index)
        default: bytes.removeSubrange(index...)
        }
    }

    private static func elements(depth: Int, using generator: inout SplitMix64) -> [JSONValue] {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in value(depth: depth - 1, using: &generator) }
    }

    private static func number(using generator: inout SplitMix64) -> JSONValue {
        let sign = ["", "-"].randomElement(using: &generator) ?? ""
        let fraction = ["", ".0", ".250", ".00000000000000000000001"].randomElement(using: &generator) ?? ""
        let exponent = ["", "e5", "E+007", "e-12"].randomElement(using: &generator) ?? ""
        let text = "\(sign)\(UInt64.random(in: 0...UInt64.max, using: &generator))\(fraction)\(exponent)"
        return JSONNumber(text).map(JSONValue.number) ?? .null
    }

    private static func string(using generator: inout SplitMix64) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7F, 0x20...0x7F, 0x80...0x7FF, 0xAC00...0xD7A3, 0x2020...0x2030, 0xFFF0...0xFFFF,
            0x1F600...0x1F640,
        ]
        var scalars = String.UnicodeScalarView()
        let range = ranges.randomElement(using: &generator) ?? 0x20...0x7F
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            let mixed = Int.random(in: 0...4, using: &generator) == 0 ? ranges.randomElement(using: &generator) : nil
            if let scalar = Unicode.Scalar(UInt32.random(in: mixed ?? range, using: &generator)) {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
