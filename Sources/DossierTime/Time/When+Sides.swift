extension When {
    /// The two sides of a span, and of any other time itself twice; nil for a side that is open or not known.
    public var sides: (start: When?, end: When?) {
        guard sense == .span, let slash = text.firstIndex(of: "/") else { return (self, self) }
        return (
            When(unexplained: String(text[..<slash])), When(unexplained: String(text[text.index(after: slash)...]))
        )
    }

    /// Whether it means one day, or a time of it, without a doubt that is written.
    public var isOneDay: Bool {
        guard let first = earliest.day else { return false }
        return first == latest.day && !isApproximate && !isUncertain
    }

    /// Whether it means one second or minute.
    public var isMoment: Bool {
        hasTimeOfDay && earliest.day != nil && latest.day != nil && lastSecond - firstSecond < 60
    }
}
