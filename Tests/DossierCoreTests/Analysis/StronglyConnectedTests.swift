import TestSupport
import Testing

@testable import DossierAnalysis

@Suite("circles in a graph") struct StronglyConnectedTests {
    @Test(
        "the components of a graph are the nodes that reach each other, and the ends are those that lead nowhere else",
        arguments: Seeds.few)
    func components(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let count = random.pick(1...8)
            let successors = (0..<count).map { _ in (0..<random.below(3)).map { _ in random.below(count) } }
            var reaches = (0..<count).map { node in (0..<count).map { successors[node].contains($0) || $0 == node } }
            for middle in 0..<count {
                for from in 0..<count where reaches[from][middle] {
                    for to in 0..<count where reaches[middle][to] { reaches[from][to] = true }
                }
            }
            let found = StronglyConnected(successors: successors)
            for from in 0..<count {
                for to in 0..<count {
                    #expect((found.component[from] == found.component[to]) == (reaches[from][to] && reaches[to][from]))
                }
            }
            let ends = Set(found.ends(successors).joined())
            for node in 0..<count {
                #expect(ends.contains(node) == (0..<count).allSatisfy { !reaches[node][$0] || reaches[$0][node] })
            }
        }
    }

    @Test("a circle is told by its shortest way round")
    func ways() {
        // 0 to 1 to 2 and back, with a way past 1; 3 leads to itself; 4 leads into the first.
        let successors = [[1, 2], [2], [0], [3], [0]]
        #expect(StronglyConnected(successors: successors).ways(successors) == [[0, 2, 0], [3, 3]])
    }
}
