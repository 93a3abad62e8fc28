import DossierModel
import DossierTime

/// The events of calendars as rows: what an event of a session has a field for under that field's name, all other properties
/// under their own in small letters.
struct CalendarRows: RowReader {
    let isSpreadsheet = false
    let blankLines = 0
    let leftBehind: [String]
    private(set) var offset = 0
    private var columnsOfFile = JSONColumns()
    private let events: [CalendarComponent]
    private let rows: [Result<JSONObject, FileFault>]
    private let size: Int
    private var index = 0

    var columns: [String] { columnsOfFile.names }

    init(_ calendars: [CalendarComponent], size: Int, from start: Int) throws(FileFault) {
        self.size = size
        var notes = CalendarNotes()
        var events: [CalendarComponent] = []
        var rows: [Result<JSONObject, FileFault>] = []
        for calendar in calendars {
            if let scale = calendar["CALSCALE"], scale.value.uppercased() != "GREGORIAN" {
                throw FileFault("the calendar is not Gregorian", expectation: "CALSCALE:GREGORIAN", at: scale.offset)
            }
            notes.add(calendar)
            let reader = CalendarEvents(calendar)
            for event in calendar.components where event.name == "VEVENT" {
                do throws(FileFault) {
                    let row = try reader.row(of: event, &notes)
                    columnsOfFile.add(row)
                    rows.append(.success(row))
                } catch { rows.append(.failure(error)) }
                events.append(event)
            }
        }
        if case .failure(let fault)? = rows.first, columnsOfFile.names.isEmpty { throw fault }
        if events.isEmpty { throw FileFault("the calendar has no events", expectation: "BEGIN:VEVENT", at: start) }
        self.events = events
        self.rows = rows
        leftBehind = notes.sentences
    }

    mutating func next(_ row: inout Row) throws(FileFault) -> Bool {
        guard index < rows.count else { return false }
        defer { index += 1 }
        offset = index + 1 < events.count ? events[index + 1].offset : size
        row.begin()
        columnsOfFile.fill(&row, from: try rows[index].get(), at: events[index].offset)
        return true
    }
}

/// What of calendars no row holds.
struct CalendarNotes {
    private var properties = OrderedCounts()
    private var components = OrderedCounts()
    /// Events that recur, of which a row is the first time alone.
    var recurring = 0
    /// Times in zones that the file does not define.
    var unknownZones = OrderedCounts()

    /// Looks at what stands beside the events of a calendar, and in them.
    mutating func add(_ calendar: CalendarComponent) {
        for property in calendar.properties
        where !["VERSION", "PRODID", "CALSCALE", "METHOD", "X-TLP"].contains(property.name) {
            properties.add(property.name)
        }
        for component in calendar.components where component.name != "VTIMEZONE" {
            if component.name == "VEVENT" {
                for part in component.components { components.add(part.name) }
            } else {
                components.add(component.name)
            }
        }
    }

    var sentences: [String] {
        var told: [String] = []
        if recurring > 0 {
            told.append(
                "recurrence of \(LeftBehind.count(recurring, "event", "events")): the first time alone becomes an event"
            )
        }
        if unknownZones.total > 0 {
            told.append("zones that the file does not define, so that times are local: \(unknownZones.text)")
        }
        if components.total > 0 { told.append("components: \(components.text)") }
        if properties.total > 0 {
            told.append("properties of the calendar: " + LeftBehind.list(properties.entries.map(\.name)))
        }
        return told
    }
}

/// Makes rows of the events of one calendar.
struct CalendarEvents {
    private var zones: [String: CalendarZone] = [:]
    private let marking: String?

    /// Takes the time zones and the label of a calendar.
    init(_ calendar: CalendarComponent) {
        marking = calendar["X-TLP"]?.text.lowercased()
        for zone in calendar.components where zone.name == "VTIMEZONE" {
            if let name = zone["TZID"]?.value, let rules = CalendarZone(zone) { zones[name] = rules }
        }
    }

    /// Properties whose commas separate values, and those that are not texts.
    private static let lists: Set<String> = ["CATEGORIES", "RESOURCES"]
    private static let plain: Set<String> = [
        "ATTACH", "URL", "ORGANIZER", "ATTENDEE", "RRULE", "EXRULE", "RDATE", "EXDATE", "GEO", "UID",
    ]

    func row(of event: CalendarComponent, _ notes: inout CalendarNotes) throws(FileFault) -> JSONObject {
        var row: [(String, JSONValue)] = []
        for property in event.properties {
            let name = property.name.lowercased()
            switch property.name {
            case "SUMMARY": row.append(("title", .string(property.text)))
            case "LOCATION": row.append(("place", .string(property.text)))
            case "DESCRIPTION": row.append(("text", .string(property.text)))
            case "X-TLP": row.append(("tlp", .string(property.text.lowercased())))
            case "X-DOSSIER-ID":
                let isIdentifier = (try? Identifier(property.text)) != nil
                row.append((isIdentifier ? "id" : name, .string(property.text)))
            case "STATUS":
                let status = ["CANCELLED": "cancelled", "TENTATIVE": "expected"][property.value.uppercased()]
                row.append(status.map { ("status", .string($0)) } ?? ("calendar.status", .string(property.value)))
            case "DTSTART", "X-EDTF": row += try time(property, of: event, &notes).map { [("when", .string($0))] } ?? []
            case "DTEND", "DURATION": break
            case "GEO":
                let parts = property.value.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2 else {
                    throw FileFault(
                        "GEO is not a place", expectation: "LATITUDE;LONGITUDE", at: property.offset, isOfOneRow: true)
                }
                row += [("lat", .string(parts[0])), ("lon", .string(parts[1]))]
                row.append(("coordinates", .string(parts.joined(separator: ","))))
            default:
                if property.name == "RRULE" || property.name == "RDATE" { notes.recurring += 1 }
                // A name that a field has too would be taken for it.
                let column = Kind.event.takesCells(of: name) ? "calendar." + name : name
                let texts =
                    CalendarEvents.plain.contains(property.name)
                    ? [property.value] : property.texts(isList: CalendarEvents.lists.contains(property.name))
                row.append((column, .array(texts.map { .string($0) })))
            }
            for parameter in property.parameters where parameter.name != "VALUE" {
                row.append(("\(name).\(parameter.name.lowercased())", .string(parameter.value)))
            }
        }
        if let marking, event["X-TLP"] == nil { row.append(("tlp", .string(marking))) }
        return JSONObject(row)
    }

    /// When an event is: its own EDTF, else from its start to its end, which is not part of it; nil where the other property says
    /// it.
    private func time(_ property: CalendarProperty, of event: CalendarComponent, _ notes: inout CalendarNotes)
        throws(FileFault) -> String?
    {
        if property.name == "X-EDTF" { return property.text }
        if event["X-EDTF"] != nil { return nil }
        let start = try read(property)
        let first = text(start, property, &notes)
        if let end = event["DTEND"] {
            let last = try read(end)
            if (start.second == nil) != (last.second == nil) {
                throw FileFault(
                    "DTSTART is a day and DTEND a time, or the other way round", at: end.offset, isOfOneRow: true)
            }
            return try interval(first, start, last, at: end, &notes)
        }
        if let duration = event["DURATION"] {
            guard let seconds = CalendarTime.seconds(ofDuration: duration.value), seconds >= 0,
                start.second != nil || seconds % Moment.secondsADay == 0
            else {
                throw FileFault(
                    "'\(duration.value)' is not a duration of this event", expectation: "P1D, PT1H30M",
                    at: duration.offset, isOfOneRow: true)
            }
            return try interval(first, start, start.adding(seconds: seconds), at: property, &notes)
        }
        return first
    }

    private func interval(
        _ first: String, _ start: CalendarTime, _ end: CalendarTime, at property: CalendarProperty,
        _ notes: inout CalendarNotes
    ) throws(FileFault) -> String {
        if start.second == nil {
            if end.day < start.day { throw .endsBeforeItBegins(at: property.offset) }
            let last = Day(number: max(start.day.number, end.day.number - 1))
            return last == start.day ? first : "\(first)/\(last)"
        }
        let last = text(end, property, &notes)
        let isSameClock =
            start.isUTC == end.isUTC && first.utf8.count == last.utf8.count && first.suffix(6) == last.suffix(6)
        if isSameClock, end.instant < start.instant { throw .endsBeforeItBegins(at: property.offset) }
        return last == first ? first : "\(first)/\(last)"
    }

    private func read(_ property: CalendarProperty) throws(FileFault) -> CalendarTime {
        guard let time = CalendarTime(property.value) else {
            throw FileFault(
                "'\(property.value)' is not a time of a calendar", expectation: "20240304, 20240304T090000Z",
                at: property.offset, isOfOneRow: true)
        }
        return time
    }

    /// A time as EDTF: with the offset of its zone where the file defines it, else local.
    private func text(_ time: CalendarTime, _ property: CalendarProperty, _ notes: inout CalendarNotes) -> String {
        guard time.second != nil, !time.isUTC, let zone = property.parameter("TZID") else {
            return time.edtf(offset: nil)
        }
        if let rules = zones[zone] { return time.edtf(offset: rules.offset(at: time)) }
        notes.unknownZones.add(zone)
        return time.edtf(offset: nil)
    }
}

extension FileFault {
    fileprivate static func endsBeforeItBegins(at offset: Int) -> FileFault {
        FileFault("the event ends before it begins", at: offset, isOfOneRow: true)
    }
}
