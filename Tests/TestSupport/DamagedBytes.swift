extension [UInt8] {
    /// The bytes with one place changed: another byte, one less, one more that means something in JSON, or some twice.
    public func damaged(using random: inout SplitMix64) -> [UInt8] {
        var changed = self
        let place = Int.random(in: indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
        case 1: changed.remove(at: place)
        case 2: changed.insert(Array("\"\\,:[]{} 0".utf8).randomElement(using: &random) ?? 0, at: place)
        default: changed.insert(contentsOf: self[place...].prefix(20), at: place)
        }
        return changed
    }
}
