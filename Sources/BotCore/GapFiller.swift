internal import BotStore
internal import Logging
internal import MatrixTypes

/// Fetches what a limited timeline left out, page by page; the room's live inputs wait behind it.
struct GapFiller: Sendable {
    let store: Store
    let homeserver: any Homeserver
    let router: CommandRouter
    let limits: AnswerBudget.Limits
    let clock: BotClock
    let backoff: Backoff
    let logger: Logger

    /// After so many failures in a row the stretch stays a gap, and the audit says so.
    private static let attempts = 5

    func run() async throws {
        for await _ in await store.changes(in: .gaps) { try await fillAll() }
    }

    /// Fills every gap that is open now.
    func fillAll() async throws {
        for gap in try await store.openGaps() { try await fill(gap) }
    }

    private func fill(_ first: OpenGap) async throws {
        var gap = first
        var hearing = Hearing(absence: gap.absence, now: nil, limits: limits)
        while true {
            guard let page = try await page(of: gap) else {
                return try await store.abandon(gap, at: clock.now())
            }
            var directory = RoomDirectory(account: router.account, states: try await store.roomStates())
            let events = page.events.map {
                router.routed($0, in: gap.room, directory: directory, hearing: &hearing)
            }
            // All other state has come with the batch; memberships come only of those who say something in it.
            let state = page.events.filter {
                directory.isMembershipOfOthers($0) && directory.apply($0, in: gap.room)
            }.map { directory.stored($0, in: gap.room) }
            let isLast = page.next == nil || page.next == gap.cursor || page.next == gap.to
            let next = isLast ? nil : page.next
            try await store.fill(
                gap,
                with: events,
                unreadable: page.unreadable,
                state: state,
                next: next,
                at: clock.now()
            )
            guard let next else { return }
            gap.cursor = next
        }
    }

    /// - Returns: nil where the homeserver did not give it, however often it was asked.
    private func page(of gap: OpenGap) async throws -> HistoryPage? {
        for failures in 1...Self.attempts {
            do {
                return try await homeserver.history(of: gap.room, from: gap.cursor, to: gap.to)
            } catch is CancellationError {
                throw CancellationError()
            } catch ConnectionFailure.unreachable(let reason) {
                // The gap is not at fault, nor has it been refused: it is there when we come back.
                throw ConnectionFailure.unreachable(reason: reason)
            } catch ConnectionFailure.tokenRefused(let reason) {
                throw ConnectionFailure.tokenRefused(reason: reason)
            } catch ConnectionFailure.tooManyRequests(let delay) {
                throw ConnectionFailure.tooManyRequests(after: delay)
            } catch {
                logger.warning("A gap in \(gap.room) cannot be filled yet: \(error)")
                guard failures < Self.attempts else { break }
                try await clock.sleep(backoff.delay(after: failures, jitter: 0.5))
            }
        }
        return nil
    }
}
