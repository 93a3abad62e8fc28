import Testing

@testable import Recording

@Suite struct TextDifferenceTests {
    private func lines(_ numbers: ClosedRange<Int>) -> String { numbers.map { "\($0)\n" }.joined() }

    @Test("texts that are the same have no difference")
    func same() { #expect(TextDifference(from: "a\nb\n", to: "a\nb\n").text == "") }

    @Test("a changed line is shown with the lines around it, and where it is")
    func changed() {
        #expect(
            TextDifference(from: lines(1...9), to: lines(1...9).replacing("5", with: "five"), context: 1).text == """
                @@ -4,3 +4,3 @@
                 4
                -5
                +five
                 6

                """)
    }

    @Test("lines of a text that was empty begin at its start")
    func empty() { #expect(TextDifference(from: "", to: "a\n").text == "@@ -0,0 +1,1 @@\n+a\n") }

    @Test("a missing end of line is a difference, and is said")
    func lineEnd() {
        #expect(TextDifference(from: "a\n", to: "a").text == "@@ -1,1 +1,2 @@\n a\n+\\ no end of line at the end\n")
    }

    @Test("a long difference is cut, and says by how much; a long line is cut too")
    func long() {
        let text = TextDifference(from: "", to: lines(1...605), limit: 5, width: 2).text
        #expect(text == "@@ -0,0 +1,605 @@\n+1\n+2\n+3\n+4\n… 601 more lines\n")
        #expect(TextDifference(from: "", to: "abcde\n", width: 2).text == "@@ -0,0 +1,1 @@\n+ab…\n")
    }
}
