import DossierCore

/// A session of events that are the same on every run.
enum SyntheticSession {
    private static let types = ["attack", "battle", "protest", "meeting", "visit"]

    /// An open session in memory with one event for each time.
    static func notebook(_ times: SyntheticTimes) -> Notebook {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "benchmark", folder: "/", files: DiskFiles(PosixDisk()))
        var session = Session()
        for (index, text) in times.texts.enumerated() {
            guard let id = try? Identifier("e\(index + 1)"), let when = try? When(text) else { continue }
            var event = Record(.event, id)
            event[FieldName("title")] = [.text("Event \(index + 1)")]
            event[FieldName("when")] = [.when(when)]
            event[FieldName("type")] = [.text(types[index % types.count])]
            session.apply(Change(old: nil, new: event))
        }
        return Notebook(holding: session, surroundings: surroundings, disk: PosixDisk())
    }
}
