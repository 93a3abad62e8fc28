import DossierModel
import DossierTime

/// An entity of FollowTheMoney: a schema with properties, each a list of texts.
struct FTMEntity {
    private let id: String
    private let schema: String
    private var properties = JSONObject()
    /// Whether a value has control characters, or nothing to be seen: FollowTheMoney leaves out the ones and refuses the other.
    private(set) var hasUnseen = false

    /// Begins without properties.
    init(_ id: String, _ schema: String) {
        self.id = id
        self.schema = schema
    }

    /// Adds values to a property.
    mutating func add(_ property: String, _ values: [String]) {
        var all = properties[property]?.array ?? []
        for value in values.lazy.filter(\.isSeen).map(JSONValue.string) where !all.contains(value) { all.append(value) }
        if !all.isEmpty { properties[property] = .array(all) }
        hasUnseen =
            hasUnseen
            || values.contains { !$0.isSeen || $0.unicodeScalars.contains(where: \.isControl) }
    }

    /// Adds a value to a property, where there is one.
    mutating func add(_ property: String, _ value: String?) { add(property, value.map { [$0] } ?? []) }

    /// The entity as a line.
    var json: JSONValue {
        ["id": .string(id), "schema": .string(schema), "properties": .object(properties)]
    }
}

extension String {
    /// In one line without control characters, as FollowTheMoney has names; nil where nothing to be seen is left.
    var asName: String? {
        var name = String.UnicodeScalarView()
        var isApart = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                isApart = !name.isEmpty
            } else if scalar.properties.generalCategory != .control {
                if isApart { name.append(" ") }
                isApart = false
                name.append(scalar)
            }
        }
        let text = String(name)
        return text.isSeen ? text : nil
    }

    /// As FollowTheMoney has addresses of the web; nil where it is none.
    var asWebAddress: String? {
        guard HTMLText.isOfWeb(self), isPlainAddress, let slashes = firstRange(of: "://") else { return nil }
        let host = self[slashes.upperBound...].prefix { !"/?#".contains($0) }
        if host.isEmpty { return nil }
        return host.endIndex == endIndex ? self + "/" : self
    }
}

extension String {
    /// Whether there is anything in it to be seen; FollowTheMoney takes the quotation marks around a name away.
    fileprivate var isSeen: Bool {
        unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format && scalar != "'" && scalar != "\""
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character other than white space.
    fileprivate var isControl: Bool { properties.generalCategory == .control && !properties.isWhitespace }
}

extension When {
    /// The finest date that holds all of its days, as FollowTheMoney has dates: a day, a month or a year is some time of it.
    var prefixDate: String? {
        guard let first = earliest.day, let last = latest.day, 1000...2999 ~= first.year, first.year == last.year else {
            return nil
        }
        let day = first.description
        if first == last {
            let isUTC = isMoment && !isLocal
            guard isUTC, case .moment(let moment) = earliestInUTC else { return day }
            let parts = [moment.second / 3600, moment.second / 60 % 60, moment.second % 60]
            return moment.day.description + "T" + parts.map { Day.padded($0, to: 2) }.joined(separator: ":")
        }
        return first.month == last.month ? String(day.prefix(7)) : String(day.prefix(4))
    }

    /// Whether dates of FollowTheMoney say all that it says.
    var isPlainDate: Bool {
        let (start, end) = sides
        return [start, end].allSatisfy { $0.map { $0.isOneDay && !$0.hasTimeOfDay && $0.prefixDate != nil } ?? false }
    }
}
