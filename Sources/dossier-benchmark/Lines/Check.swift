extension Line {
    /// All rules over the session, in a session that is open.
    ///
    /// No tool keeps these rules. Who has none writes filters for jq, which reads every record: that is the least that any
    /// check of a file takes.
    static let check = Line(name: "check") { workplace in
        let own = Workplace.engine(workplace.session).map { engine in Measurement { engine.ask("check") } }
        let jq = Measurement.alternating([CommandLineTools.work(CommandLineTools.jqRead(workplace.session))])[0]
        return [
            Row(
                work: "check all rules, in the open session", own: own, peers: [("jq, one rule, a process", jq)],
                note: "events and as many links")
        ]
    }
}
