import DossierAnalysis
import DossierLanguage
import DossierModel

/// iCalendar (RFC 5545): a row for each event.
package struct CalendarImporter: Importer {
    package static let name = "ics"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "iCalendar (RFC 5545): each VEVENT becomes an event, without fields being given; other properties are columns",
        kind: .event, endings: ["ics"], isCutAtLines: false,
        examples: [
            Example(
                "the events of a calendar", "import ics port.ics",
                reading: Example.File(
                    "port.ics",
                    """
                    BEGIN:VCALENDAR
                    VERSION:2.0
                    PRODID:-//Port Alder//EN
                    BEGIN:VEVENT
                    UID:4711
                    DTSTART;VALUE=DATE:20240304
                    DTEND;VALUE=DATE:20240308
                    SUMMARY:The freighter Sable\\, at berth 4
                    END:VEVENT
                    END:VCALENDAR

                    """),
                answer: """
                    imported 1 event from port.ics
                      e3  event  2024-03-04/2024-03-07  The freighter Sable, at berth 4
                      source s2  port.ics
                      columns left out: uid
                    """)
        ])

    /// Looks for the events and their properties.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        try file.checkIsText()
        do throws(FileFault) {
            let calendars = try CalendarReader.calendars(in: file.bytes.buffer, from: file.start)
            return .rows(try CalendarRows(calendars, size: file.bytes.count, from: file.start))
        } catch { throw file.diagnostic(error) }
    }
}
