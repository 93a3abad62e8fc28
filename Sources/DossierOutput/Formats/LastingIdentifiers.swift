import DossierModel

/// Ids for records that mean the same in every export of a session, and in no other session: UUIDs of version 5, made from the
/// session's own `id`, or else from its title.
struct LastingIdentifiers {
    private let session: NamedUUID
    /// Whether they are made from the title alone, which another session may have too.
    let isOfTitle: Bool

    /// Takes the session's header.
    init(of header: Record) {
        isOfTitle = header.text(.id) == nil
        session = NamedUUID(header.text(.id) ?? "urn:dossier:" + (header.text(.title) ?? ""), in: .ofURIs)
    }

    /// The UUID of a record.
    func uuid(of id: Identifier) -> NamedUUID { NamedUUID("record/" + id.text, in: session) }

    /// The UUID of something that is made for a record or for the session, by its role: `bundle`, `report`, `e1/actor/seoul`.
    func uuid(_ role: String) -> NamedUUID { NamedUUID(role, in: session) }

    /// Says on what the ids stand, where another session may have them too.
    func note(in losses: inout LossReport) {
        if isOfTitle {
            losses.note(
                "ids are made from the title, so another session with this title would share them; 'set session id=URN' tells them apart"
            )
        }
    }
}
