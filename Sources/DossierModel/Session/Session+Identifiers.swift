/// Which ids are free, and what becomes of one with a change.
extension Session {
    /// Whether an id is not free: a record stands under it, or one that was dropped had it.
    public func wasGiven(_ id: Identifier) -> Bool { kind(of: id) != nil || given.isRetired(id) }

    /// The highest number of a kind that is not free.
    public func highestNumber(of kind: Kind) -> Int { given.highestNumber(of: kind) }

    /// The next id of a kind: one more than the highest that is not free.
    public func nextIdentifier(_ kind: Kind) -> Identifier { given.next(kind) }

    /// Takes note of what becomes of the id of a record, after it was put or taken away.
    mutating func noteIdentifier(_ id: Identifier, _ change: Change) {
        switch (change.new == nil, change.isOfFreeIdentifier) {
        case (false, true): given.take(id)
        case (false, false): given.restore(id)
        case (true, true): free(id)
        case (true, false): given.retire(id)
        }
    }

    /// Frees the id of a record whose making is taken back.
    private mutating func free(_ id: Identifier) {
        guard let (kind, number) = id.given, number == highestNumber(of: kind), given.freeHighest(of: kind) else {
            return
        }
        given.free(above: highestNotFree(of: kind, below: number), of: kind)
    }

    private func highestNotFree(of kind: Kind, below number: Int) -> Int {
        let retired = given.highestRetired(of: kind)
        // Numbers leave few gaps; behind a large one all records are looked through.
        let nearest = max(retired, number - 1_024)
        var next = number - 1
        while next > nearest, self.kind(of: Identifier(kind, number: next)) == nil { next -= 1 }
        if next > nearest || nearest == retired { return next }
        return (0..<Slot(slotCount)).reduce(retired) { highest, slot in
            guard isFilled(slot), let other = identifier(at: slot)?.given, other.kind == kind else { return highest }
            return max(highest, other.number)
        }
    }
}
