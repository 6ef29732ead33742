internal import BotCore
internal import MatrixTypes
internal import Networking

/// Asks for the next batch again and again, and puts each where the bot takes it.
struct SyncPoll: Sendable {
    let settings: SyncHomeserver.Settings
    let api: ClientAPI
    let filters: FilterShelf
    let mailbox: SyncMailbox

    /// How long the first answer may take: everything that was missed, or the state of all rooms.
    private static let firstAnswerLimit = Duration.seconds(300)
    /// An answer without events that comes sooner than this is none that the homeserver waited for.
    private static let haste = Duration.milliseconds(500)

    /// Runs until it fails or is cancelled.
    ///
    /// - Throws: ``ConnectionFailure``, `CancellationError`, or what the token file throws.
    func run(since start: String?) async throws {
        var position = start
        // Nothing leaves before the first batch is written, so that one is not waited for.
        var wait = Duration.zero
        while true {
            let began = ContinuousClock.now
            let batch = try await batch(since: position, wait: wait)
            position = batch.nextBatch
            let isHasty = batch.rooms.isEmpty && wait > .zero && ContinuousClock.now - began < Self.haste
            try await mailbox.put(batch)
            wait = settings.pollLimit
            if isHasty { try await ContinuousClock().sleep(for: Self.haste) }
        }
    }

    /// - Parameter position: nil for the first sync of a new bot, which takes the position and the rooms' state:
    ///   what was said before it is not for us.
    private func batch(since position: String?, wait: Duration) async throws -> SyncBatch {
        var timeline = position == nil ? 1 : SyncFilter.longestTimeline
        while true {
            do {
                return try await answer(since: position, SyncFilter(timeline: timeline), wait: wait)
            } catch let failure as APIFailure {
                // What is too large once would be so for ever. With a shorter timeline it is a gap, which is filled.
                guard case .unanswered(.bodyTooLarge) = failure, timeline > 1 else {
                    throw failure.syncFailure(since: position)
                }
                timeline /= 10
            }
        }
    }

    private func answer(since position: String?, _ filter: SyncFilter, wait: Duration) async throws
        -> SyncBatch
    {
        func call(_ name: String) -> ClientCall {
            .sync(
                since: position,
                filter: name,
                wait: wait,
                slack: wait > .zero ? settings.answerLimit : Self.firstAnswerLimit,
                maximumBytes: settings.maximumMessageBytes
            )
        }
        let name = try await filters.name(of: filter)
        do {
            return try read(try await api.answer(to: call(name)))
        } catch APIFailure.refused(400..<429, let refusal, _)
            where name != filter.json && !refusal.isAboutPosition
        {
            await filters.forget(filter)
            return try read(try await api.answer(to: call(filter.json)))
        }
    }

    private func read(_ body: [UInt8]) throws -> SyncBatch {
        do {
            return try SyncBatch(reading: JSONSlice(body))
        } catch {
            throw APIFailure.unreadable(
                expected: "a sync object with next_batch",
                found: ClientCaller.kind(of: body)
            )
        }
    }
}

extension StreamMessage.Refusal {
    /// Whether the position is what is wrong. The specification has a code for it that `/sync` does not always use:
    /// Synapse says M_INVALID_PARAM or M_UNKNOWN, and names the token.
    fileprivate var isAboutPosition: Bool {
        if errcode == "M_UNKNOWN_POS" { return true }
        guard errcode == "M_UNKNOWN" || errcode == "M_INVALID_PARAM", let words = error?.lowercased() else {
            return false
        }
        return ["token", "since", "position"].contains { words.contains($0) }
    }
}

extension APIFailure {
    fileprivate func syncFailure(since position: String?) -> ConnectionFailure {
        if position != nil, case .refused(400, let refusal, _) = self, refusal.isAboutPosition {
            return .positionUnknown(reason: "\(refusal)")
        }
        if case .unanswered(.bodyTooLarge(let limit)) = self {
            return .unavailable(
                what: "the next events",
                reason: "they have more than \(limit) bytes; raise homeserver.largest_message"
            )
        }
        return connectionFailure("the next events")
    }
}
