import DossierAnalysis

extension RecordTimes {
    /// Says what stands for the times of records of which the log knows nothing.
    func note(in losses: inout LossReport) {
        let records = "for records of which the log does not say when they were made"
        switch basis {
        case .published: losses.note("\(records), the newest day on which a source was published is given")
        case .epoch: losses.note("\(records), 1970-01-01 is given")
        case nil: return
        }
    }
}
