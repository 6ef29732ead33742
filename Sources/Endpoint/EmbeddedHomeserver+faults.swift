package import MatrixTypes
internal import Networking

// What goes wrong out there, on request.
extension EmbeddedHomeserver {
    /// Cuts every connection, once.
    package func dropConnections() {
        let bells = state.use { $0.bells.values.filter(\.isConnection) }
        for bell in bells { bell.continuation.finish() }
    }

    /// Lets the answers of the next sends be lost: the event is made, and its sender is not told.
    package func swallowAnswers(ofNextSends count: Int) {
        state.use { $0.faults.answersToSwallow = count }
    }

    /// Refuses the next sends, into one room or into any.
    package func refuseSends(_ times: Int, with refusal: StreamMessage.Refusal, in room: RoomID?) {
        let planned = Faults.PlannedRefusal(refusal: refusal, room: room, timesLeft: times)
        state.use { $0.faults.refusals.append(planned) }
    }

    /// Refuses a token from now on; nil accepts it again. Connections that are open stay open.
    package func refuseToken(_ token: String, with refusal: StreamMessage.Refusal?) {
        state.use { $0.faults.refusedTokens[token] = refusal }
    }

    /// Forgets every position that was handed out so far.
    package func forgetPositions() {
        state.use { $0.faults.oldestKnownOrder = $0.order + 1 }
    }

    /// Whether the answer of a send that was just taken is to be lost; counts it.
    func losesAnswer() -> Bool {
        state.use { state in
            guard state.faults.answersToSwallow > 0 else { return false }
            state.faults.answersToSwallow -= 1
            return true
        }
    }
}
