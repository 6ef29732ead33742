package import Foundation

/// What only the running bot knows of itself, for whoever watches it.
///
/// An actor because these counts are in no table: they begin anew with the process.
package actor Measurements {
    /// How an attempt to send went.
    package enum SendOutcome: String, CaseIterable, Hashable, Sendable {
        case sent
        /// Not now: it will be tried again.
        case later
        /// Never.
        case refused
    }

    /// All of it at one moment.
    package struct Reading: Hashable, Sendable {
        package let startedAt: Date
        /// When the last answer of the homeserver was written; nil before the first.
        package let lastSync: Date?
        /// Attempts since the start; those that ended without an answer are not among them.
        package let sends: [SendOutcome: Int]

        package init(startedAt: Date, lastSync: Date?, sends: [SendOutcome: Int]) {
            self.startedAt = startedAt
            self.lastSync = lastSync
            self.sends = sends
        }
    }

    private let startedAt: Date
    private var lastSync: Date?
    private var sends: [SendOutcome: Int] = [:]

    package init(startedAt: Date) {
        self.startedAt = startedAt
    }

    package var reading: Reading {
        Reading(startedAt: startedAt, lastSync: lastSync, sends: sends)
    }

    /// What the homeserver sent is written.
    package func synced(at now: Date) {
        lastSync = now
    }

    /// The homeserver answered a message.
    package func answered(_ result: SendResult) {
        let outcome: SendOutcome =
            switch result {
            case .sent: .sent
            case .later: .later
            case .refused: .refused
            }
        sends[outcome, default: 0] += 1
    }
}
