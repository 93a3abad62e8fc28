extension Record {
    /// The type of an entity; nil where it has none, or one of the analyst's own.
    public var entityType: EntityType? { word(.type) }

    /// How firmly an event is held; nil where that is not said.
    public var status: EventStatus? { word(.status) }

    /// What the speaker of a claim does with it; nil where that is not said, or said in a word of the analyst's own.
    public var stance: Stance? { word(.stance) }

    /// The type of a note; nil where it has none.
    public var noteType: NoteType? { kind == .note ? word(.type) : nil }

    /// How good the ground for a judgement is; nil where that is not said.
    public var confidence: Confidence? { word(.confidence) }

    /// How a forecast came out; nil where that is not said.
    public var outcome: ForecastOutcome? { word(.outcome) }

    /// How strong a link is; nil where that is not said.
    public var strength: LinkStrength? { word(.strength) }

    /// What a link states; nil where it is a relation of the analyst's own.
    public var relation: Relation.Shipped? { word(.relation) }

    private func word<Word: RawRepresentable<String>>(_ name: FieldName) -> Word? {
        text(name).flatMap { Word(rawValue: $0) }
    }
}
