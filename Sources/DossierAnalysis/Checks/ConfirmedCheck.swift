import DossierModel

/// An event that is held as confirmed has a claim, or other evidence, that says so.
package struct ConfirmedCheck: Check {
    private let session: Session

    package static let name = "confirmed"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.event], reading: Ground.fields + [.status],
        "every confirmed event has a claim that supports it",
        details:
            "A claim supports an event if it is about the event and asserts, estimates or forecasts it. Claims and other evidence can also be linked to the event with supports or corroborates. A source alone shows where the event was read, not who says so.",
        example: CheckExample(
            .commands([
                "add source s1", "add event e1 2024-06 \"Putin visits Pyongyang\" status=confirmed source=s1",
            ]),
            finds: [
                "e1  it is marked as confirmed, but no claim supports it: 'add claim about=e1 stance=asserts …', or set 'status=reported'"
            ], remedy: ["add claim \"He came\" about=e1 stance=asserts source=s1"]))

    /// Begins.
    package init(_ scope: CheckScope) { session = scope.session }

    /// Looks for what stands for an event.
    package mutating func findings(of event: Record) -> [Finding] {
        guard event.status == .confirmed else { return [] }
        let grounds = Ground.of(event, in: session)
        if grounds.contains(where: { $0.role == .support || $0.role == .corroboration }) { return [] }
        // A source that the event names is its carrier to the grounds, whatever a link says of it beside.
        if Ground.links(of: event.id, in: session).contains(where: { isEvidence($0, for: event.id) }) { return [] }
        return [
            Finding(
                event.id,
                "it is marked as confirmed, but no claim supports it: 'add claim about=\(event.id) stance=asserts …', or set 'status=reported'"
            )
        ]
    }

    private func isEvidence(_ link: Record, for event: Identifier) -> Bool {
        switch link.relation {
        case .supports: link.references(.to).first == event
        case .corroborates: true
        default: false
        }
    }
}
