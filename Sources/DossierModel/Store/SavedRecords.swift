import Synchronization

/// The records of a saved state, as they stand in its bytes: a record is read when it is asked for.
///
/// Records have positions, kind by kind in the order of the state. What a query needs of all records at once (the values
/// of a field, who names whom) is gathered when it is first asked for and kept.
public final class SavedRecords: Sendable {
    /// Where a record stands among those of the state, from 0.
    public typealias Position = Int32

    /// The state.
    public let bytes: StateBytes
    /// The session's header.
    let header: Record
    /// What the state holds beside its records that this version does not know.
    let unknownMembers: [JSONMember]
    private let starts: ContiguousArray<Int>
    private let numbers: ContiguousArray<Int32>
    private let lists: [List]
    private let gathered = Mutex(Gathered())

    /// The records of one kind.
    private struct List {
        let kind: Kind
        let positions: Range<Int>
        /// The offset behind the last of them.
        let end: Int
    }

    /// What was gathered from all records.
    private struct Gathered {
        var identifiers: SavedIdentifiers?
        var names: NameIndex?
        var referrers: SavedReferrers?
        var mentions: SavedMentions?
        var network: AdjacencyIndex?
        var columns: [ColumnKey: FieldColumn] = [:]
        var indexes: [ColumnKey: FieldIndex] = [:]
        var asked: Set<ColumnKey> = []
        var letters: SavedLetters?
        var called: [Kind: SavedNames] = [:]
    }

    private struct ColumnKey: Hashable {
        let kind: Kind
        let name: FieldName
    }

    /// Finds the records of a state that this program wrote; nil where it is laid out in another way.
    ///
    /// - Complexity: O(*b*) for *b* bytes, of which lines alone are told apart: no record is read.
    public init?(_ bytes: StateBytes) {
        let lines = StateLines(bytes)
        guard let layout = StateLayout(bytes, lines) else { return nil }
        self.bytes = bytes
        self.header = layout.header
        self.unknownMembers = layout.unknownMembers
        self.starts = lines.starts
        self.numbers = lines.numbers
        var lists: [List] = []
        for list in layout.lists {
            let first = lines.starts.partitioningIndex { $0 >= list.bytes.lowerBound }
            let last = lines.starts.partitioningIndex { $0 >= list.bytes.upperBound }
            lists.append(List(kind: list.kind, positions: first..<last, end: list.bytes.upperBound))
        }
        guard lists.reduce(0, { $0 + $1.positions.count }) == lines.starts.count else { return nil }
        self.lists = lists
    }

    /// How many records there are.
    ///
    /// - Complexity: O(1).
    public var count: Int { starts.count }

    /// The positions of the records of a kind, in the order in which they were made.
    ///
    /// - Complexity: O(1).
    public func positions(of kind: Kind) -> Range<Position> {
        guard let list = lists.first(where: { $0.kind == kind }) else { return 0..<0 }
        return Position(list.positions.lowerBound)..<Position(list.positions.upperBound)
    }

    /// Where a record stands in the bytes.
    ///
    /// - Complexity: O(1).
    public func range(of position: Position) -> Range<Int> {
        let index = Int(position)
        let isLast = index + 1 == starts.count || bytes.first[starts[index + 1] - 2] != UInt8(ascii: ",")
        if !isLast { return starts[index]..<(starts[index + 1] - 2) }
        let end = list(of: position)?.end ?? starts[index]
        return starts[index]..<max(end, starts[index])
    }

    /// The bytes of a record.
    func bytes(at position: Position) -> UnsafeBufferPointer<UInt8> {
        let range = range(of: position)
        return UnsafeBufferPointer(start: bytes.first + range.lowerBound, count: range.count)
    }

    /// The position of the record in whose line a byte stands.
    ///
    /// - Parameters:
    ///   - from: a position not after it, near which the search begins.
    ///   - to: a position after it.
    /// - Complexity: O(log *d*) for a distance of *d* records.
    public func position(atByte byte: Int, from: Position, to: Position) -> Position {
        var step = 1
        var low = Int(from)
        while low + step < Int(to), starts[low + step] <= byte {
            low += step
            step *= 2
        }
        let after = starts[low..<min(low + step + 1, Int(to))].partitioningIndex { $0 > byte }
        return Position(after - 1)
    }

    /// The kind of a record.
    ///
    /// - Complexity: O(1).
    public func kind(of position: Position) -> Kind { list(of: position)?.kind ?? .session }

    private func list(of position: Position) -> List? { lists.first { $0.positions.contains(Int(position)) } }

    /// Where the id of a record stands in the bytes.
    @inline(__always)
    func identifierRange(of position: Position) -> Range<Int> {
        let start = starts[Int(position)] &+ 8
        return start..<RecordFields.endOfString(bytes.first, bytes.count, from: start, to: bytes.count)
    }

    /// The id of a record.
    ///
    /// - Complexity: O(1).
    public func identifier(of position: Position) -> Identifier {
        Identifier(known: bytes.text(identifierRange(of: position)))
    }

    /// A record.
    ///
    /// Where its bytes are damaged, which `check storage` tells, it has one field that says so.
    ///
    /// - Complexity: O(*b*) for the *b* bytes of the record.
    public func record(at position: Position) -> Record {
        let kind = kind(of: position)
        if let record = Record(kind, standing: bytes(at: position)) { return record }
        var record = Record(kind, identifier(of: position))
        record.append(FieldName("damaged"), .unknown(.string("the line at byte \(starts[Int(position)] + 1)")))
        return record
    }

    /// Reads every record, as is done with a state that may come from anywhere; the ids that they have, or nil where one is
    /// no record of its kind, is written otherwise than this program writes it, or an id stands twice.
    ///
    /// - Complexity: O(*b*) for all *b* bytes, on all processors.
    public func check() -> GivenIdentifiers? {
        let parts = Processors.parts(of: bytes.count)
        let found = Processors.map(parts) { part -> GivenIdentifiers? in
            var given = GivenIdentifiers()
            var writer = JSONWriter()
            // A record stands two levels deep in the state.
            let limits = JSONLimits(depth: JSONLimits().depth - 2)
            for index in Processors.range(part, of: parts, count: count) {
                let bytes = bytes(at: Position(index))
                guard
                    let record = Record(
                        kind(of: Position(index)), standing: bytes, limits: limits, duplicateKeys: .refused)
                else { return nil }
                record.write(to: &writer)
                if !writer.holds(bytes) { return nil }
                writer.removeBytes()
                given.take(record.id)
            }
            return given
        }
        let hasTwins = gathered.withLock { identifiers(&$0).hasTwins }
        if hasTwins || found.contains(where: { $0 == nil }) { return nil }
        return found.reduce(into: GivenIdentifiers()) { given, part in part.map { given.take($0) } }
    }

    /// The position of an id; nil where no saved record has it.
    ///
    /// - Complexity: O(1); the first time O(*n*).
    public func position(of id: Identifier) -> Position? {
        gathered.withLock { gathered in
            if gathered.identifiers == nil { gathered.identifiers = SavedIdentifiers(self, numbers: numbers) }
            // In its place: a copy would count references for every id that is looked up.
            return gathered.identifiers?.position(of: id, in: self)
        }
    }

    /// The entities of a name, without regard to case and width.
    ///
    /// - Complexity: O(1); the first time O(*n*) for *n* entities, which are read.
    func entities(named name: String) -> [Position] {
        gathered.withLock { gathered in
            if gathered.names == nil {
                var names = NameIndex()
                for position in positions(of: .entity) { names.insert(record(at: position), position) }
                gathered.names = names
            }
            return gathered.names?[name] ?? []
        }
    }

    /// The records that name an id in any field, in ascending order.
    ///
    /// - Complexity: O(*r*) for *r* records; the first time O(*b*) for all *b* bytes.
    func referrers(of id: Identifier) -> [Position] {
        let position = position(of: id)
        return gathered.withLock { gathered in
            if gathered.referrers == nil {
                gathered.referrers = SavedReferrers(self, identifiers: identifiers(&gathered))
            }
            return gathered.referrers?.of(id, at: position) ?? []
        }
    }

    /// Who touches whom.
    ///
    /// - Complexity: O(1); the first time O(*b*) for all *b* bytes.
    public var network: AdjacencyIndex {
        gathered.withLock { gathered in
            if let network = gathered.network { return network }
            let mentions = gathered.mentions ?? SavedMentions(self, identifiers: identifiers(&gathered))
            let network = AdjacencyIndex(self, mentions)
            gathered.network = network
            return network
        }
    }

    /// Whom each record names.
    ///
    /// - Complexity: O(1); the first time O(*b*) for all *b* bytes.
    public var mentions: SavedMentions {
        gathered.withLock { gathered in
            let mentions = gathered.mentions ?? SavedMentions(self, identifiers: identifiers(&gathered))
            gathered.mentions = mentions
            return mentions
        }
    }

    /// The records of a kind one of whose names begins with a folded text; of more than a limit the first by name.
    ///
    /// - Complexity: O(log *n* + limit); the first time O(*n* log *n*) for the *n* records of the kind.
    func positions(of kind: Kind, beginningWith folded: String, limit: Int) -> [Position] {
        if folded.isEmpty { return Array(positions(of: kind).prefix(limit)) }
        let known = gathered.withLock { $0.called[kind] }
        let names = known ?? SavedNames(self, kind)
        if known == nil { gathered.withLock { $0.called[kind] = names } }
        return names.beginning(with: folded, limit: limit)
    }

    private func identifiers(_ gathered: inout Gathered) -> SavedIdentifiers {
        let identifiers = gathered.identifiers ?? SavedIdentifiers(self, numbers: numbers)
        gathered.identifiers = identifiers
        return identifiers
    }

    /// Fields of all records of a kind, those that are not there yet gathered in one pass.
    ///
    /// - Complexity: O(1) a field; the first time O(*b*) for the *b* bytes of the kind.
    public func columns(_ kind: Kind, _ names: [FieldName]) -> [FieldColumn] {
        gathered.withLock { gathered in
            let missing = Set(names).filter { gathered.columns[ColumnKey(kind: kind, name: $0)] == nil }.map(\.self)
            if !missing.isEmpty {
                for (name, column) in zip(missing, FieldColumn.columns(of: self, kind, missing)) {
                    gathered.columns[ColumnKey(kind: kind, name: name)] = column
                }
            }
            return names.compactMap { gathered.columns[ColumnKey(kind: kind, name: $0)] }
        }
    }

    /// The index of a field: made when a column is asked for the second time, since one question is answered sooner
    /// without; nil the first time, and where the field has too many values.
    ///
    /// - Complexity: O(1); the second time O(*n*) for the *n* records of the kind.
    public func index(of column: FieldColumn, _ kind: Kind) -> FieldIndex? {
        let key = ColumnKey(kind: kind, name: column.definition.name)
        return gathered.withLock { gathered in
            if let index = gathered.indexes[key] { return index }
            let isFirst = gathered.asked.insert(key).inserted
            if isFirst || column.distinctCount > FieldIndex.valueLimit { return nil }
            let index = FieldIndex(column)
            gathered.indexes[key] = index
            return index
        }
    }

    /// The index of a field, where it was made before.
    ///
    /// - Complexity: O(1).
    public func knownIndex(of column: FieldColumn, _ kind: Kind) -> FieldIndex? {
        gathered.withLock { $0.indexes[ColumnKey(kind: kind, name: column.definition.name)] }
    }

    /// What letters beyond ASCII each record holds.
    ///
    /// - Complexity: O(1); the first time O(*b*) for all *b* bytes.
    public var letters: SavedLetters {
        gathered.withLock { gathered in
            let letters = gathered.letters ?? SavedLetters(self)
            gathered.letters = letters
            return letters
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element holds, where those that hold follow those that do not.
    ///
    /// - Complexity: O(log *n*).
    public func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
