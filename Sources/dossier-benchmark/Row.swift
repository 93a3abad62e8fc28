/// One row of the report: a piece of work, how long it takes here, and how long elsewhere.
struct Row {
    let work: String
    let own: Measurement?
    var peers: [(name: String, measurement: Measurement?)] = []
    var note = ""

    /// The row in words: a peer takes so many times more, and is behind, or less, and is ahead.
    func text(width: Int) -> String {
        let name = work + String(repeating: " ", count: max(0, width - work.count))
        var parts = [own?.text ?? "failed"]
        for peer in peers {
            guard let measurement = peer.measurement else {
                parts.append("\(peer.name): not installed")
                continue
            }
            let ratio = own.map { ", " + Row.ratio(measurement.median, to: $0.median) } ?? ""
            parts.append("\(peer.name): \(measurement.text)\(ratio)")
        }
        if !note.isEmpty { parts.append(note) }
        return "\(name) | " + parts.joined(separator: " | ")
    }

    private static func ratio(_ peer: Double, to own: Double) -> String {
        peer >= own ? Measurement.rounded(peer / own) + "× more" : Measurement.rounded(own / peer) + "× less"
    }
}
