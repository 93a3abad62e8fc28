import DossierModel

/// A breadth-first search from some records, layer by layer, in flat arrays; it remembers all the ways by which it came.
struct ChainSearch {
    /// The places in the search of the records that were reached last.
    private(set) var layer: Range<Int>
    /// How far the search has come.
    private(set) var depth = 0
    /// The place of each slot among those that were reached; -1 where it was not.
    private var places: ContiguousArray<Int32>
    private var reached = ContiguousArray<Reached>()
    private var arrivals = ContiguousArray<Arrival>()

    /// A record that was reached.
    private struct Reached {
        let slot: Session.Slot
        let depth: Int32
        /// In how many ways, as far as they can be counted.
        var ways: Int
        /// The first and the last of the records from which it was reached; -1 where the search began at it.
        var first: Int32 = -1
        var last: Int32 = -1
    }

    /// The place of a record from which another was reached, and the next such arrival at the same one.
    private struct Arrival {
        let from: Int32
        var next: Int32 = -1
    }

    init(from start: [Session.Slot], in network: Network) {
        places = ContiguousArray(repeating: -1, count: network.slotCount)
        for slot in start where places[Int(slot)] < 0 {
            places[Int(slot)] = Int32(reached.count)
            reached.append(Reached(slot: slot, depth: 0, ways: 1))
        }
        layer = reached.indices
    }

    /// Whether there is nothing to go on from.
    var isOver: Bool { layer.isEmpty }

    /// How many steps a chain that it finds further on has at least in it.
    var reach: Int { isOver ? 0 : depth }

    /// The records that were reached last, those of them that another search has reached too, by the fewest steps.
    func last(in other: ChainSearch) -> [Session.Slot] {
        let shared = layer.map { reached[$0].slot }.filter { other.places[Int($0)] >= 0 }
        let least = shared.map { other.depth(of: $0) }.min()
        return shared.filter { other.depth(of: $0) == least }
    }

    /// In how many steps a record is reached.
    func depth(of slot: Session.Slot) -> Int { Int(reached[Int(places[Int(slot)])].depth) }

    /// In how many ways a record is reached.
    func ways(to slot: Session.Slot) -> Int { reached[Int(places[Int(slot)])].ways }

    /// Goes one step on from all that was reached last.
    mutating func expand(in network: inout Network) {
        depth += 1
        let start = reached.count
        for from in layer {
            for step in network.steps(from: reached[from].slot) where network.allows(step) {
                var place = Int(places[Int(step.other)])
                if place < 0 {
                    guard network.isFilled(step.other) else { continue }
                    place = reached.count
                    places[Int(step.other)] = Int32(place)
                    reached.append(Reached(slot: step.other, depth: Int32(depth), ways: 0))
                } else if reached[place].depth < depth {
                    continue
                }
                arrive(at: place, from: from)
            }
        }
        layer = start..<reached.count
    }

    private mutating func arrive(at place: Int, from: Int) {
        let last = Int(reached[place].last)
        if last >= 0, arrivals[last].from == from { return }
        let new = Int32(arrivals.count)
        arrivals.append(Arrival(from: Int32(from)))
        if last >= 0 { arrivals[last].next = new } else { reached[place].first = new }
        reached[place].last = new
        reached[place].ways = reached[place].ways.addingClamped(reached[from].ways)
    }

    /// The chains from where the search began to a record, the first of them only, each from its beginning.
    func chains(to slot: Session.Slot, most: Int) -> [[Session.Slot]] {
        let end = Int(places[Int(slot)])
        var found = [[end]]
        for _ in 0..<reached[end].depth {
            var longer: [[Int]] = []
            for chain in found where longer.count < most {
                var arrival = reached[chain[chain.count - 1]].first
                while arrival >= 0, longer.count < most {
                    longer.append(chain + [Int(arrivals[Int(arrival)].from)])
                    arrival = arrivals[Int(arrival)].next
                }
            }
            found = longer
        }
        return found.map { $0.reversed().map { reached[$0].slot } }
    }
}
