/// Dates as other habits write them, which EDTF does not admit, and what they may mean in EDTF.
enum EDTFMistake {
    /// What is wrong with a text that is a date in another form; nil where it is none.
    static func explanation(of text: String) -> ValueError? {
        finding(text)?.error
    }

    private static func finding(_ text: String) -> Finding? { figures(text) ?? years(text) ?? otherMarks(text) }

    /// What a text is, and whether its suggestion is the same date in the form of EDTF.
    private struct Finding {
        let error: ValueError
        let isSameDate: Bool

        init(_ error: ValueError, isSameDate: Bool = true) {
            self.error = error
            self.isSameDate = isSameDate
        }
    }

    /// The EDTF of a date in another form, where that form has one reading: `13/06/2024`, `2024/06/05`, `1914–18`.
    static func rewriting(of text: String) -> String? {
        guard let finding = finding(text), finding.isSameDate else { return nil }
        return finding.error.suggestion
    }

    /// A range in a set whose ends have two precisions, which the rules of sets exclude (EDTF level 2, set rule 7).
    ///
    /// Sessions hold such ranges from before, so that only what is typed is held to the rule.
    static func unevenRange(in text: String) -> ValueError? {
        let members: [EDTFMember]
        switch EDTFReader.expression(text) {
        case .one(let found)?, .every(let found)?: members = found
        default: return nil
        }
        guard members.contains(where: \.isUneven) else { return nil }
        let (open, close) = text.hasPrefix("[") ? ("[", "]") : ("{", "}")
        let inner = text.dropFirst().dropLast().split(separator: ",").map { member in
            let ends = member.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2, EDTFReader.precision(ends[0]) != EDTFReader.precision(ends[1]),
                case .date(let first)? = EDTFReader.expression(ends[0]),
                case .date(let last)? = EDTFReader.expression(ends[1])
            else { return String(member) }
            return "\(Day(number: first.bounds.lowerBound))..\(Day(number: last.bounds.upperBound))"
        }
        return ValueError(
            "the ends of a range in a set must have the same precision",
            expectation: "two days, two months or two years",
            suggestion: open + inner.joined(separator: ",") + close)
    }

    /// Dates in figures: `2024/10/08`, `8.10.2024`, `10/2024`, `20241008`, `2024-1-5`.
    private static func figures(_ text: String) -> Finding? {
        let separators = Set(text.filter { !("0"..."9" ~= $0) })
        let parts = text.split(omittingEmptySubsequences: false) { !("0"..."9" ~= $0) }
        let numbers = parts.compactMap { $0.count <= 8 ? Int($0) : nil }
        guard separators.count <= 1, numbers.count == parts.count, let separator = separators.first ?? text.first else {
            return nil
        }
        if parts.count == 1, text.count == 8 {
            let date = iso(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
            return date.map {
                Finding(ValueError("the parts of a date must be separated by hyphens", expectation: $0, suggestion: $0))
            }
        }
        guard "/.-".contains(separator), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let counts = parts.map(\.count)
        switch counts.count {
        case 3 where counts[0] == 4 && counts[1] <= 2 && counts[2] <= 2:
            let date = iso(numbers[0], numbers[1], numbers[2])
            let swapped = iso(numbers[0], numbers[2], numbers[1])
            guard let right = date ?? (numbers[1] > 12 ? swapped : nil), right != text else { return nil }
            let problem =
                date == nil
                ? "there is no month \(parts[1])"
                : separator == "-"
                    ? "a month and a day must have two digits" : "the parts of a date must be separated by hyphens"
            return Finding(
                ValueError(problem, expectation: EDTFReader.expectation, suggestion: right), isSameDate: date != nil)
        case 3 where counts[2] == 4 && counts[0] <= 2 && counts[1] <= 2:
            return dayOrMonthFirst(text, numbers)
        case 3 where counts.allSatisfy({ $0 <= 2 }):
            return Finding(
                ValueError("the year of '\(text)' does not have four digits", expectation: EDTFReader.expectation))
        case 2 where separator != "-" && counts[0] + counts[1] <= 6 && counts.contains(4):
            let (year, month) = counts[0] == 4 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            guard 1...12 ~= month else { return nil }
            let right = Day.text(year: year) + "-" + Day.padded(month, to: 2)
            return Finding(
                ValueError("a month must follow its year, after a hyphen", expectation: right, suggestion: right))
        default: return nil
        }
    }

    /// A date in figures with the year at its end, which in some countries begins with the day, in others with the month.
    private static func dayOrMonthFirst(_ text: String, _ numbers: [Int]) -> Finding? {
        let dayFirst = iso(numbers[2], numbers[1], numbers[0])
        let monthFirst = iso(numbers[2], numbers[0], numbers[1])
        guard let dayFirst, let monthFirst, dayFirst != monthFirst else {
            guard let right = dayFirst ?? monthFirst else { return nil }
            return Finding(
                ValueError("a date must begin with its year", expectation: EDTFReader.expectation, suggestion: right))
        }
        return Finding(
            ValueError(
                "'\(text)' can mean \(dayFirst) (day first) or \(monthFirst) (month first)",
                expectation: "a date that begins with its year"))
    }

    /// Two years with a dash: `2020-2022`, `1914-18`.
    private static func years(_ text: String) -> Finding? {
        let dashes: Set<Character> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}"]
        let parts = text.split(omittingEmptySubsequences: false) { dashes.contains($0) }
        guard parts.count == 2, parts[0].count == 4, [2, 4].contains(parts[1].count), let first = Int(parts[0]),
            let end = Int(parts[1])
        else { return nil }
        let isShort = parts[1].count == 2
        let last = isShort ? first / 100 * 100 + end : end
        guard first < last, !(isShort && text.contains("-") && (1...12 ~= end || 21...41 ~= end)) else { return nil }
        let right = Day.text(year: first) + "/" + Day.text(year: last)
        return Finding(
            ValueError(
                "the ends of an interval must be separated by '/'", expectation: EDTFReader.expectation,
                suggestion: right))
    }

    /// Marks of the draft of EDTF of 2012, small letters, and typographic dots and dashes.
    private static func otherMarks(_ text: String) -> Finding? {
        let changes: [(from: [Character], to: String)] = [
            (["u", "x"], "X"), (["t"], "T"), (["z"], "Z"), (["y"], "Y"), (["e"], "E"), (["s", "p"], "S"),
            (["\u{2026}"], ".."),
            (["\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"], "-"),
        ]
        guard text.contains(where: { "0"..."9" ~= $0 }) else { return nil }
        var right = ""
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            right += right.isEmpty && part.startIndex == text.startIndex ? "" : "/"
            right += part == "open" ? ".." : part == "unknown" ? "" : String(part)
        }
        right = right.map { character in changes.first { $0.from.contains(character) }?.to ?? String(character) }
            .joined()
        if let space = right.firstIndex(of: " "), right.filter({ $0 == " " }).count == 1, right.contains(":") {
            right.replaceSubrange(space...space, with: "T")
            if right.filter({ $0 == ":" }).count == 1 { right += ":00" }
        }
        guard right != text, EDTFReader.expression(right) != nil else { return nil }
        return Finding(
            ValueError("'\(text)' is not in the form that EDTF prescribes", expectation: right, suggestion: right))
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        Day(year: year, month: month, day: day)?.description
    }
}
