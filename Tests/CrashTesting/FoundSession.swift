import DossierModel

/// What a kill left: the state that the files make, and the ids that are not given in it.
struct FoundSession {
    let state: [UInt8]
    let given: GivenIdentifiers

    /// Whether it is what the twin is. An undo may change nothing but which ids are free.
    func isSame(as twin: Twin) -> Bool { state == twin.state && given == twin.given }

    func expect(_ twin: Twin, _ context: String) throws(CrashFailure) {
        try CrashRun.expect(state, equals: twin.state, context)
        if given != twin.given {
            throw CrashFailure(context + ": other ids are free, \(given) where \(twin.given) belongs")
        }
    }
}
