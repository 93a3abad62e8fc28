import DossierTime

/// Where times and quantities lie on the scale of a chart.
extension When {
    /// The range of the time in seconds since 1970, with the doubt in its ends.
    public var spread: RangeChart.Range {
        guard sense == .span, let expression = EDTFReader.expression(text) else {
            return RangeChart.Range(
                earliestStart: earliest.seconds, latestStart: latest.seconds, earliestEnd: earliest.seconds,
                latestEnd: latest.seconds, isOneOf: sense == .some, isSoft: isApproximate || isUncertain, best: nil)
        }
        if hasTimeOfDay {
            let ends = TimeEnds(secondsOf: expression, .written)
            return RangeChart.Range(
                earliestStart: earliest.seconds,
                latestStart: firstSecond < When.open ? ends.start.last.map { Double($0) } : nil,
                earliestEnd: lastSecond < When.open ? ends.end.first.map { Double($0) } : nil,
                latestEnd: latest.seconds, isOneOf: false, isSoft: isApproximate || isUncertain, best: nil)
        }
        let extent = Extent(expression)
        let (start, end) = extent.statedEnds
        func seconds(_ day: Int?, _ second: Int) -> Double? {
            guard let day, day > DayDomain.farPast, day < DayDomain.farFuture else { return nil }
            return Double(day * Moment.secondsADay + second)
        }
        return RangeChart.Range(
            earliestStart: earliest.seconds, latestStart: seconds(start.last(), 0),
            earliestEnd: seconds(end.first(), Moment.secondsADay - 1), latestEnd: latest.seconds, isOneOf: false,
            isSoft: isApproximate || isUncertain, best: nil)
    }
}

extension Bound {
    fileprivate var seconds: Double? {
        guard case .moment(let moment) = self else { return nil }
        return Double(moment.day.number) * Double(Moment.secondsADay) + Double(moment.second)
    }
}

extension Quantity {
    /// The range of the quantity, with the number held to be the best.
    public var spread: RangeChart.Range {
        let (least, most) = (low?.approximation, high?.approximation)
        return RangeChart.Range(
            earliestStart: least, latestStart: least, earliestEnd: most, latestEnd: most, isOneOf: true,
            isSoft: isApproximate,
            best: best?.approximation)
    }
}

extension Decimal {
    /// The nearest number of double precision, for drawing.
    var approximation: Double { Double(description) ?? 0 }
}
