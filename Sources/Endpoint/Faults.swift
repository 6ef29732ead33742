internal import MatrixTypes

/// What the embedded homeserver does wrong on purpose.
struct Faults: Sendable {
    /// A refusal that waits for the sends it is meant for.
    struct PlannedRefusal: Sendable {
        let refusal: StreamMessage.Refusal
        /// The room whose sends are refused; nil for all.
        let room: RoomID?
        var timesLeft: Int
    }

    var answersToSwallow = 0
    var refusals: [PlannedRefusal] = []
    var refusedTokens: [String: StreamMessage.Refusal] = [:]
    /// Positions before this place in the order are forgotten.
    var oldestKnownOrder = 0

    /// The refusal that a send into a room meets now, if one is planned; it is used up by this.
    mutating func refusal(in room: RoomID) -> StreamMessage.Refusal? {
        let index = refusals.firstIndex { $0.timesLeft > 0 && ($0.room == nil || $0.room == room) }
        guard let index else { return nil }
        refusals[index].timesLeft -= 1
        return refusals[index].refusal
    }
}
