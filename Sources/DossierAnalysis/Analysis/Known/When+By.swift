import DossierTime

extension When {
    /// Whether it was, or a span of it had begun, by a moment; by a limit that is open or unknown everything was.
    func isBy(_ limit: Bound) -> Certainty {
        guard case .moment(let limit) = limit else { return .certainly }
        if case .moment(let earliest) = earliest, earliest > limit { return .no }
        if sense == .span {
            guard let day = extent?.start.last(), day < DayDomain.farFuture else { return .possibly }
            return day <= limit.day.number ? .certainly : .possibly
        }
        if case .moment(let latest) = latest, latest <= limit { return .certainly }
        return .possibly
    }
}
