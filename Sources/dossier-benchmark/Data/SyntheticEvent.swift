import DossierTime

/// An event as an analyst would keep it: eight words, a paragraph of 200 bytes, two actors, a place, a time with its doubt.
struct SyntheticEvent {
    /// How many actors, places and sources there are.
    static let actors = 2_000
    static let places = 500
    static let sources = 50
    /// The place at which one event of a hundred happens, beside those that fall on it by chance.
    static let busyPlace = "place-1"

    private static let types = ["attack", "battle", "protest", "meeting", "visit", "movement"]
    private static let states = ["reported", "confirmed", "disputed", "expected"]
    private static let units = ["soldiers", "vehicles", "rounds", "people"]
    private static let tags = ["troops", "diplomacy", "border-line", "파병", "economy"]

    let number: Int
    let title: String
    let when: String
    let type: String
    let actors: [String]
    let place: String
    let quantity: String
    let source: String
    let status: String
    let text: String
    let tag: String

    var id: String { "e\(number)" }

    /// The first day that its time may mean, for those who know no EDTF.
    var earliest: String { (try? When(when))?.earliestDay ?? "" }

    /// The event of a number, from 1.
    init(_ number: Int) {
        var random = SeededRandom(number)
        self.number = number
        title = SyntheticWords.line(words: 8, &random)
        when = SyntheticTimes.time(&random)
        type = Self.types[random.next(Self.types.count)]
        actors = ["actor-\(1 + random.next(Self.actors))", "actor-\(1 + random.next(Self.actors))"]
        place = number % 100 == 1 ? Self.busyPlace : "place-\(1 + random.next(Self.places))"
        let figure = 10 + random.next(5_000)
        let unit = Self.units[random.next(Self.units.count)]
        quantity = ["\(figure)", "~\(figure)", "\(figure)..\(figure * 2)", "..\(figure)"][random.next(4)] + " " + unit
        source = "s\(1 + random.next(Self.sources))"
        status = Self.states[random.next(Self.states.count)]
        let words = SyntheticWords.line(bytes: 190, &random)
        let mark = number % 10_000 == 1 ? SyntheticWords.rare + " " : ""
        text = mark + (random.next(5) == 0 ? SyntheticWords.common + " " : "") + words
        tag = Self.tags[random.next(Self.tags.count)]
    }

    /// The event as it stands in a session, and the same beginning for peers.
    private var members: String {
        """
        {"id": "\(id)", "title": "\(title)", "when": "\(when)", "type": "\(type)", \
        "actor": ["\(actors[0])", "\(actors[1])"], "place": ["\(place)"], "quantity": ["\(quantity)"], \
        "source": ["\(source)"], "status": "\(status)", "text": "\(text)", "tags": ["\(tag)"]
        """
    }

    /// The record as a session holds it.
    var json: String { members + "}" }

    /// The record for peers, with the day that they sort by.
    var peerJSON: String { members + ", \"earliest\": \"\(earliest)\"}" }

    /// The record as a row of a table: unit separators between fields, a record separator at the end.
    var row: String {
        [id, title, when, earliest, type, actors[0], actors[1], place, quantity, status, text].joined(
            separator: "\u{1F}")
            + "\u{1E}"
    }
}
