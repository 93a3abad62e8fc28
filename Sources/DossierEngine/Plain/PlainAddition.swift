import DossierModel
import DossierTime

/// A command that states one new record in plain words: `add event`, `add claim` or `add note` without a name of one's own,
/// `link`, and `annotate` without a quote, with records by their ids, words that are listed, plain values and tags.
///
/// Such a record is written as it stands in a state, from the bytes of the line, and never made as a value. Whatever is not
/// plain, wrong or only unusual, is left to the command itself, which comes to the same and tells what is wrong.
struct PlainAddition {
    /// What kind of record is stated.
    private(set) var kind = Kind.event
    /// The number of its id.
    private(set) var number = 0
    private var writer = JSONWriter()
    private var mentions = ContiguousArray<Session.Slot>()
    /// The fields of the kind.
    private var known = PlainFields.all[.event]
    /// The words that give each field, by its place in the kind's definition.
    private var givers = InlineArray<32, Giver>(repeating: Giver())

    /// Words of the line, one behind the other, that give a field its value; none where nothing does.
    private struct Giver {
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// The record that was read last.
    func withRecord<Result, Failure: Error>(
        _ body: (WrittenRecord) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try writer.written.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try body(WrittenRecord(kind: kind, number: number, bytes: bytes, mentions: mentions, old: nil))
        }
    }

    /// Reads the record of a line; false where the command itself has to look at it.
    mutating func read(_ line: borrowing PlainLine, in session: Session) -> Bool {
        guard line.isWord(0) else { return false }
        let verb = line.name(0)
        let isAdd = verb == PlainAddition.add
        let arguments: Int
        if isAdd {
            guard let kind = PlainAddition.kind(of: line) else { return false }
            begin(kind)
            arguments = 2
        } else if verb == PlainAddition.link {
            guard begin(linkOf: line, in: session) else { return false }
            arguments = 4
        } else if verb == PlainAddition.annotate {
            guard let end = begin(noteOf: line) else { return false }
            arguments = end
        } else {
            return false
        }
        for index in arguments..<line.words.count where !take(index, of: line, isAdd: isAdd) {
            return false
        }
        number = session.highestNumber(of: kind) + 1
        return write(line, in: session)
    }

    private static func kind(of line: borrowing PlainLine) -> Kind? {
        guard line.isWord(1), let name = line.name(1) else { return nil }
        return kinds.first { $0.name == name }?.kind
    }

    private mutating func begin(_ kind: Kind) {
        self.kind = kind
        writer.breakOff()
        writer.removeBytes()
        mentions.removeAll(keepingCapacity: true)
        known = PlainFields.all[kind]
        for place in known.fields.indices { givers[place].count = 0 }
    }

    /// Reads the ends and the relation of a link, which must be one that ships, typed from its beginning.
    private mutating func begin(linkOf line: borrowing PlainLine, in session: Session) -> Bool {
        guard line.isWord(1), line.isWord(2), line.isWord(3), !session.declaresRelations,
            let name = line.name(2),
            let relation = PlainAddition.relations.first(where: { $0.name == name })?.relation,
            let from = session.standing(line.content(1)), let to = session.standing(line.content(3)),
            from.slot != to.slot, relation.from.contains(from.kind), relation.to.contains(to.kind)
        else { return false }
        begin(.link)
        return give(.from, 1) && give(.relation, 2) && give(.to, 3)
    }

    /// Reads the records that a note is on; gives the index behind them.
    private mutating func begin(noteOf line: borrowing PlainLine) -> Int? {
        var end = 1
        while line.isWord(end) { end += 1 }
        begin(.note)
        guard end > 1, let place = place(of: .target) else { return nil }
        givers[place] = Giver(start: 1, count: Int32(end - 1))
        return end
    }

    /// Notes which field a word gives; false where it is not plain.
    private mutating func take(_ index: Int, of line: borrowing PlainLine, isAdd: Bool) -> Bool {
        let word = line.words[index]
        switch word.form {
        case .tag: return giveTag(index)
        case .field:
            guard let place = known.place(of: line.bytes(word.name)) else { return false }
            return give(place, index)
        case .tail: return give(isAdd && kind != .note && !hasTitle ? kind.titleField : .text, index)
        case .text: return isAdd && give(kind.titleField, index)
        case .word: return isAdd && !hasTitle && kind != .note && give(.when, index)
        }
    }

    private var hasTitle: Bool {
        place(of: kind.titleField).map { givers[$0].count > 0 } ?? true
    }

    private func place(of name: FieldName) -> Int? { kind.definition.rank(of: name) }

    private mutating func give(_ name: FieldName, _ index: Int) -> Bool {
        place(of: name).map { give($0, index) } ?? false
    }

    private mutating func give(_ place: Int, _ index: Int) -> Bool {
        guard givers[place].count == 0 else { return false }
        givers[place] = Giver(start: Int32(index), count: 1)
        return true
    }

    /// Tags that stand side by side are one list.
    private mutating func giveTag(_ index: Int) -> Bool {
        guard let place = place(of: .tags) else { return false }
        let tags = givers[place]
        if tags.count == 0 { return give(place, index) }
        if Int(tags.start + tags.count) != index { return false }
        givers[place].count += 1
        return true
    }

    private static let add = ShortWord("add")
    private static let link = ShortWord("link")
    private static let annotate = ShortWord("annotate")
    private static let kinds = [Kind.event, .claim, .note].map { (name: ShortWord($0.rawValue), kind: $0) }
    private static let relations = Relation.shipped.map { (name: ShortWord($0.name), relation: $0) }
}

/// The record as it stands in a state.
extension PlainAddition {
    private mutating func write(_ line: borrowing PlainLine, in session: Session) -> Bool {
        writer.beginObject()
        writer.key(plain: "id")
        writer.string(Identifier(kind, number: number).text)
        let fields = known.fields
        let type = kind == .note ? place(of: .type) : nil
        for place in fields.indices {
            let giver = givers[place]
            if giver.count == 0 {
                // A note that names no type is a comment.
                if place == type {
                    writer.key(fields[place].key)
                    writer.string("comment")
                }
                continue
            }
            let field = fields[place]
            writer.key(field.key)
            if field.holdsMany { writer.beginArray() }
            for index in giver.start..<(giver.start + giver.count) {
                if !write(Int(index), of: field, line, in: session) { return false }
            }
            if field.holdsMany { writer.endArray() }
        }
        writer.endObject()
        return true
    }

    private mutating func write(
        _ index: Int, of field: PlainField, _ line: borrowing PlainLine, in session: Session
    ) -> Bool {
        let word = line.words[index]
        let value = line.bytes(word.content)
        switch field.form {
        case .reference(let kinds):
            guard !word.isQuoted, let standing = session.standing(value), kinds.contains(standing.kind) else {
                return false
            }
            let isNew = !mentions.contains(standing.slot)
            // A list holds each record once, and two fields may name the same one.
            if !isNew, kind == .note { return false }
            if isNew { mentions.append(standing.slot) }
        case .tags:
            guard word.form == .tag, value.allSatisfy(PlainAddition.mayStandInTag), !isTwin(index, of: line) else {
                return false
            }
        case .other:
            // The relation of a link was looked up already.
            if kind != .link || word.form != .word { return false }
        default: return field.write(index, of: line, to: &writer)
        }
        writer.string(utf8: value)
        return true
    }

    /// Whether the same tag stands right before among the tags.
    private func isTwin(_ index: Int, of line: borrowing PlainLine) -> Bool {
        var before = index - 1
        while before > 0, line.words[before].form == .tag {
            if line.content(before).elementsEqual(line.content(index)) { return true }
            before -= 1
        }
        return false
    }

    private static func mayStandInTag(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
