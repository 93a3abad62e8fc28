extension Vocabulary {
    /// What an entity may be.
    public static let entityType = Vocabulary("entity type", isOpen: true, of: EntityType.self)

    /// What sort of event; the words of conflict and news data.
    public static let eventType = Vocabulary(
        "event type", isOpen: true,
        [
            "statement": "words spoken or published", "meeting": "people meet", "visit": "one goes to another",
            "agreement": "parties bind themselves", "protest": "objection, in the street or by a note",
            "movement": "people or goods go somewhere", "transfer": "something changes hands",
            "attack": "force used by one side", "battle": "force used by both sides", "explosion": "something blows up",
            "arrest": "somebody is held", "sanction": "a penalty between states", "test": "a weapon or device is tried",
            "election": "people vote", "accident": "harm without intent", "cyber": "an attack on computers",
        ])

    /// How firmly an event is held.
    public static let status = Vocabulary("status", of: EventStatus.self)

    /// What a speaker does with a claim.
    public static let stance = Vocabulary("stance", isOpen: true, of: Stance.self)

    /// What sort of note.
    public static let noteType = Vocabulary("note type", of: NoteType.self)

    /// How good the ground for a judgement is (ICD 203, D.6.e.2.b).
    public static let confidence = Vocabulary("confidence", of: Confidence.self)

    /// How a forecast came out.
    public static let outcome = Vocabulary("outcome", of: ForecastOutcome.self)

    /// How strong a link is.
    public static let strength = Vocabulary("strength", of: LinkStrength.self)

    /// Traffic Light Protocol 2.0 (FIRST), from the least to the most restricted.
    public static let trafficLight = Vocabulary("TLP marking", of: Marking.self)
}
