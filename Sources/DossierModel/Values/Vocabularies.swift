extension Vocabulary {
    /// What an entity may be.
    public static let entityType = Vocabulary(
        "entity type", isOpen: true,
        [
            "person": "a human being", "organization": "a company, service, party, agency or band",
            "unit": "a part of an armed force", "country": "a state or a territory that claims to be one",
            "place": "a location of any size", "item": "a thing: a ship, a weapon, an account, a document",
        ])

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
    public static let status = Vocabulary(
        "status",
        [
            "reported": "somebody reports it", "confirmed": "the analyst believes that it happened",
            "disputed": "it is said and denied", "expected": "it has not happened yet",
            "cancelled": "it was expected and will not happen",
        ])

    /// What a speaker does with a claim.
    public static let stance = Vocabulary(
        "stance", isOpen: true,
        [
            "asserts": "says that it is so", "denies": "says that it is not so", "estimates": "gives a figure",
            "forecasts": "says that it will be so", "demands": "says that it must be so",
            "condemns": "says that it is wrong", "justifies": "says that it is right",
        ])

    /// What sort of note.
    public static let noteType = Vocabulary(
        "note type",
        [
            "comment": "a remark", "question": "what one should ask", "assumption": "taken as true without proof",
            "hypothesis": "an explanation to be tested", "judgement": "a conclusion, with likelihood and confidence",
            "gap": "what is not known", "lead": "where to look next",
            "forecast": "what will be, with likelihood and a day on which it can be judged",
        ])

    /// How good the ground for a judgement is (ICD 203, D.6.e.2.b).
    public static let confidence = Vocabulary(
        "confidence",
        [
            "low": "thin or questionable sources", "moderate": "credible sources, not enough of them",
            "high": "good sources from more than one origin",
        ])

    /// How a forecast came out.
    public static let outcome = Vocabulary(
        "outcome", ["yes": "it came true", "no": "it did not", "void": "it cannot be judged"])

    /// How strong a link is.
    public static let strength = Vocabulary(
        "strength", ["weak": "a little", "moderate": "clearly", "strong": "much"])

    /// Traffic Light Protocol 2.0 (FIRST), from the least to the most restricted.
    public static let trafficLight = Vocabulary(
        "TLP marking",
        [
            "clear": "no limit", "green": "the community", "amber": "the organisation and its clients",
            "amber+strict": "the organisation only", "red": "the recipients only",
        ])
}
