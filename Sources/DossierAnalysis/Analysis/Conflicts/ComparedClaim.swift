import DossierModel
import DossierTime

/// A claim as it is compared with others: what it is about, who answers for it, when, and what it does.
struct ComparedClaim {
    let claim: Record
    /// The events, claims, notes and links that it is about.
    let subjects: Set<Identifier>
    /// The entities that it is about.
    let entities: Set<Identifier>
    /// Its speakers and the bodies that they speak for; where none is named, the sources that the ones which carry it draw on
    /// in the end.
    let origins: Set<Identifier>
    /// The events that it is about in whose own time the time lies that it gives: it may be the time of the event.
    private let eventsInTime: Set<Identifier>
    /// When it was said; where that is not known, when what carries it was published.
    let said: When?
    let mood: Mood

    /// What a claim does with what it is about: only claims that do the same can give figures of the same thing.
    enum Mood {
        /// It says that it is so; `isStated` where its stance says so in a word of the vocabulary.
        case affirmation(isStated: Bool)
        /// It says that it is not so.
        case denial
        /// It says that it will be so.
        case forecast
        /// It says that it must be so.
        case demand
        /// It judges what it takes to be so.
        case attitude
    }

    /// Reads a claim.
    ///
    /// - Parameters:
    ///   - bodies: whom speakers speak for.
    ///   - isHeldElsewhere: whether the analyst linked it as contradicting another claim: then that is what its time is held
    ///     against.
    ///   - sameAs: gives the record that stands for all that are the same thing.
    init(
        _ claim: Record, in session: Session, _ known: inout Derivation.Known, bodies: Bodies = Bodies(),
        isHeldElsewhere: Bool = false, sameAs: (Identifier) -> Identifier
    ) {
        self.claim = claim
        var subjects: Set<Identifier> = []
        var entities: Set<Identifier> = []
        var eventsInTime: Set<Identifier> = []
        let time = isHeldElsewhere ? nil : claim.when(.when)
        for target in claim.references(.about) {
            if let time, let own = session[target]?.when(.when), time.falls(in: own) != .no {
                eventsInTime.insert(sameAs(target))
            }
            if session.kind(of: target) == .entity {
                entities.insert(sameAs(target))
            } else {
                subjects.insert(sameAs(target))
            }
        }
        (self.subjects, self.entities, self.eventsInTime) = (subjects, entities, eventsInTime)
        let speakers = claim.references(.speaker).reduce(into: Set<Identifier>()) { speakers, speaker in
            speakers.formUnion(bodies.spokenFor(by: sameAs(speaker)))
        }
        let sources = claim.references(.source)
        origins =
            speakers.isEmpty ? Set(Derivation(of: sources, in: session, &known).ends.flatMap(\.self)) : speakers
        said = claim.when(.said) ?? sources.lazy.compactMap { session[$0]?.when(.published) }.first
        mood = ComparedClaim.mood(claim.stance)
    }

    private static func mood(_ stance: Stance?) -> Mood {
        switch stance {
        case .asserts, .estimates: .affirmation(isStated: true)
        case .denies: .denial
        case .forecasts: .forecast
        case .demands: .demand
        case .condemns, .justifies: .attitude
        case nil: .affirmation(isStated: false)
        }
    }

    /// Whether two claims are about the same thing.
    ///
    /// Certainly where they are about the same events, claims, notes and links; possibly where they share some of these
    /// and differ in others, since a figure may be that of either, or where all that they share is an entity. A claim
    /// that names such a record beside an entity is about the record.
    func sharesSubject(with other: ComparedClaim) -> Certainty {
        if subjects.isEmpty, other.subjects.isEmpty {
            return entities.isDisjoint(with: other.entities) ? .no : .possibly
        }
        if subjects == other.subjects { return .certainly }
        return subjects.isDisjoint(with: other.subjects) ? .no : .possibly
    }

    /// The records by which other claims are found that it may be compared with: of an entity only figures are compared, and
    /// a demand or a judgement has nothing to compare but figures and times.
    var subjectsToCompare: Set<Identifier> {
        let hasFigures = !claim.quantities(.quantity).isEmpty
        if subjects.isEmpty { return hasFigures ? entities : [] }
        switch mood {
        case .demand, .attitude: return hasFigures || claim.when(.when) != nil ? subjects : []
        case .affirmation, .denial, .forecast: return subjects
        }
    }

    /// What two claims are both about, in the order in which this one names it.
    func shared(with other: ComparedClaim, sameAs: (Identifier) -> Identifier) -> [Identifier] {
        claim.references(.about).filter { target in
            let target = sameAs(target)
            return other.subjects.contains(target)
                || (subjects.isEmpty && other.subjects.isEmpty && other.entities.contains(target))
        }
    }

    /// Whether both give a time that may be that of an event which both are about.
    func givesTime(ofAnEventWith other: ComparedClaim) -> Bool { !eventsInTime.isDisjoint(with: other.eventsInTime) }

    /// Whether one speaker, one body, or one origin answers for both.
    func sharesOrigin(with other: ComparedClaim) -> Bool { !origins.isDisjoint(with: other.origins) }
}
