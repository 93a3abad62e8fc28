import DossierAnalysis
import DossierModel

/// A record's support for programs.
struct SupportJSON {
    private let record: Record
    private let grounds: [Ground]
    private let support: Support

    init(_ record: Record, _ grounds: [Ground], _ support: Support) {
        self.record = record
        self.grounds = grounds
        self.support = support
    }

    /// The record with what stands for it and against it, its origins and circles.
    var value: JSONValue {
        let all = support.origins.reduce(into: Set<Identifier>()) { $0.formUnion($1.all) }
        let lines = zip(support.lines, support.origins).map { line, origins in
            JSONValue.object([
                "id": .string(line.id.text), "by": .string(line.reason), "origins": ids(origins.all.sorted()),
            ])
        }
        var object: JSONObject = [
            "id": .string(record.id.text), "for": .array(lines), "against": others(.contradiction),
            "limits": others(.limit), "beside": others(.attitude), "sources": ids(support.sources),
            "origins": [
                "least": .number(JSONNumber(support.independent.lowerBound)),
                "most": .number(JSONNumber(support.independent.upperBound)), "ids": ids(all.sorted()),
                "own": ids(support.own.all.sorted()),
            ],
            "shared": .array(
                support.shared.map { ["origin": .string($0.origin.text), "behind": ids($0.lines)] }),
            "circles": .array(support.circles.map { ids($0) }),
        ]
        if let reason = support.selfEvidence { object["selfEvidence"] = .string(reason) }
        return .object(object)
    }

    private func others(_ role: Ground.Role) -> JSONValue {
        .array(
            grounds.filter { $0.role == role }.map { ["id": .string($0.id.text), "by": .string($0.reason)] })
    }

    private func ids(_ ids: [Identifier]) -> JSONValue { .array(ids.map { .string($0.text) }) }
}
