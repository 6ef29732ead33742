/// How far a reader has come in everything that happened on the homeserver.
///
/// It names the homeserver's life too, so that a position from before a restart is not taken for one of now.
struct StreamPosition: Hashable, Sendable {
    let order: Int
    let epoch: String

    init(order: Int, epoch: String) {
        self.order = order
        self.epoch = epoch
    }

    /// Reads a position as it was handed out; nil where it is none.
    init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("s"), let order = Int(parts[0].dropFirst()) else {
            return nil
        }
        self.init(order: order, epoch: String(parts[1]))
    }

    var text: String { "s\(order)_\(epoch)" }
}
