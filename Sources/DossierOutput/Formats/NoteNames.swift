import DossierModel
import DossierText

/// Names for files of which each is for one record: good on all systems, and different also where case, width and composition
/// do not count. The id is the name wherever it can be.
struct NoteNames {
    private var names: [Identifier: String] = [:]
    private var taken: Set<String>
    /// The number after which the next free name of a sort is looked for.
    private var numbers: [String: Int] = [:]

    /// Names the records of some ids; other files have the reserved names.
    init(of ids: [Identifier], reserved: [String] = []) {
        taken = Set(reserved.map(FoldedText.of))
        let isPlain = ids.map { NoteNames.safe($0.text).utf8.elementsEqual($0.text.utf8) }
        for (id, isPlain) in zip(ids, isPlain) where isPlain && taken.insert(FoldedText.of(id.text)).inserted {
            names[id] = id.text
        }
        for id in ids where names[id] == nil { names[id] = free(NoteNames.safe(id.text)) }
    }

    /// The name for a record; nil where it has none.
    subscript(id: Identifier) -> String? { names[id] }

    private mutating func free(_ name: String) -> String {
        let folded = FoldedText.of(name)
        if taken.insert(folded).inserted { return name }
        var number = numbers[folded] ?? 2
        while !taken.insert("\(folded)-\(number)").inserted { number += 1 }
        numbers[folded] = number + 1
        return "\(name)-\(number)"
    }

    /// A name that is not too long, no device of Windows, and ends neither in a point nor as Markdown does.
    private static func safe(_ id: String) -> String {
        var name = id
        while name.utf8.count > longest { name.unicodeScalars.removeLast() }
        if name.utf8.last == UInt8(ascii: ".") { name = name.dropLast() + "_" }
        if FoldedText.of(name).hasSuffix(".md") { name += "_" }
        let stem = FoldedText.of(name).prefix { $0 != "." }
        return devices.contains(String(stem)) ? "_" + name : name
    }

    /// Of the 255 bytes that a name may have, some are left for what is put behind it.
    private static let longest = 200
    private static let devices = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
