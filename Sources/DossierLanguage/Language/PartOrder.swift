extension Call {
    /// The parts of a call, in their order.
    enum Part: UInt8, CaseIterable {
        case arguments, fields, tags, options, tail
    }
}

/// Puts the tokens of a command in the order of the parts of its call.
///
/// Most commands are typed in that order: their tokens are handed on as they are.
struct PartOrder {
    private var ends = Call.Ends()
    private var last = Call.Part.arguments
    /// The part of each token after the verb, once one stood out of order; none before.
    private var parts: [Call.Part] = []

    /// Takes the next token, and what it is a part of.
    @inline(__always)
    mutating func add(_ part: Call.Part, at index: Int) {
        if part.rawValue < last.rawValue || !parts.isEmpty { return addOutOfOrder(part, at: index) }
        last = part
        end(part, at: index + 1)
    }

    /// The call of the tokens, all of which were taken.
    func call(of tokens: Tokens) -> Call {
        let range = tokens.place.range
        if parts.isEmpty { return Call(tokens, ends, at: range) }
        var sorted = PartOrder()
        var shapes = [tokens.shape(0)]
        for part in Call.Part.allCases {
            for (index, other) in parts.enumerated() where other == part { shapes.append(tokens.shape(index + 1)) }
            sorted.end(part, at: shapes.count)
        }
        return Call(Tokens(shapes, in: tokens.source), sorted.ends, at: range)
    }

    /// A part ends there, and with it those after it that have no token yet.
    @inline(__always)
    private mutating func end(_ part: Call.Part, at end: Int) {
        if part.rawValue <= Call.Part.arguments.rawValue { ends.arguments = end }
        if part.rawValue <= Call.Part.fields.rawValue { ends.fields = end }
        if part.rawValue <= Call.Part.tags.rawValue { ends.tags = end }
        if part.rawValue <= Call.Part.options.rawValue { ends.options = end }
    }

    @inline(never)
    private mutating func addOutOfOrder(_ part: Call.Part, at index: Int) {
        if parts.isEmpty {
            parts = (1..<index).map { index in
                if index < ends.arguments { return .arguments }
                if index < ends.fields { return .fields }
                return index < ends.tags ? .tags : index < ends.options ? .options : .tail
            }
        }
        parts.append(part)
    }
}
