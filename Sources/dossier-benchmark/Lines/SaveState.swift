import DossierEngine
import DossierStorage
import Glibc

extension Line {
    /// Writing the state of a session that changed, beside writing the same bytes.
    static let saveState = Line(name: "save") { workplace in
        let path = workplace.copy(as: "saved")
        guard let engine = Workplace.engine(path), let bytes = try? PosixDisk().read(path) else { return [] }
        // What was made by streaming must be what the program itself would write.
        engine.ask("set session x.own=\"new\"")
        engine.ask("undo")
        try? engine.save()
        let isSame = (try? PosixDisk().read(path)) == bytes
        var number = 0
        let measured = Measurement.alternating([
            {
                number += 1
                engine.ask("set session title=\"saved \(number)\"")
                return Measurement.seconds { try? engine.save() }
            }, { Measurement.seconds { BareDisk.write(bytes, to: workplace.file("saved.bare")) } },
        ])
        return [
            Row(
                work: "save", own: measured[0], peers: [("write and fsync", measured[1])],
                note: "\(bytes.count) bytes" + (isSame ? "" : ", which the program writes otherwise"))
        ]
    }
}
