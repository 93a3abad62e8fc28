import DossierAnalysis
import DossierLanguage
import DossierModel

/// A log as it was after one of its entries.
struct LogUpTo: LogReading {
    let log: any LogReading
    /// The number of the last entry.
    let count: Int

    func entries(last limit: Int?, at place: Place) throws(Diagnostic) -> [LogEntry] {
        let entries = try log.steps(at: place).filter { $0.number <= count }
        return limit.map { entries.suffix($0) } ?? entries
    }

    func chain(at place: Place) throws(Diagnostic) -> LogChain {
        var chain = try log.chain(at: place)
        chain.links.removeAll { $0.number > count }
        return chain
    }

    func faults() -> [StorageFault] { log.faults() }
}
