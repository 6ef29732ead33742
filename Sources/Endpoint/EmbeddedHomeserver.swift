internal import MatrixTypes
internal import Networking
package import struct Foundation.Date

/// A homeserver in memory: people and rooms for trying and testing, gone when the process ends.
///
/// It says nothing by itself; ``Endpoint`` serves it over sockets. Every function is one step: who looks
/// sees what was before it or what is after it.
package final class EmbeddedHomeserver: Sendable {
    /// The part of ids after the colon.
    package let serverName: String
    /// How many events of a room one sync brings; where more are new, the timeline is limited.
    package let timelineLimit: Int

    let state: Guarded<HomeserverState>
    /// Tells positions of this homeserver from those of one that lived before it.
    let epoch: String
    private let now: @Sendable () -> Date

    /// An empty homeserver.
    ///
    /// - Parameter now: The clock that stamps events.
    package init(serverName: String, timelineLimit: Int, now: @escaping @Sendable () -> Date) {
        precondition(timelineLimit > 0, "a timeline brings something")
        self.serverName = serverName
        self.timelineLimit = timelineLimit
        self.now = now
        epoch = .opaque(length: 6)
        state = Guarded(HomeserverState())
    }

    /// The instant that an event made now is stamped with.
    var milliseconds: Int64 { Int64((now().timeIntervalSince1970 * 1000).rounded()) }

    /// Makes one change, then wakes all who wait for one.
    @discardableResult
    func change<Result: Sendable, Failure: Error>(
        _ body: (inout HomeserverState) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (result, bells) = try state.use { state throws(Failure) in
            (try body(&state), Array(state.bells.values))
        }
        for bell in bells { bell.ring() }
        return result
    }

    /// Rings once at the start and then whenever something has happened; several rings become one.
    package func changes() -> AsyncStream<Void> {
        hangBell(isConnection: false).rings
    }

    /// A bell of one's own, which rings like ``changes()``. Its rings end when connections are dropped.
    func hangBell(isConnection: Bool) -> (rings: AsyncStream<Void>, bell: Bell) {
        let (rings, continuation) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let bell = Bell(continuation: continuation, isConnection: isConnection)
        let number = state.use { state in
            state.bellsHung += 1
            state.bells[state.bellsHung] = bell
            return state.bellsHung
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.use { _ = $0.bells.removeValue(forKey: number) }
        }
        bell.ring()
        return (rings, bell)
    }
}
