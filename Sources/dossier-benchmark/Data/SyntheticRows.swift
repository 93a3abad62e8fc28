/// A file of comma-separated values with so many rows, as researchers publish events.
struct SyntheticRows {
    let count: Int

    private static let actors = 500
    private static let places = 2_000

    /// Writes the file.
    func write(to path: String) {
        let file = FileStream(path)
        file.write("id,day,title,side_a,side_b,place,low,best,high,precision,text\n")
        for number in 1...max(count, 1) {
            var random = SeededRandom(number)
            let title = "\"\(SyntheticWords.line(words: 5, &random)), \(number)\""
            let sides = "Side \(1 + random.next(Self.actors)),Side \(1 + random.next(Self.actors))"
            let low = random.next(30)
            let best = low + random.next(10)
            let figures = "\(low),\(best),\(best + random.next(20)),\(1 + random.next(7))"
            let text = SyntheticWords.line(words: 20, &random)
            let place = "Place \(1 + random.next(Self.places))"
            file.write("\(number),\(SyntheticTimes.time(&random)),\(title),\(sides),\(place),\(figures),\(text)\n")
        }
        file.close()
    }
}
