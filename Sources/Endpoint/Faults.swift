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

    /// A fault that waits for the calls it is meant for.
    struct PlannedFault: Sendable {
        let fault: CallFault
        let word: String
        var timesLeft: Int
    }

    var answersToSwallow = 0
    var callFaults: [PlannedFault] = []
    /// Finished, they let a held call go on.
    var heldCalls: [AsyncStream<Void>.Continuation] = []
    /// No news goes out, over either transport.
    var holdsNews = false
    var refusals: [PlannedRefusal] = []
    var refusedTokens: [String: StreamMessage.Refusal] = [:]
    /// Positions before this place in the order are forgotten.
    var oldestKnownOrder = 0

    /// The fault that a call with these words in its path meets now, if one is planned; it is used up by this.
    mutating func fault(for words: [String]) -> CallFault? {
        let index = callFaults.firstIndex { $0.timesLeft > 0 && words.contains($0.word) }
        guard let index else { return nil }
        callFaults[index].timesLeft -= 1
        return callFaults[index].fault
    }

    /// The refusal that a send into a room meets now, if one is planned; it is used up by this.
    mutating func refusal(in room: RoomID) -> StreamMessage.Refusal? {
        let index = refusals.firstIndex { $0.timesLeft > 0 && ($0.room == nil || $0.room == room) }
        guard let index else { return nil }
        refusals[index].timesLeft -= 1
        return refusals[index].refusal
    }
}
