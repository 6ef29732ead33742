/// How long a sync has been failing, and how long to wait before it is tried again.
struct SyncTrouble {
    /// Longer than this a homeserver may not make a client wait without a word.
    private static let longestDoubling = 4

    let settings: GatewaySettings
    private var began: ContinuousClock.Instant?
    private var failures = 0

    init(settings: GatewaySettings) {
        self.settings = settings
    }

    mutating func end() {
        began = nil
        failures = 0
    }

    /// The pause before the next try.
    ///
    /// - Throws: ``StreamEnd`` where there should be none.
    mutating func pause(atLeast wanted: Duration?, because reason: String) throws(StreamEnd) -> Duration {
        let now = ContinuousClock.now
        let start = began ?? now
        began = start
        let doubled = settings.firstPause * (1 << min(failures, Self.longestDoubling))
        failures += 1
        // Each a little different, so that many clients do not come back at once.
        let pause = max(doubled * (1 - Double.random(in: 0...0.25)), wanted ?? .zero)
        guard now + pause - start <= settings.patience else { throw StreamEnd(reason) }
        return pause
    }
}
