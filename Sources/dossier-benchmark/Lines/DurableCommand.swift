import DossierStorage
import Glibc

extension Line {
    /// One command that is on the medium before its reply, beside the same number of bytes added by others, in turn.
    static let durableCommand = Line(name: "durable-command") { workplace in
        let path = workplace.copy(as: "durable")
        guard let engine = Workplace.engine(path) else { return [] }
        func add(_ number: Int) {
            engine.ask("add event 2024-10-21 \"Event \(number)\" place=place-2 status=reported")
        }
        let disk = PosixDisk()
        let log = workplace.file("durable.log")
        func length() -> Int { (try? disk.status(log))??.size ?? 0 }
        // The first command names the state that stands, and the second shows how long an entry is.
        add(0)
        let before = length()
        add(0)
        let bytes = length() - before
        let bare = BareDisk(workplace.file("durable.bare"))
        let sqlite = DurableSQLite(workplace.file("durable.sqlite"))
        defer { ["", "-wal", "-shm"].forEach { unlink(workplace.file("durable.sqlite") + $0) } }
        var number = 0
        let measured = Measurement.alternating(
            rounds: 1_000,
            [
                {
                    number += 1
                    return Measurement.seconds { add(number) }
                }, { Measurement.seconds { bare.append(bytes) } }, { sqlite?.append(bytes) },
            ])
        return [
            Row(
                work: "one durable command, reply included", own: measured[0],
                peers: [("append and fdatasync", measured[1]), ("sqlite3 WAL FULL, in python", measured[2])],
                note: "\(bytes) bytes each")
        ]
    }
}
