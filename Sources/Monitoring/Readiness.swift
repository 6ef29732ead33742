internal import BotCore
internal import Foundation

/// Whether the bot hears its homeserver.
struct Readiness: Hashable, Sendable {
    let isReady: Bool
    /// One sentence for a person.
    let sentence: String

    /// - Parameter limit: A good sync that is older counts no more.
    init(_ reading: Measurements.Reading, at now: Date, limit: Duration) {
        guard let lastSync = reading.lastSync else {
            isReady = false
            sentence =
                "Not ready: there was no good sync since the start at \(Self.words(reading.startedAt))."
            return
        }
        isReady = now.timeIntervalSince(lastSync) < limit / .seconds(1)
        sentence =
            isReady
            ? "Ready: the last good sync was at \(Self.words(lastSync))."
            : "Not ready: there was no good sync since \(Self.words(lastSync)), "
                + "for \(Int(now.timeIntervalSince(lastSync))) seconds."
    }

    private static func words(_ instant: Date) -> String { instant.formatted(.iso8601) }
}
