import DossierModel

extension [Session.Slot] {
    /// What comes of each slot, some thousands at a time in as many threads as there are processors; of none after the work
    /// is to end.
    func mapInThreads<Result: Sendable>(
        _ work: inout Work, _ transform: @Sendable (Session.Slot) -> Result
    ) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        let size = 1 << 14
        for start in stride(from: 0, to: count, by: size) where work.goesOn(at: start) {
            let block = self[start..<Swift.min(start + size, count)]
            let parts = Processors.parts(of: block.count, least: 1 << 11)
            let found = Processors.map(parts) { part in
                let range = Processors.range(part, of: parts, count: block.count)
                return block[(start + range.lowerBound)..<(start + range.upperBound)].map(transform)
            }
            for part in found { results += part }
        }
        return results
    }
}
