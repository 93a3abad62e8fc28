/// How far two words are apart by their sounds: a weighted edit distance (R. Wagner, M. Fischer: The string-to-string
/// correction problem. Journal of the ACM 21, 1974), in hundredths.
enum SoundDistance {
    /// The least cost of making one word of the other; nil where it is more than a limit.
    ///
    /// `withoutVowels` says that one of them was written in a script that leaves most vowels out.
    static func between(
        _ left: UnsafeBufferPointer<Sound>, _ right: UnsafeBufferPointer<Sound>, withoutVowels: Bool = false, limit: Int
    ) -> Int? {
        let leftVowel = withoutVowels ? nil : left.firstIndex(where: \.isVowel)
        let rightVowel = withoutVowels ? nil : right.firstIndex(where: \.isVowel)
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * right.count + 1) { memory in
            // What the sounds of the right word cost, and behind it a row of the table.
            let row = right.count
            memory[row] = 0
            for column in right.indices {
                memory[column] = SoundCosts.leavingOut(column, of: right, withoutVowels: withoutVowels)
                memory[row + column + 1] = memory[row + column] + memory[column]
            }
            for place in left.indices {
                let dropping = SoundCosts.leavingOut(place, of: left, withoutVowels: withoutVowels)
                var diagonal = memory[row]
                memory[row] += dropping
                var least = memory[row]
                for column in right.indices {
                    var replacing = SoundCosts.replacing(left[place], right[column], withoutVowels: withoutVowels)
                    // The first vowel is heard best: Hubei, Hebei.
                    if place == leftVowel, column == rightVowel { replacing += replacing / 4 }
                    let above = memory[row + column + 1]
                    let cost = min(diagonal + replacing, above + dropping, memory[row + column] + memory[column])
                    diagonal = above
                    memory[row + column + 1] = cost
                    least = min(least, cost)
                }
                if least > limit { return nil }
            }
            let cost = memory[row + right.count]
            return cost <= limit ? cost : nil
        }
    }
}
