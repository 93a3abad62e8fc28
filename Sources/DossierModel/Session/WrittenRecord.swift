/// A record with a number, written as it stands in a state: a new one, or one in the place of another.
public struct WrittenRecord {
    /// Its kind.
    public let kind: Kind
    /// The number of its id.
    public let number: Int
    /// Its bytes: `{"id": "e5", "title": "…"}`.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The slots of the records that it names, each once.
    public let mentions: ContiguousArray<Session.Slot>
    /// The bytes of what was in its place; nil where it is new.
    public let old: UnsafeBufferPointer<UInt8>?

    /// Its id where that is a name of the user's own; nil where it is the number.
    public var name: Identifier?

    /// Makes a written record of its parts.
    public init(
        kind: Kind, number: Int, bytes: UnsafeBufferPointer<UInt8>, mentions: ContiguousArray<Session.Slot>,
        old: UnsafeBufferPointer<UInt8>? = nil, name: Identifier? = nil
    ) {
        self.kind = kind
        self.number = number
        self.bytes = bytes
        self.mentions = mentions
        self.old = old
        self.name = name
    }

    /// The record as a value; its bytes are read anew each time.
    public var record: Record { Record(kind, written: bytes) }

    /// Its id.
    public var identifier: Identifier { name ?? Identifier(kind, number: number) }
}

extension UnsafeBufferPointer<UInt8> {
    /// The members of a record as it stands in a state, without the braces around them.
    var members: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: dropFirst().dropLast()) }
}

/// A record that was added and stands in memory as in a state.
public struct AddedRecordBytes: Sendable {
    let kind: Kind
    let arena: RecordArena
    let place: RecordArena.Place

    /// The record as a value; its bytes are read anew each time.
    public var record: Record { Record(kind, written: arena.bytes(at: place)) }
}

extension Record {
    /// Reads a record that was written as it stands in a state.
    init(_ kind: Kind, written bytes: UnsafeBufferPointer<UInt8>) {
        self = Record(kind, standing: bytes) ?? Record(kind, Record.identifier(written: bytes))
    }

    /// The id of a record that was written as it stands in a state.
    static func identifier(written bytes: UnsafeBufferPointer<UInt8>) -> Identifier {
        let text = bytes.dropFirst(8).prefix { $0 != UInt8(ascii: "\"") }
        return Identifier(known: String(decoding: text, as: UTF8.self))
    }
}
