import Testing

@testable import DossierText

@Suite struct LineDifferenceTests {
    @Test("lines of both texts come in one sequence, those of the old before those of the new")
    func sequence() {
        let difference = LineDifference(from: ["a", "b", "c"], to: ["a", "x", "c", "d"])
        #expect(difference.lines == [.same("a"), .removed("b"), .added("x"), .same("c"), .added("d")])
        #expect(LineDifference(from: [], to: []).lines == [])
    }

    @Test("lines that only look the same differ")
    func bytes() {
        let difference = LineDifference(from: ["caf\u{E9}"], to: ["cafe\u{301}"])
        #expect(difference.lines.map(\.isSame) == [false, false])
    }

    @Test("changes that are near to each other share a hunk, and others have one each")
    func hunks() {
        let old = (1...20).map(String.init)
        var new = old
        (new[0], new[4], new[14]) = ("x", "y", "z")
        let difference = LineDifference(from: old, to: new)
        #expect(difference.hunks(context: 2) == [0..<9, 14..<20])
        #expect(difference.hunks(context: 0) == [0..<2, 5..<7, 16..<18])
        #expect(LineDifference(from: old, to: old).hunks(context: 2) == [])
    }
}
