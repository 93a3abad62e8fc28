/// Whom many records name, by slots: the records of some slots, in some of their fields.
struct SlotMentions {
    private var columns: [(values: SlotValues, slots: [Session.Slot?])] = []

    /// Gathers whom the records in some slots name in some fields; a quote names its source.
    init(_ names: [FieldName], at slots: [Session.Slot], in session: Session) {
        for name in names {
            let values = SlotValues(name, at: slots, in: session)
            let named = values.values.map { value -> Session.Slot? in
                switch value.value {
                case .reference(let id): session.slot(of: id)
                case .quote(let quote): session.slot(of: quote.source)
                default: nil
                }
            }
            columns.append((values, named))
        }
    }

    /// The slots of those that a record names, by its place among the slots; nil for one that is not there.
    func slots(at index: Int) -> some Sequence<Session.Slot?> {
        columns.lazy.flatMap { column in column.values.numbers(at: index).lazy.map { column.slots[Int($0)] } }
    }
}
