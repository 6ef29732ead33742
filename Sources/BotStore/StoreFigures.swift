package import Foundation

/// How much waits in the tables, and how much lies there for good.
package struct StoreFigures: Hashable, Sendable {
    /// Rows that wait.
    package struct Queue: Hashable, Sendable {
        package let count: Int
        /// Since when the oldest waits; nil where none does, or where none of them says.
        package let oldest: Date?

        package init(count: Int, oldest: Date?) {
            self.count = count
            self.oldest = oldest
        }
    }

    /// Inputs by plugin, with those that wait behind a gap; each plugin that ever had one is there.
    package var lanes: [String: Queue]
    /// Messages that are to leave, by the instants of what caused them.
    package var outbox: Queue
    /// Messages that the homeserver refused for good.
    package var wedged: Int
    /// Gaps that are still to be filled.
    package var openGaps: Int
    /// Gaps that nobody could fill.
    package var abandonedGaps: Int
    /// Events that could not be read.
    package var unreadableEvents: Int
    /// Inputs that their plugin failed at until they were set aside.
    package var failedInputs: Int

    package init(
        lanes: [String: Queue],
        outbox: Queue,
        wedged: Int,
        openGaps: Int,
        abandonedGaps: Int,
        unreadableEvents: Int,
        failedInputs: Int
    ) {
        self.lanes = lanes
        self.outbox = outbox
        self.wedged = wedged
        self.openGaps = openGaps
        self.abandonedGaps = abandonedGaps
        self.unreadableEvents = unreadableEvents
        self.failedInputs = failedInputs
    }
}
