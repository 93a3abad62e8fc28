/// Reads the members of a set (ISO 8601-2:2019, 6; EDTF level 2): dates and ranges, with commas between them.
struct EDTFSetReader {
    let bytes: [UInt8]

    /// The members that stand in a region, which has no brackets.
    func members(in region: Range<Int>) throws(EDTFFault) -> [EDTFMember] {
        guard !region.isEmpty else { throw EDTFFault("the set has no members", range: 0..<bytes.count) }
        var members: [EDTFMember] = []
        var start = region.lowerBound
        while true {
            let comma = bytes[start..<region.upperBound].firstIndex(of: UInt8(ascii: ","))
            let end = comma ?? region.upperBound
            members.append(
                try member(in: start..<end, isFirst: start == region.lowerBound, isLast: end == region.upperBound))
            guard let comma else { return members }
            start = comma + 1
        }
    }

    private func member(in region: Range<Int>, isFirst: Bool, isLast: Bool) throws(EDTFFault) -> EDTFMember {
        guard !region.isEmpty else {
            let place = min(region.lowerBound, bytes.count - 1)
            throw EDTFFault("a member of the set is missing", range: place..<place + 1)
        }
        let dot = UInt8(ascii: ".")
        let dots = region.dropLast().first { bytes[$0] == dot && bytes[$0 + 1] == dot }
        guard let dots else { return .date(try date(in: region)) }
        let first = dots == region.lowerBound ? nil : try rangeEnd(in: region.lowerBound..<dots)
        let last = dots + 2 == region.upperBound ? nil : try rangeEnd(in: dots + 2..<region.upperBound)
        if first == nil && last == nil {
            throw EDTFFault("a range in a set needs a date at one end at least", range: region)
        }
        if first == nil && !isFirst || last == nil && !isLast {
            throw EDTFFault("a set can be open only before its first member and after its last", range: region)
        }
        if let first, let last, first.isAfter(last) {
            let swapped =
                Array(bytes[(dots + 2)..<region.upperBound]) + [dot, dot] + Array(bytes[region.lowerBound..<dots])
            throw EDTFFault(
                "the range ends before it begins", range: region, replacement: String(decoding: swapped, as: UTF8.self))
        }
        return .range(first, last)
    }

    private func rangeEnd(in region: Range<Int>) throws(EDTFFault) -> EDTFDate {
        let date = try date(in: region)
        if date.hasUnspecifiedDigits {
            throw EDTFFault("the dates of a range in a set cannot have unspecified digits", range: region)
        }
        return date
    }

    private func date(in region: Range<Int>) throws(EDTFFault) -> EDTFDate {
        var reader = EDTFDateReader(bytes: bytes, region: region)
        return try reader.wholeDate()
    }
}
