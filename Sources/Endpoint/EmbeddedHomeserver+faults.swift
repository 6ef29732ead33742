package import MatrixTypes
internal import Networking

// What goes wrong out there, on request.
extension EmbeddedHomeserver {
    /// Cuts every connection, once.
    package func dropConnections() {
        let bells = state.use { $0.bells.values.filter(\.isConnection) }
        for bell in bells { bell.continuation.finish() }
    }

    /// Whether there is a connection that waits for news.
    package var hasConnections: Bool { state.use { $0.bells.values.contains(where: \.isConnection) } }

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

    /// Disturbs the next calls of the client API that have a word in their path: `sync`, `send`, `messages`.
    package func disturbCalls(_ times: Int, to word: String, with fault: CallFault) {
        let planned = Faults.PlannedFault(fault: fault, word: word, timesLeft: times)
        state.use { $0.faults.callFaults.append(planned) }
    }

    /// Lets calls that were held go on.
    package func releaseCalls() {
        let held = state.use { state in
            defer { state.faults.heldCalls = [] }
            return state.faults.heldCalls
        }
        for call in held { call.finish() }
    }

    /// How many calls are held just now.
    package var heldCallCount: Int { state.use { $0.faults.heldCalls.count } }

    /// Holds all news back, over both transports, or lets it go.
    package func holdNews(_ holds: Bool) {
        change { $0.faults.holdsNews = holds }
    }

    var holdsNews: Bool { state.use { $0.faults.holdsNews } }

    func fault(for words: [String]) -> CallFault? {
        state.use { $0.faults.fault(for: words) }
    }

    /// Returns when held calls are released, or the caller is cancelled.
    func waitForRelease() async {
        let (released, continuation) = AsyncStream.makeStream(of: Void.self)
        state.use { $0.faults.heldCalls.append(continuation) }
        for await _ in released {}
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
