import DossierModel
import DossierTime

/// A `set` of one record that a script added, of fields that hold plain values and no other record: the record is written anew
/// from its bytes and those of the line.
///
/// As with ``PlainAddition``, whatever is unusual is left to the command.
struct PlainChange {
    /// The slot of the record.
    private(set) var slot: Session.Slot = 0
    private var kind = Kind.event
    private var number = 0
    private var writer = JSONWriter()
    private var known = PlainFields.all[.event]
    /// The words that give fields, by the fields' places in the kind's definition; 0 where none does.
    private var givers = InlineArray<32, Int>(repeating: 0)

    /// The record as it will be, with what it was.
    func withRecord<Result, Failure: Error>(
        was old: UnsafeBufferPointer<UInt8>, _ body: (WrittenRecord) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try writer.written.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try body(WrittenRecord(kind: kind, number: number, bytes: bytes, mentions: [], old: old))
        }
    }

    /// Reads the change of a line; the bytes of the record as it is, or nil where the command itself has to look at it.
    mutating func read(_ line: borrowing PlainLine, in session: Session) -> UnsafeBufferPointer<UInt8>? {
        guard line.isWord(0), line.isWord(1), line.words.count > 2, line.name(0) == PlainChange.set,
            let standing = session.standing(line.content(1)), let given = Identifier.given(by: line.content(1).span),
            PlainChange.kinds.contains(standing.kind), let old = session.writtenBytes(at: standing.slot)
        else { return nil }
        (slot, kind, number) = (standing.slot, standing.kind, given.number)
        known = PlainFields.all[kind]
        for place in known.fields.indices { givers[place] = 0 }
        for index in 2..<line.words.count where !take(index, of: line) { return nil }
        writer.breakOff()
        writer.removeBytes()
        guard (try? write(line, over: old)) == true, !writer.holds(old) else { return nil }
        return old
    }

    private mutating func take(_ index: Int, of line: borrowing PlainLine) -> Bool {
        let word = line.words[index]
        guard word.form == .field else { return false }
        let name = line.bytes(word.name)
        guard let place = known.place(of: name), givers[place] == 0, ShortWord(name) != PlainChange.text else {
            return false
        }
        givers[place] = index
        return true
    }

    /// Writes the fields as they were and as they are given, in the order of the definition; false where one is not plain.
    private mutating func write(_ line: borrowing PlainLine, over old: UnsafeBufferPointer<UInt8>) throws(JSONError)
        -> Bool
    {
        var scanner = JSONScanner(old)
        try scanner.enterObject()
        writer.beginObject()
        var next = 0
        while let key = try scanner.nextKey() {
            scanner.skipWhiteSpace()
            let start = scanner.offset
            try scanner.skipValue()
            let value = UnsafeBufferPointer(rebasing: old[start..<scanner.offset])
            if scanner.matches(key, "id") {
                writer.key(plain: "id")
                writer.raw(value)
                continue
            }
            guard let place = known.place(of: UnsafeBufferPointer(rebasing: old[key.range])) else { return false }
            guard writeGiven(next..<place, line) else { return false }
            if givers[place] == 0 {
                writer.key(known.fields[place].key)
                writer.raw(value)
            } else if !writeGiven(place..<(place + 1), line) {
                return false
            }
            next = place + 1
        }
        guard writeGiven(next..<known.fields.count, line) else { return false }
        writer.endObject()
        return true
    }

    private mutating func writeGiven(_ places: Range<Int>, _ line: borrowing PlainLine) -> Bool {
        for place in places where givers[place] > 0 {
            let field = known.fields[place]
            writer.key(field.key)
            if field.holdsMany { writer.beginArray() }
            if !field.write(givers[place], of: line, to: &writer) { return false }
            if field.holdsMany { writer.endArray() }
        }
        return true
    }

    /// The kinds whose names and quotes no other record depends on.
    private static let kinds: [Kind] = [.event, .claim, .note, .link]
    private static let set = ShortWord("set")
    /// A field of words that others may quote.
    private static let text = ShortWord("text")
}
