import DossierAnalysis
import DossierModel
import DossierTime

/// Reads what a report says from a session: what is decided comes from the same analysis as the answers of `show`.
struct ReportReader {
    let request: ExportRequest
    /// The numbers of sources, in the order in which the report cites them.
    private(set) var numbers: [Identifier: Int] = [:]
    private var cited: [Identifier] = []
    /// The records that the report names, beside those that it tells of.
    private var named: Set<Identifier> = []
    /// The claims that it has told in full.
    var told: Set<Identifier> = []

    var session: Session { request.session }

    /// Reads all that was asked for.
    static func contents(of request: ExportRequest) -> ReportContents {
        var reader = ReportReader(request: request)
        return reader.contents()
    }

    private init(request: ExportRequest) { self.request = request }

    private mutating func contents() -> ReportContents {
        var contents = ReportContents()
        contents.title = session.header.text(.title) ?? "Report"
        readEvents(into: &contents)
        readClaims(into: &contents)
        readNotes(into: &contents)
        readFigures(into: &contents)
        contents.relations = records(.link).map { relation($0) }
        contents.entities = records(.entity).map { entity($0) }
        for source in records(.source) { _ = number(of: source.id) }
        readSources(into: &contents)
        contents.counts = [.event, .claim, .note, .link, .entity, .source].map { kind in
            (kind, kind == .source ? contents.sources.count : records(kind).count)
        }.filter { $0.count > 0 }
        contents.label = request.marking(withTitle: true, naming: named.union(cited))
        return contents
    }

    /// The records of a kind that were asked for.
    func records(_ kind: Kind) -> [Record] { request.records.filter { $0.kind == kind } }

    /// The number of a source, which is its place in the list at the end.
    mutating func number(of source: Identifier) -> Int {
        if let number = numbers[source] { return number }
        cited.append(source)
        numbers[source] = cited.count
        return cited.count
    }

    /// The numbers of the sources that a record names, with that of its quote.
    mutating func sources(of record: Record) -> [Int] {
        var sources = record.references(.source)
        if let quote = record.quote, !sources.contains(quote.source) { sources.append(quote.source) }
        return sources.map { number(of: $0) }.sorted()
    }

    /// The names of the records that a field names.
    mutating func names(_ field: FieldName, of record: Record) -> [String] {
        record.references(field).map { name(of: $0) }
    }

    /// What a reader knows a record by; its id where it has no name, or is missing.
    mutating func name(of id: Identifier) -> String { name(of: id, depth: 0) }

    private mutating func name(of id: Identifier, depth: Int) -> String {
        named.insert(id)
        guard let record = session[id] else { return id.text }
        switch record.kind {
        case .link where depth < 2:
            let ends = [FieldName.from, .to].map { field in
                record.references(field).first.map { name(of: $0, depth: depth + 1) } ?? "?"
            }
            return "\(ends[0]) \(ReportReader.words(record.text(.relation))) \(ends[1])"
        case .claim where record.title == id.text: return (record.quote?.exact ?? id.text).firstLine
        default: return record.title.firstLine
        }
    }

    /// A relation in words: `responds to`.
    static func words(_ relation: String?) -> String {
        (relation ?? "").split(separator: "-").joined(separator: " ")
    }

    /// The sources that were cited, each followed to those that it draws on.
    private mutating func readSources(into contents: inout ReportContents) {
        var index = 0
        while index < cited.count {
            let id = cited[index]
            index += 1
            var source = ReportSource(id: id, number: index, title: id.text)
            if let record = session[id] {
                source.title = record.title
                source.authors = record.texts(.author)
                source.publisher = record.text(.publisher)
                source.published = record.when(.published)
                source.url = record.text(.url)
                source.retrieved = record.when(.retrieved)
                source.language = record.text(.language)
                if case .reliability(let letter)? = record[.reliability].first { source.reliability = letter }
                source.derived = record.references(.derived).map { number(of: $0) }
                source.file = record.text(.file)
                source.tags = record.texts(.tags)
            }
            contents.sources.append(source)
        }
    }

    private mutating func entity(_ record: Record) -> ReportEntity {
        ReportEntity(
            id: record.id, name: record.title, type: record.text(.type), aliases: record.texts(.alias),
            roles: record.texts(.role), countries: names(.country, of: record),
            coordinates: record[.coordinates].first?.typed, text: record.text(.text), tags: record.texts(.tags))
    }

    private mutating func relation(_ link: Record) -> ReportRelation {
        let ends = [FieldName.from, .to].map { names($0, of: link).first ?? "?" }
        return ReportRelation(
            id: link.id, from: ends[0], relation: ReportReader.words(link.text(.relation)), to: ends[1],
            when: link.when(.when), strength: link.text(.strength), grade: link.grade, text: link.text(.text),
            tags: link.texts(.tags), sources: sources(of: link))
    }
}
