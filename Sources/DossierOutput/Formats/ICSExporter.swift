import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// A calendar of events: iCalendar (RFC 5545).
package struct ICSExporter: Exporter {
    private let request: ExportRequest
    private let words: RecordWords
    private let identifiers: LastingIdentifiers

    package static let name = "ics"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a calendar (iCalendar, RFC 5545): the events whose days are certain",
        readsTimes: true,
        examples: [
            Example(
                "an event in a calendar", "export ics e2",
                answer: #"""
                    BEGIN:VCALENDAR
                    VERSION:2.0
                    PRODID:-//Dossier//Dossier 1//EN
                    CALSCALE:GREGORIAN
                    METHOD:PUBLISH
                    BEGIN:VEVENT
                    UID:573e7a4f-4737-5e91-a38f-b6669e0aba9d
                    DTSTAMP:20241023T090000Z
                    LAST-MODIFIED:20241023T090000Z
                    DTSTART;VALUE=DATE:20241021
                    DTEND;VALUE=DATE:20241022
                    SUMMARY:Seoul summons the ambassador
                    DESCRIPTION:21 October 2024\nStatus: confirmed
                    LOCATION:Seoul
                    CATEGORIES:diplomacy
                    TRANSP:TRANSPARENT
                    X-EDTF:2024-10-21
                    X-DOSSIER-ID:e2
                    END:VEVENT
                    END:VCALENDAR
                    """#)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) {
        self.request = request
        words = RecordWords(request.session)
        identifiers = LastingIdentifiers(of: request.session.header)
    }

    /// The years that a date of the format has, in four digits.
    private static let years = 1...9_999

    /// Writes an event for each whose days are certain.
    package func export() -> Exported {
        var losses = LossReport()
        losses.loseHeader(of: request)
        identifiers.note(in: &losses)
        request.times?.note(in: &losses)
        let events = request.records.filter { $0.kind == .event && isCertain($0, &losses) }
        report(events, in: &losses)
        if events.isEmpty {
            losses.note("a calendar without events is not valid by RFC 5545, and some programs refuse it")
        }
        let markings = request.markings
        var text = ICSText()
        begin(&text)
        for event in request.steps(events, of: events.count) { write(event, markings[event.id], to: &text) }
        text.write("END", "VCALENDAR")
        if text.lacksControls { losses.note("control characters are left out, which a calendar cannot hold") }
        return Exported(.text(text.text), losses: losses)
    }

    private func begin(_ text: inout ICSText) {
        text.write("BEGIN", "VCALENDAR")
        text.write("VERSION", "2.0")
        text.write("PRODID", "-//Dossier//Dossier 1//EN")
        text.write("CALSCALE", "GREGORIAN")
        text.write("METHOD", "PUBLISH")
        if let title = request.title { text.write("X-WR-CALNAME", text: title) }
        if let marking = request.marking(withTitle: request.title != nil) {
            text.write("X-TLP", text: marking.rawValue.uppercased())
        }
    }

    private func isCertain(_ event: Record, _ losses: inout LossReport) -> Bool {
        guard let when = event.when(.when) else {
            losses.leaveOut(event, "no date")
            return false
        }
        let ends = CalendarEnds(when)
        guard ends.isCertain, let start = ends.start, let after = ends.after else {
            losses.leaveOut(event, "no certain days")
            return false
        }
        guard ICSExporter.years.contains(start.day.year), ICSExporter.years.contains(after.day.year) else {
            losses.leaveOut(event, "a year beyond the four digits of a calendar")
            return false
        }
        return true
    }

    private func write(_ event: Record, _ marking: Marking?, to text: inout ICSText) {
        text.write("BEGIN", "VEVENT")
        text.write("UID", identifiers.uuid(of: event.id).description)
        let stamp = ICSExporter.stamp(request.times?.modified(event.id))
        text.write("DTSTAMP", stamp)
        text.write("LAST-MODIFIED", stamp)
        if let when = event.when(.when) { write(when, to: &text) }
        text.write("SUMMARY", text: event.title)
        text.write("DESCRIPTION", text: description(of: event, marking))
        let places = words.names(.place, of: event)
        if !places.isEmpty { text.write("LOCATION", text: places.joined(separator: ", ")) }
        if let point = point(of: event) {
            text.write("GEO", point.north.rounded.text + ";" + point.east.rounded.text)
        }
        let categories = event.texts(.type) + event.texts(.tags)
        if !categories.isEmpty { text.write("CATEGORIES", texts: categories) }
        if let address = address(of: event) { text.write("URL", address) }
        if event.status == .cancelled { text.write("STATUS", "CANCELLED") }
        if let marking { text.write("CLASS", marking.accessClass) }
        text.write("TRANSP", "TRANSPARENT")
        if let when = event.when(.when) { text.write("X-EDTF", text: when.text) }
        text.write("X-DOSSIER-ID", text: event.id.text)
        text.write("END", "VEVENT")
    }

    /// The start, and what is no longer part of it. Where one is known to the day only, both are days.
    private func write(_ when: When, to text: inout ICSText) {
        let ends = CalendarEnds(when)
        guard let start = ends.start, let end = ends.end, let after = ends.after else { return }
        if let first = start.moment, let last = after.moment, first < last {
            text.write("DTSTART", first.compact)
            text.write("DTEND", last.compact)
        } else {
            text.write("DTSTART;VALUE=DATE", start.day.compact)
            text.write("DTEND;VALUE=DATE", Day(number: end.day.number + 1).compact)
        }
    }

    private func description(of event: Record, _ marking: Marking?) -> String {
        var lines = [event.when(.when)?.reading].compactMap(\.self)
        lines += words.named([.type, .actor, .target, .quantity, .status], of: event)
        lines += event.texts(.text)
        let address = address(of: event)
        lines += words.records(.source, of: event).map { source in
            let url = source.text(.url).flatMap { $0 == address ? nil : $0 }
            let parts = [source.title] + words.details(ofSource: source) + [url].compactMap(\.self)
            return "Source: " + parts.joined(separator: ", ")
        }
        if let marking { lines.append(marking.label) }
        return lines.joined(separator: "\n")
    }

    /// The point of an event; an event of several has none.
    private func point(of event: Record) -> Coordinates? {
        let points = words.points(of: event)
        return points.count == 1 ? points[0] : nil
    }

    /// The first address of a source that is one.
    private func address(of event: Record) -> String? {
        words.records(.source, of: event).compactMap { $0.text(.url) }.first { $0.isPlainAddress }
    }

    /// A time of the log as the format writes it.
    private static func stamp(_ time: String?) -> String {
        let stamp = (time ?? "").filter { $0 != "-" && $0 != ":" }
        return stamp.utf8.count == 16 ? stamp : "19700101T000000Z"
    }

    /// Says what is not in the calendar, and what only in words.
    private func report(_ events: [Record], in losses: inout LossReport) {
        let shown = Set(events.map(\.id))
        let named = Set(events.flatMap(\.mentions))
        let pinned = Set(events.filter { point(of: $0) != nil }.flatMap { $0.references(.place) })
        for record in request.records {
            switch record.kind {
            case .event where shown.contains(record.id):
                losses.loseAll(
                    of: record, but: [.title, .when, .type, .place, .tags],
                    inWords: [.actor, .target, .quantity, .source, .status, .text, .tlp])
            case .event: continue
            case .entity where named.contains(record.id):
                losses.loseAll(of: record, but: pinned.contains(record.id) ? [.name, .coordinates] : [.name])
                if pinned.contains(record.id) { reportRounding(of: record, in: &losses) }
            case .source where named.contains(record.id):
                losses.loseAll(of: record, but: [.url], inWords: [.title, .publisher, .published])
            default: losses.leaveOut(record)
            }
        }
    }

    private func reportRounding(of place: Record, in losses: inout LossReport) {
        guard case .coordinates(let point)? = place[.coordinates].first else { return }
        if point.north.rounded.isExact, point.east.rounded.isExact { return }
        losses.lose("coordinates", of: place, "beyond six decimals")
    }
}

extension Marking {
    /// What a calendar calls it (RFC 5545, 3.8.1.3).
    fileprivate var accessClass: String {
        switch self {
        case .clear: "PUBLIC"
        case .green: "PRIVATE"
        case .amber, .amberStrict, .red: "CONFIDENTIAL"
        }
    }
}

extension Day {
    /// Without hyphens: `20240304`.
    fileprivate var compact: String { Day.padded(year, to: 4) + Day.padded(month, to: 2) + Day.padded(day, to: 2) }
}

extension Moment {
    /// In UTC, without hyphens and colons: `20240304T103000Z`.
    fileprivate var compact: String {
        let parts = [second / 3600, second / 60 % 60, second % 60].map { Day.padded($0, to: 2) }
        return day.compact + "T" + parts.joined() + "Z"
    }
}

extension Decimal {
    /// With six decimals, as a calendar states degrees, and whether that is all of it.
    fileprivate var rounded: (text: String, isExact: Bool) {
        let millionths = Int(((Double(description) ?? 0) * 1_000_000).rounded())
        let digits =
            Day.padded(abs(millionths) / 1_000_000, to: 1) + "." + Day.padded(abs(millionths) % 1_000_000, to: 6)
        let text = (millionths < 0 ? "-" : "") + digits
        return (text, (try? Decimal(text)) == self)
    }
}
