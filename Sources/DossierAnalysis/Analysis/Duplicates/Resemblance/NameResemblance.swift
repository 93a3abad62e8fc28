/// Whether two names are one that is spelled a little differently.
///
/// Words are paired each with its nearest (A. Monge, C. Elkan: The field matching problem. KDD 1996), by the distance of
/// their sounds over their length. Every word of both must find its like, so that one other word makes another name.
package struct NameResemblance {
    /// From 0, all other, to 100, the same: how near the words are that are least alike.
    let percent: Int

    /// How much may differ, in hundredths of a sound, for each sound of a word.
    package static let allowed = 13

    /// The same where two words of one name are one of the other.
    static let allowedJoined = 11

    /// Compares two names; nil where they do not resemble each other.
    init?(_ left: SpelledName, _ right: SpelledName) {
        guard left.isReadable, right.isReadable, !left.words.isEmpty, left.marks == right.marks else { return nil }
        if left.initials != right.initials {
            guard left.initials.isEmpty || right.initials.isEmpty, min(left.words.count, right.words.count) >= 2 else {
                return nil
            }
        }
        var (mine, others) = (left.words, right.words)
        if mine.count == right.words.count + 1, mine.count > 2, let place = left.patronymic { mine.remove(at: place) }
        if others.count == left.words.count + 1, others.count > 2, let place = right.patronymic {
            others.remove(at: place)
        }
        let isWithoutVowels = left.isWithoutVowels || right.isWithoutVowels
        let worst = left.sounds.withUnsafeBufferPointer { sounds in
            right.sounds.withUnsafeBufferPointer { otherSounds in
                let comparison = Comparison(
                    left: sounds, right: otherSounds, mine: mine, others: others, isWithoutVowels: isWithoutVowels)
                return comparison.inOrder(from: 0, 0) ?? comparison.inAnyOrder()
            }
        }
        guard let worst else { return nil }
        percent = 100 - worst
    }
}

/// Two names as words are compared.
private struct Comparison {
    let left: UnsafeBufferPointer<Sound>
    let right: UnsafeBufferPointer<Sound>
    let mine: [Range<Int>]
    let others: [Range<Int>]
    let isWithoutVowels: Bool

    /// How far apart two words are, in hundredths of their length; nil where it is too far.
    private func distance(_ mine: Range<Int>, _ other: Range<Int>, areJoined: Bool = false) -> Int? {
        let length = mine.count + other.count
        var limit = (areJoined ? NameResemblance.allowedJoined : NameResemblance.allowed) * length / 2
        if isWithoutVowels { limit += limit / 4 }
        if !isWithoutVowels, abs(mine.count - other.count) * SoundCosts.least > limit { return nil }
        guard
            let cost = SoundDistance.between(
                UnsafeBufferPointer(rebasing: left[mine]), UnsafeBufferPointer(rebasing: right[other]),
                withoutVowels: isWithoutVowels, limit: limit)
        else { return nil }
        return 2 * cost / length
    }

    /// The words one by one from a place on, where two or three of one may be one of the other; the worst of their distances.
    func inOrder(from first: Int, _ second: Int) -> Int? {
        let (rest, otherRest) = (mine.count - first, others.count - second)
        if rest == 0 || otherRest == 0 { return rest == otherRest ? 0 : nil }
        var best: Int?
        for longer in 1...3 {
            let (taken, other) = rest > otherRest ? (longer, 1) : (1, longer)
            guard taken <= rest, other <= otherRest, longer == 1 || abs(rest - otherRest) >= longer - 1 else { break }
            let word = mine[first].lowerBound..<mine[first + taken - 1].upperBound
            let otherWord = others[second].lowerBound..<others[second + other - 1].upperBound
            guard let own = distance(word, otherWord, areJoined: longer > 1), own < best ?? Int.max,
                let following = inOrder(from: first + taken, second + other)
            else { continue }
            best = min(best ?? Int.max, max(own, following))
        }
        return best
    }

    /// The words each with its nearest, where both have as many.
    func inAnyOrder() -> Int? {
        guard mine.count == others.count, mine.count > 1 else { return nil }
        if mine.count == 2 {
            guard let first = distance(mine[0], others[1]), let second = distance(mine[1], others[0]) else {
                return nil
            }
            return max(first, second)
        }
        var left = others
        var worst = 0
        for word in mine {
            var nearest: (distance: Int, place: Int)?
            for (place, other) in left.enumerated() {
                guard let distance = distance(word, other), distance < nearest?.distance ?? Int.max else { continue }
                nearest = (distance, place)
            }
            guard let nearest else { return nil }
            worst = max(worst, nearest.distance)
            left.remove(at: nearest.place)
        }
        return worst
    }
}
