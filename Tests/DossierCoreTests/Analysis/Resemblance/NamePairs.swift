import TestSupport

@testable import DossierAnalysis

/// Names written by hand: of one person, place or body in two spellings, and of different ones that look alike.
struct NamePair {
    let first: String
    let second: String
    let areSame: Bool
    let language: String

    /// All pairs. The measure was fitted to two thirds of them; every third line was kept aside.
    static let all: [NamePair] = PackageFiles.text("Tests/DossierCoreTests/NamePairs/pairs.tsv").split(separator: "\n")
        .compactMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 4 else { return nil }
            return NamePair(first: cells[0], second: cells[1], areSame: cells[2] == "same", language: cells[3])
        }

    static var keptAside: [NamePair] { all.enumerated().filter { $0.offset % 3 == 2 }.map(\.element) }

    /// Whether the two are proposed as one: by one key, or by their spelling.
    var areProposed: Bool {
        NameFolding.key(of: first) == NameFolding.key(of: second)
            || NameResemblance(SpelledName(first), SpelledName(second)) != nil
    }
}

/// How many proposals are right, and how many pairs are proposed.
struct Accuracy {
    let precision: Double
    let recall: Double

    init(_ pairs: [NamePair], areProposed: (NamePair) -> Bool) {
        let proposed = pairs.filter(areProposed)
        let right = Double(proposed.count(where: \.areSame))
        precision = right / Double(max(1, proposed.count))
        recall = right / Double(max(1, pairs.count(where: \.areSame)))
    }
}
