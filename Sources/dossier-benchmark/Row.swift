/// One row of the report: a piece of work, how long it takes here, and how long elsewhere.
struct Row {
    let work: String
    let own: Measurement?
    var peers: [(name: String, measurement: Measurement?)] = []
    var note = ""

    /// The row in words. A ratio says how many times more the peer takes: above one it is behind.
    func text(width: Int) -> String {
        let name = work + String(repeating: " ", count: max(0, width - work.count))
        var parts = [own?.text ?? "failed"]
        for peer in peers {
            guard let measurement = peer.measurement else {
                parts.append("\(peer.name): not installed")
                continue
            }
            let ratio = own.map { ", " + Measurement.rounded(measurement.median / $0.median) + "×" } ?? ""
            parts.append("\(peer.name): \(measurement.text)\(ratio)")
        }
        if !note.isEmpty { parts.append(note) }
        return "\(name) | " + parts.joined(separator: " | ")
    }
}
